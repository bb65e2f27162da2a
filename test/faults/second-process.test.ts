import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { openStore } from "@mehrwert/store";
import { simulateAnswers } from "@mehrwert/study";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder, testDatabase } from "../setup/database.ts";
import { killDatabaseIn } from "../setup/kill-database.ts";
import { freePort, type MehrwertProcess, spawnMehrwert, startMehrwert } from "../setup/process.ts";
import { valueDrivers } from "../setup/server.ts";
import { faultStudy } from "./load/fault-studies.ts";
import { responseTo, sendOnce } from "./load/writer.ts";

const { folder, remove } = temporaryFolder();
const started: { server: MehrwertProcess; strangers: ChildProcess[] }[] = [];
afterAll(async () => {
  for (const { server, strangers } of started) {
    await server.kill(true);
    for (const stranger of strangers) stranger.kill("SIGKILL");
  }
  killDatabaseIn(folder);
  remove();
});

async function start(env: { [name: string]: string }): Promise<MehrwertProcess> {
  const server = await startMehrwert(env, await freePort());
  started.push({ server, strangers: [] });
  return server;
}

/** How somebody else's start on the same folder ends, and how long that takes. */
async function secondStart(env: { [name: string]: string }) {
  const begunMs = performance.now();
  const second = spawnMehrwert({ ...env, MEHRWERT_LANG: "de" }, await freePort());
  const code = await second.ended;
  return { code, output: second.output(), seconds: (performance.now() - begunMs) / 1000 };
}

/** Whether a server still stores what it is sent. */
async function stores(server: MehrwertProcess): Promise<boolean> {
  const study = await faultStudy("demo");
  const body = {
    ...responseTo(study, randomUUID()),
    ...simulateAnswers(valueDrivers(), seededRandom(5)),
  };
  const attempt = await sendOnce(server.url, { door: "responses", study: "demo", body });
  return attempt?.status === 201;
}

/** Makes the folder belong to a process that is gone and whose number a stranger has now. */
function passOnToStranger(ownedFolder: string): ChildProcess {
  const stranger = spawn("sleep", ["600"]);
  const owners = join(ownedFolder, "owners");
  const [latest = ""] = readdirSync(owners).filter((name) => name.startsWith("owner."));
  const [, birth] = readFileSync(join(owners, latest), "utf8").split("\n");
  writeFileSync(join(owners, latest), `${stranger.pid}\n${birth}`);
  started.at(-1)?.strangers.push(stranger);
  return stranger;
}

test("a second start on the same data folder ends at once with a sentence, and the first goes on", async () => {
  const env = { MEHRWERT_DATA: join(folder, "data") };
  const first = await start(env);
  const { code, output, seconds } = await secondStart(env);
  console.info(`the second start ended after ${seconds.toFixed(1)} s`);
  expect(code).toBe(1);
  expect(output).toContain(
    `wird schon von einem laufenden Mehrwert benutzt (Prozess ${first.pid})`,
  );
  expect(output).not.toContain(" at ");
  expect(await stores(first)).toBe(true);
});

test("after kill -9 the next start takes the data folder over, also when a stranger has the number of its owner by now", async () => {
  const env = { MEHRWERT_DATA: join(folder, "data") };
  const first = started.at(-1)?.server ?? (await start(env));
  expect(await stores(first)).toBe(true);
  await first.kill();
  const stranger = passOnToStranger(env.MEHRWERT_DATA);
  const next = await start(env);
  expect(await stores(next)).toBe(true);
  expect(stranger.exitCode).toBeNull();
  const again = await secondStart(env);
  expect([again.code, again.output]).toEqual([1, expect.stringContaining(`Prozess ${next.pid}`)]);
  expect(await next.stop()).toBe(0);
});

test("two servers on one participation folder would let people in twice: the second does not start, a killed one is followed", async () => {
  const database = await testDatabase();
  const participationFolder = join(folder, "participation");
  const store = await openStore({ databaseUrl: database.url, participationFolder });
  await store.createStudy(await faultStudy("demo"), valueDrivers());
  await store.close();
  const env = {
    DATABASE_URL: database.url,
    MEHRWERT_PARTICIPATION_FOLDER: participationFolder,
  };
  const first = await start(env);
  const { code, output } = await secondStart(env);
  expect(code).toBe(1);
  expect(output).toContain(`${participationFolder} wird schon`);
  expect(output).toContain(`Prozess ${first.pid}`);
  expect(output).toContain("mit MEHRWERT_PARTICIPATION_FOLDER einen anderen Ordner");
  expect(await stores(first)).toBe(true);
  await first.kill();
  const stranger = passOnToStranger(participationFolder);
  const next = await start(env);
  expect(await stores(next)).toBe(true);
  expect(stranger.exitCode).toBeNull();
  const gone = once(stranger, "exit");
  stranger.kill("SIGKILL");
  await gone;
  expect(await next.stop()).toBe(0);
  await database.drop();
});
