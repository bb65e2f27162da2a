import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { temporaryFolder } from "../../../../test/setup/database.ts";
import {
  keepPostgres,
  kill,
  killSpawned,
  spawnFixture,
} from "../../../../test/setup/kept-postgres.ts";
import { exampleResponse, exampleStudy } from "../example-study.ts";
import { openStore } from "../store.ts";
import { placesIn } from "./data-folder.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { isRunning } from "./process-identity.ts";
import { runningServer } from "./server-process.ts";
import { barrierFor } from "./server-user.ts";

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let place: ReturnType<typeof temporaryFolder>;
let dataFolder: string;
beforeEach(() => {
  place = temporaryFolder();
  dataFolder = join(place.folder, "data");
});
afterEach(async () => {
  await killSpawned();
  for (const folder of [dataFolder, join(place.folder, "own", "data")]) {
    const pid = serverOf(folder);
    if (pid > 0) process.kill(pid, "SIGKILL");
    while (serverOf(folder) > 0) await new Promise((resolve) => setImmediate(resolve));
  }
  place.remove();
});

const mode = (path: string) => statSync(path).mode & 0o777;
const serverOf = (folder: string) => runningServer(placesIn(folder).cluster) ?? 0;

/** Starts, keeps one response, and stops; what a later start has to find again. */
async function keepOneResponse(): Promise<void> {
  const server = await startEmbeddedPostgres({ dataFolder });
  const store = await openStore({ databaseUrl: server.url });
  await store.createStudy(exampleStudy);
  await store.saveSurveyResponse("example", exampleResponse(randomUUID(), { "a-1": 1 }));
  await store.close();
  await server.stop();
}

async function responsesIn(url: string): Promise<number> {
  const store = await openStore({ databaseUrl: url });
  const responses = await store.countResponses("example");
  await store.close();
  return responses;
}

test("a fresh start gives a synced database in a closed folder, and a response survives a restart", async () => {
  const said: string[] = [];
  const onProgress = (text: { en: string }) => said.push(text.en);
  const server = await startEmbeddedPostgres({ dataFolder, onProgress });
  expect(said[0]).toContain("Creating the database");
  expect(server.version).toMatch(/^18\./);
  for (const folder of [dataFolder, join(dataFolder, "postgres"), placesIn(dataFolder).cluster])
    expect(mode(folder)).toBe(0o700);
  expect(mode(placesIn(dataFolder).password)).toBe(0o600);
  expect(mode(placesIn(dataFolder).log)).toBe(0o600);
  const sql = postgres(server.url, { max: 1 });
  const [settings] = await sql`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
           current_setting('listen_addresses') as address, current_setting('is_superuser') as root,
           current_setting('server_encoding') as encoding, current_setting('data_checksums') as sums`;
  await sql.end();
  expect(settings).toEqual({
    fsync: "on",
    commit: "on",
    address: "127.0.0.1",
    root: "off",
    encoding: "UTF8",
    sums: "on",
  });
  await server.stop();
  expect(serverOf(dataFolder)).toBe(0);

  await keepOneResponse();
  const again = await startEmbeddedPostgres({ dataFolder });
  expect(await responsesIn(again.url)).toBe(1);
  await again.stop();
});

test("nobody gets in without the password", async () => {
  const server = await startEmbeddedPostgres({ dataFolder });
  for (const account of ["mehrwert", "postgres"]) {
    const url = new URL(server.url);
    url.username = account;
    url.password = "guess";
    const sql = postgres(url.href, { max: 1 });
    await expect(sql`select 1`).rejects.toMatchObject({ code: "28P01" });
    await sql.end();
  }
  await server.stop();
});

test("the server's log quotes no answers", async () => {
  const server = await startEmbeddedPostgres({ dataFolder });
  const store = await openStore({ databaseUrl: server.url });
  await store.createStudy(exampleStudy);
  const response = exampleResponse(randomUUID(), { comment: "secret word \u0000" });
  await expect(store.saveSurveyResponse("example", response)).rejects.toThrow();
  await store.close();
  await server.stop();
  const log = readFileSync(placesIn(dataFolder).log, "utf8");
  expect(log).toContain("unsupported Unicode escape sequence");
  expect(log).not.toContain("secret");
});

test("a second start on the same folder is refused, in this process and in another", async () => {
  const server = await startEmbeddedPostgres({ dataFolder });
  const refusal = { problem: "in-use", message: expect.stringContaining(String(process.pid)) };
  await expect(startEmbeddedPostgres({ dataFolder })).rejects.toMatchObject(refusal);
  expect(await keepPostgres(dataFolder)).toMatchObject(refusal);
  const sql = postgres(server.url, { max: 1 });
  expect(await sql`select 1 as alive`).toEqual([{ alive: 1 }]);
  await sql.end();
  await server.stop();
});

test("a server left behind by a killed process is stopped, and nothing is lost", async () => {
  await keepOneResponse();
  const kept = await keepPostgres(dataFolder);
  const orphan = serverOf(dataFolder);
  await kill(kept.child);
  expect(isRunning({ pid: orphan })).toBe(true);
  const began = performance.now();
  const server = await startEmbeddedPostgres({ dataFolder });
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(isRunning({ pid: orphan })).toBe(false);
  expect(serverOf(dataFolder)).not.toBe(orphan);
  expect(await responsesIn(server.url)).toBe(1);
  await server.stop();
});

