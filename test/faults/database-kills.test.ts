import { setTimeout as wait } from "node:timers/promises";
import { seededRandom } from "@mehrwert/analysis";
import type { Study } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { howOften } from "./how-often.ts";
import { checkHistory } from "./load/check-history.ts";
import { createFaultStudies } from "./load/fault-studies.ts";
import { History } from "./load/history.ts";
import { type ServedOnRelay, serveOnRelay } from "./load/served-on-relay.ts";
import { told } from "./load/told.ts";
import { type Attempt, write } from "./load/writer.ts";

const kills = howOften({ inTest: 3, inLong: 200 });
const restarts = howOften({ inTest: 1, inLong: 10 });
const longestWaitMs = howOften({ inTest: 500, inLong: 1_200 });
const writers = 6;
let served: ServedOnRelay;
const history = new History();
let studies: { open: Study; anonymous: Study; codes: string[] };

beforeAll(async () => {
  served = await serveOnRelay(async (store) => {
    studies = await createFaultStudies(store, (kills + restarts) * 50);
  });
});
afterAll(async () => {
  await served?.stop();
});

/** Lets everybody write while `happen` happens, and until each has been answered once more after it. */
async function whileWriting(happen: () => Promise<void>) {
  const attempts: Attempt[] = [];
  let isOver = false;
  let answeredSince = 0;
  const onAttempt = (attempt: Attempt) => {
    attempts.push(attempt);
    if (attempt !== undefined && attempt.status < 300) answeredSince += 1;
  };
  const url = () => served.server.url;
  const writing = Array.from({ length: writers }, (_, seed) =>
    write({ ...studies, url, history, isOver: () => isOver, seed }, onAttempt),
  );
  await wait(100);
  await happen();
  const endedMs = performance.now();
  for (answeredSince = 0; answeredSince < 10; ) {
    if (performance.now() - endedMs > 60_000) throw new Error("nobody is answered any more");
    await wait(20);
  }
  const healedMs = performance.now() - endedMs;
  isOver = true;
  await Promise.all(writing);
  const findings = await served.withStore((store) => checkHistory(store, history, studies));
  return { attempts, findings, healedMs };
}

const nothing = { lost: [], altered: [], invented: [] };

test.runIf(process.platform === "linux")(
  `after ${kills} kill -9 of the whole database under load, what was acknowledged is there once and as it was sent, and the application never ended`,
  async () => {
    const random = seededRandom(3);
    const { pid } = served.server;
    const { findings, healedMs } = await whileWriting(async () => {
      for (let kill = 0; kill < kills; kill += 1) {
        await wait(50 + random() * longestWaitMs);
        await served.restartDatabase("kill");
      }
    });
    console.info(told(history, findings, `${kills} kills of the database`));
    console.info(`answered again ${(healedMs / 1000).toFixed(1)} s after the last`);
    expect(findings).toEqual(nothing);
    expect(history.acknowledged("draft-saves")).toBeGreaterThan(kills);
    expect(process.kill(pid, 0)).toBe(true);
    expect(healedMs).toBeLessThan(30_000);
  },
  60 * 60_000,
);

test.runIf(process.platform === "linux")(
  "while the database restarts in order, clients are told to wait, then they are served again, without a restart of the application",
  async () => {
    const { attempts, findings, healedMs } = await whileWriting(async () => {
      for (let restart = 0; restart < restarts; restart += 1) {
        await wait(300);
        await served.restartDatabase("fast");
      }
    });
    const waits = attempts.filter((attempt) => attempt?.status === 503);
    console.info(
      `${restarts} restarts: ${attempts.length} requests, ${waits.length} told to wait, ${attempts.filter((attempt) => attempt === undefined).length} without an answer; served again after ${(healedMs / 1000).toFixed(1)} s`,
    );
    expect(findings).toEqual(nothing);
    expect(attempts).not.toContain(undefined);
    expect(waits.length).toBeGreaterThan(0);
    for (const attempt of waits) expect(attempt?.retryAfter).toBe("5");
    expect(healedMs).toBeLessThan(10_000);
  },
  10 * 60_000,
);
