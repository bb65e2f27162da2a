import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { openStore, type Store, startEmbeddedPostgres } from "@mehrwert/store";
import type { Study } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../setup/database.ts";
import { killDatabaseIn } from "../setup/kill-database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";
import { howOften } from "./how-often.ts";
import { checkHistory } from "./load/check-history.ts";
import { createFaultStudies } from "./load/fault-studies.ts";
import { History } from "./load/history.ts";
import { told } from "./load/told.ts";
import { write } from "./load/writer.ts";

const kills = howOften({ inTest: 4, inLong: 200 });
const longestWaitMs = howOften({ inTest: 400, inLong: 1_500 });
const writers = 6;
const { folder, remove } = temporaryFolder();
const dataFolder = join(folder, "data");
const history = new History();
let studies: { open: Study; anonymous: Study; codes: string[] };
let server: MehrwertProcess;

/** Opens what the server keeps, as the server does, while it does not run. */
async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataFolder });
  const store = await openStore({
    databaseUrl: postgres.url,
    deletionJournal: join(dataFolder, "deletion-journal"),
    participationFolder: join(dataFolder, "participation"),
  });
  try {
    return await work(store);
  } finally {
    await store.close();
    await postgres.stop();
  }
}

beforeAll(async () => {
  studies = await withStore((store) => createFaultStudies(store, kills * 50));
});
afterAll(async () => {
  await server?.kill(true);
  killDatabaseIn(folder);
  remove();
});

test.runIf(process.platform === "linux")(
  `after ${kills} kill -9 of the application, every second one with its database, under load from ${writers} writers, what was acknowledged is there once and as it was sent`,
  async () => {
    const random = seededRandom(1);
    const port = await freePort();
    const start = () => startMehrwert({ MEHRWERT_DATA: dataFolder }, port);
    let isOver = false;
    server = await start();
    const writing = Array.from({ length: writers }, (_, seed) =>
      write({ ...studies, url: () => server.url, history, isOver: () => isOver, seed }),
    );
    const startsMs: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50 + random() * longestWaitMs));
      await server.kill(kill % 2 === 1);
      const killedMs = performance.now();
      server = await start();
      startsMs.push(performance.now() - killedMs);
    }
    isOver = true;
    await Promise.all(writing);
    expect(await server.stop()).toBe(0);

    const findings = await withStore((store) => checkHistory(store, history, studies));
    console.info(told(history, findings, `${kills} kills of the application`));
    console.info(`serving again after ${(Math.max(...startsMs) / 1000).toFixed(1)} s at most`);
    expect(findings).toEqual({ lost: [], altered: [], invented: [] });
    for (const door of ["draft-saves", "responses", "credentials"] as const)
      expect(history.acknowledged(door)).toBeGreaterThan(0);
    expect(history.acknowledged("draft-saves")).toBeGreaterThan(kills * 4);
  },
  60 * 60_000,
);