test("a process that ends on purpose stops its server", async () => {
  const kept = await keepPostgres(dataFolder);
  const pid = serverOf(dataFolder);
  const gone = once(kept.child, "exit");
  kept.child.kill("SIGTERM");
  expect(await gone).toEqual([0, null]);
  expect(isRunning({ pid })).toBe(false);
});

test("onExit tells when the server dies by itself, and the next start recovers", async () => {
  await keepOneResponse();
  let stop = async () => {};
  const said = await new Promise<string>((resolve, reject) => {
    const onExit = (text: { en: string }) => resolve(text.en);
    startEmbeddedPostgres({ dataFolder, onExit }).then((server) => {
      stop = server.stop;
      process.kill(serverOf(dataFolder), "SIGKILL");
    }, reject);
  });
  expect(said).toContain("ended unexpectedly");
  await stop();
  const again = await startEmbeddedPostgres({ dataFolder });
  expect(await responsesIn(again.url)).toBe(1);
  await again.stop();
});

test("a pid file whose number a stranger has now neither stops the start nor the stranger", async () => {
  await keepOneResponse();
  const account = isRoot ? { uid: nobody, gid: nobody } : {};
  const stranger = spawn("sleep", ["60"], account);
  const { cluster } = placesIn(dataFolder);
  const pidFile = `${stranger.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`;
  writeFileSync(join(cluster, "postmaster.pid"), pidFile);
  if (isRoot) chownSync(join(cluster, "postmaster.pid"), nobody, nobody);
  const server = await startEmbeddedPostgres({ dataFolder });
  expect(await responsesIn(server.url)).toBe(1);
  expect(isRunning({ pid: stranger.pid ?? 0 })).toBe(true);
  await server.stop();
  await kill(stranger);
});

test("a first start that was killed while it made the database leaves nothing in the way", async () => {
  const child = spawnFixture("keep-postgres", [dataFolder]);
  const drafts = () => {
    try {
      return readdirSync(dataFolder).filter((name) => name.startsWith("new-postgres-"));
    } catch {
      return [];
    }
  };
  while (drafts().length === 0) await new Promise((resolve) => setImmediate(resolve));
  await kill(child);
  const server = await startEmbeddedPostgres({ dataFolder });
  await server.stop();
  const next = await startEmbeddedPostgres({ dataFolder });
  expect(drafts()).toEqual([]);
  await next.stop();
});

test.runIf(process.platform === "linux")(
  "a server that this system does not show keeps its folder, through the kernel's lock",
  async () => {
    await keepOneResponse();
    const held = spawn("flock", [placesIn(dataFolder).serverLock, "sh", "-c", "echo; sleep 60"]);
    await once(held.stdout, "data");
    const second = startEmbeddedPostgres({ dataFolder });
    await expect(second).rejects.toMatchObject({ problem: "in-use" });
    held.kill("SIGKILL");
  },
);

test("data of another PostgreSQL version are left alone", async () => {
  await keepOneResponse();
  writeFileSync(join(placesIn(dataFolder).cluster, "PG_VERSION"), "19\n");
  const start = startEmbeddedPostgres({ dataFolder });
  await expect(start).rejects.toMatchObject({ problem: "wrong-version" });
});

test("a folder with somebody else's files is refused and stays as it is", async () => {
  mkdirSync(dataFolder, { mode: 0o755 });
  writeFileSync(join(dataFolder, "letter.txt"), "");
  const start = startEmbeddedPostgres({ dataFolder });
  await expect(start).rejects.toMatchObject({ problem: "foreign-folder" });
  expect(readdirSync(dataFolder)).toEqual(["letter.txt"]);
  expect(mode(dataFolder)).toBe(0o755);
});

test("a folder below a file cannot be made", async () => {
  writeFileSync(join(place.folder, "file"), "");
  const start = startEmbeddedPostgres({ dataFolder: join(place.folder, "file", "data") });
  await expect(start).rejects.toMatchObject({ problem: "unwritable-folder" });
});

test.runIf(isRoot)("as root, a data folder below a closed one is refused by name", async () => {
  const closed = join(place.folder, "closed");
  mkdirSync(closed, { mode: 0o700 });
  const start = startEmbeddedPostgres({ dataFolder: join(closed, "data") });
  const message = expect.stringMatching(`because ${closed} is closed.*DATABASE_URL`);
  await expect(start).rejects.toMatchObject({ problem: "unreachable-folder", message });
});

// Below a folder that is closed to others, such as root's home, an ordinary account cannot even read the program.
const nobodyReadsProject =
  barrierFor({ name: "nobody", uid: nobody, gid: nobody }, import.meta.filename) === undefined;

test.runIf(isRoot && nobodyReadsProject)(
  "an ordinary account starts its own, in a folder of its own only",
  async () => {
    const own = join(place.folder, "own");
    mkdirSync(own);
    chownSync(own, nobody, nobody);
    chmodSync(own, 0o700);
    const kept = await keepPostgres(join(own, "data"), nobody);
    expect(kept.url).toContain("postgres://mehrwert:");
    const gone = once(kept.child, "exit");
    kept.child.kill("SIGTERM");
    expect(await gone).toEqual([0, null]);
    const refused = await keepPostgres(join(place.folder, "others", "data"), nobody);
    expect(refused).toMatchObject({ problem: "unwritable-folder" });
  },
);
