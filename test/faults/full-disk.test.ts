import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { openStore, type Store, startEmbeddedPostgres } from "@mehrwert/store";
import { problemSchema, type Study, simulateAnswers } from "@mehrwert/study";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { setUpByLink } from "../setup/account.ts";
import { temporaryFolder } from "../setup/database.ts";
import { killDatabaseIn } from "../setup/kill-database.ts";
import { freePort, startMehrwert } from "../setup/process.ts";
import { valueDrivers } from "../setup/server.ts";
import { canMakeDisk, makeSmallDisk, type SmallDisk } from "../setup/small-disk.ts";
import { storedResponses } from "../setup/stored-responses.ts";
import { checkHistory } from "./load/check-history.ts";
import { createFaultStudies, faultStudy } from "./load/fault-studies.ts";
import { History } from "./load/history.ts";
import { draftSave, responseTo, sendOnce } from "./load/writer.ts";

const { folder, remove } = temporaryFolder();
const disks: SmallDisk[] = [];
afterAll(() => {
  killDatabaseIn(folder);
  for (const disk of disks) disk.unmount();
  remove();
});

function disk(name: string, megabytes: number): SmallDisk {
  const made = makeSmallDisk(join(folder, name), megabytes);
  disks.push(made);
  return made;
}

/** What a German browser is told when it sends this. */
async function problemFor(url: string, path: string, body: unknown) {
  const reply = await fetch(`${url}/api/studies/${path}?lang=de`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { type, detail } = problemSchema.parse(await reply.json());
  return { status: reply.status, type, detail, retryAfter: reply.headers.get("retry-after") };
}

const full = {
  status: 507,
  type: "/problems/storage-full",
  detail: expect.stringContaining("kein Speicherplatz mehr frei; gespeichert wurde nichts"),
  retryAfter: "30",
};

test.skipIf(!canMakeDisk)(
  "with the database's disk full, nobody is told that anything was stored; once there is room it goes on, and nothing is lost or damaged",
  async () => {
    const small = disk("data", 220);
    const dataFolder = join(small.folder, "data");
    const history = new History();
    const random = seededRandom(7);
    let studies: { open: Study; anonymous: Study; codes: string[] } | undefined;
    const withStore = async <T>(work: (store: Store, adminUrl: string) => Promise<T>) => {
      const own = await startEmbeddedPostgres({ dataFolder });
      const store = await openStore({
        databaseUrl: own.url,
        deletionJournal: join(dataFolder, "deletion-journal"),
        participationFolder: join(dataFolder, "participation"),
      });
      return work(store, own.adminUrl).finally(async () => {
        await store.close();
        await own.stop();
      });
    };
    studies = await withStore((store) => createFaultStudies(store, 1));
    const server = await startMehrwert({ MEHRWERT_DATA: dataFolder }, await freePort());
    const save = async (id: string) => {
      const body = { ...draftSave(id, 1, random), sealed: randomText(120_000, random) };
      const operation = { door: "draft-saves", study: "open", body } as const;
      history.invoke(operation);
      const attempt = await sendOnce(server.url, operation);
      if (attempt?.status === 200) history.acknowledge(operation);
      return attempt;
    };
    for (let n = 0; n < 20; n += 1) expect((await save(randomUUID()))?.status).toBe(200);
    small.fill(400);
    const statuses: (number | undefined)[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await save(randomUUID()))?.status);
    expect(new Set(statuses).has(507)).toBe(true);
    expect(new Set(statuses.filter((status) => status !== 507 && status !== 200))).toEqual(
      new Set(),
    );
    const body = { ...draftSave(randomUUID(), 1, random), sealed: randomText(120_000, random) };
    expect(await problemFor(server.url, "open/draft-saves", body)).toEqual(full);
    const response = { ...responseTo(studies.open, randomUUID()) };
    const read = await fetch(`${server.url}/api/studies/open`);
    expect(read.status).toBe(200);
    small.makeRoom();
    expect((await save(randomUUID()))?.status).toBe(200);
    const submission = { ...response, ...simulateAnswers(valueDrivers(), random) };
    const sent = { door: "responses", study: "open", body: submission } as const;
    history.invoke(sent);
    expect((await sendOnce(server.url, sent))?.status).toBe(201);
    history.acknowledge(sent);
    expect(await server.stop()).toBe(0);
    const found = await withStore(async (store, adminUrl) => {
      await expectSound(adminUrl);
      return studies && checkHistory(store, history, studies);
    });
    expect(found).toEqual({ lost: [], altered: [], invented: [] });
  },
  300_000,
);

test.skipIf(!canMakeDisk)(
  "when there is no room for the write-ahead log, the server ends with a sentence, and the next start finds all that was acknowledged",
  async () => {
    const small = disk("log", 220);
    const dataFolder = join(small.folder, "data");
    const port = await freePort();
    const server = await startMehrwert({ MEHRWERT_DATA: dataFolder, MEHRWERT_LANG: "de" }, port);
    const study = await faultStudy("demo");
    const random = seededRandom(8);
    const acknowledged: string[] = [];
    const send = async () => {
      const id = randomUUID();
      const body = { ...responseTo(study, id), ...simulateAnswers(valueDrivers(), random) };
      const attempt = await sendOnce(server.url, { door: "responses", study: "demo", body });
      if (attempt?.status === 201) acknowledged.push(id);
      return attempt;
    };
    for (let n = 0; n < 10; n += 1) await send();
    small.fill(0);
    // Whoever writes to the log alone uses it up, until it needs another file.
    const sql = postgres(adminOf(dataFolder), { max: 1, onnotice: () => {} });
    const message = randomText(1_000_000, random);
    const usedUp = (async () => {
      for (;;) await sql`select pg_logical_emit_message(false, 'filler', ${message})`;
    })();
    await expect(usedUp).rejects.toThrow();
    await sql.end({ timeout: 1 });
    const code = await server.ended;
    expect(code).toBe(1);
    expect(server.output()).toContain("Die Datenbank hat sich unerwartet beendet");
    small.makeRoom();
    const next = await startMehrwert({ MEHRWERT_DATA: dataFolder }, port);
    console.info(`${acknowledged.length} acknowledged with the disk full, all there`);
    expect(await storedResponses(await setUpByLink(next), "demo")).toBe(300 + acknowledged.length);
    expect(await next.stop()).toBe(0);
  },
  300_000,
);

/** The administrator's address of a server's own database, from what lies in its folder. */
function adminOf(dataFolder: string): string {
  const password = readFileSync(join(dataFolder, "postgres", "password"), "utf8").trim();
  const pidFile = readFileSync(join(dataFolder, "postgres", "cluster", "postmaster.pid"), "utf8");
  return `postgres://postgres:${password}@127.0.0.1:${pidFile.split("\n")[3]}/postgres`;
}

/** Text that no compression makes smaller. */
function randomText(length: number, random: () => number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return Array.from({ length }, () => letters[Math.floor(random() * 64)]).join("");
}

/** PostgreSQL's own check of every table and index, checksums included. */
async function expectSound(adminUrl: string): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = "/mehrwert";
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    await sql`create extension if not exists amcheck`;
    const damaged = await sql`
      select relname, (verify_heapam(oid)).* from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`;
    expect([...damaged]).toEqual([]);
    await sql`
      select bt_index_check(pg_index.indexrelid, true) from pg_index
      join pg_class on pg_class.oid = pg_index.indexrelid
      where relnamespace = 'public'::regnamespace`;
  } finally {
    await sql.end();
  }
}
