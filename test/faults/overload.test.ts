import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { seededRandom } from "@mehrwert/analysis";
import { openStore, type Store } from "@mehrwert/store";
import type { Study } from "@mehrwert/study";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../setup/database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";
import { memoryOf } from "../setup/process-memory.ts";
import { valueDrivers } from "../setup/server.ts";
import { howOften } from "./how-often.ts";
import { checkHistory } from "./load/check-history.ts";
import { faultStudy } from "./load/fault-studies.ts";
import { History } from "./load/history.ts";
import { type Attempt, draftSave, sendOnce } from "./load/writer.ts";

const clients = howOften({ inTest: 2_600, inLong: 6_000 });
const kilobytes = howOften({ inTest: 4, inLong: 100 });
const starts = howOften({ inTest: 400, inLong: 2_000 });
const random = seededRandom(21);
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let study: Study;
let server: MehrwertProcess;

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
  study = await faultStudy("open");
  await store.createStudy(study, valueDrivers());
  server = await startMehrwert({ DATABASE_URL: database.url }, await freePort());
});
afterAll(async () => {
  await server?.stop();
  await store.close();
  await database.drop();
});

function save(size: number) {
  const body = { ...draftSave(randomUUID(), 1, random), sealed: "s".repeat(size * 1024) };
  return { door: "draft-saves", study: "open", body } as const;
}

/** Holds every save up, as a database that does not keep up does, until it is let go. */
async function heldUp(): Promise<{ letGo: () => Promise<void> }> {
  const sql = postgres(database.url, { max: 1 });
  const connection = await sql.reserve();
  await connection`begin`;
  await connection`lock table response_draft in access exclusive mode`;
  return {
    letGo: async () => {
      await connection`commit`;
      connection.release();
      await sql.end();
    },
  };
}

test.runIf(process.platform === "linux")(
  `${clients} saves at once with a database that does not keep up: what is too much is told to wait, memory stays bounded, and in the end each is stored once`,
  async () => {
    const history = new History();
    const attempts: Attempt[] = [];
    const untilStored = async () => {
      const operation = save(kilobytes);
      history.invoke(operation);
      for (;;) {
        const attempt = await sendOnce(server.url, operation);
        attempts.push(attempt);
        if (attempt?.status === 200) return history.acknowledge(operation);
        // As the page does it: never sooner than it is asked to, and spread.
        const seconds = Number(attempt?.retryAfter ?? 1);
        await wait(seconds * 1_000 * (1 + random() / 2));
      }
    };
    const before = memoryOf(server.pid);
    const { letGo } = await heldUp();
    const storing = Array.from({ length: clients }, untilStored);
    const startedMs = performance.now();
    const refused = () => attempts.filter((attempt) => attempt?.status === 503);
    while (refused().length === 0) {
      if (performance.now() - startedMs > 60_000) throw new Error("nobody is told to wait");
      await wait(20);
    }
    // Whoever has not been told to wait by now waits for the database.
    await wait(1_500);
    const firstTold = refused().length;
    await letGo();
    await Promise.all(storing);
    const { mostMb } = memoryOf(server.pid);
    console.info(
      `${clients} saves of ${kilobytes} kB at once: ${firstTold} told to wait at first, ${refused().length} in all, ${attempts.filter((attempt) => attempt === undefined).length} without an answer; all stored after ${((performance.now() - startedMs) / 1000).toFixed(1)} s; memory ${before.nowMb.toFixed(0)} MB before, ${mostMb.toFixed(0)} MB at most`,
    );
    expect(refused().length).toBeGreaterThan(0);
    for (const attempt of refused()) expect(attempt?.retryAfter).toBe("5");
    // Whose connection nobody accepts for ten seconds, on a busy machine, has no answer and asks again; few may.
    const answered = attempts.filter((attempt) => attempt !== undefined);
    expect(answered.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect(attempts.length - answered.length).toBeLessThan(clients / 10);
    expect(mostMb).toBeLessThan(1024);
    const findings = await checkHistory(store, history, {
      open: study,
      anonymous: { slug: "none" },
    });
    expect(findings).toEqual({ lost: [], altered: [], invented: [] });
    expect(history.acknowledged("draft-saves")).toBe(clients);
  },
  600_000,
);

test(`a whole authority behind one address: ${starts} people read the first page and save for the first time, and nobody is limited`, async () => {
  const statuses = new Map<string, number>();
  const begin = async () => {
    const page = await fetch(`${server.url}/s/open`);
    await page.arrayBuffer();
    const saved = await sendOnce(server.url, save(4));
    const seen = `${page.status} ${saved?.status}`;
    statuses.set(seen, (statuses.get(seen) ?? 0) + 1);
  };
  const startedMs = performance.now();
  let begun = 0;
  await Promise.all(
    Array.from({ length: 60 }, async () => {
      for (; begun < starts; await begin()) begun += 1;
    }),
  );
  console.info(
    `${starts} starts from one address in ${((performance.now() - startedMs) / 1000).toFixed(1)} s: ${[...statuses].map(([seen, count]) => `${count} × ${seen}`).join(", ")}`,
  );
  expect([...statuses]).toEqual([["200 200", starts]]);
}, 600_000);
