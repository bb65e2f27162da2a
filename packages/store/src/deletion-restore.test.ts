import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { temporaryFolder } from "../../../test/setup/database.ts";
import { startEmbeddedPostgres } from "./embedded-postgres/embedded-postgres.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";

vi.setConfig({ testTimeout: 180_000 });

const { folder, remove } = temporaryFolder();
afterAll(remove);
const dataFolder = join(folder, "data");
const deletionJournal = join(dataFolder, "deletion-journal");
const backup = join(folder, "backup");

/** Runs the server's own database as a start of Mehrwert does, and stops it. */
async function whileRunning<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataFolder });
  try {
    const store = await openStore({ databaseUrl: postgres.url, deletionJournal });
    return await use(store).finally(() => store.close());
  } finally {
    await postgres.stop();
  }
}

const receipt = (digit: string) => digit.repeat(64);
const slug = exampleStudy.slug;

test("an older backup of the whole database does not bring a withdrawn response back", async () => {
  const [withdrawn, kept] = [receipt("1"), receipt("2")].map((receiptHash) => ({
    ...exampleResponse(randomUUID(), { "a-1": 1 }),
    receiptHash,
  }));
  if (!withdrawn || !kept) throw new Error("two responses");
  await whileRunning(async (store) => {
    await store.createStudy(exampleStudy);
    await store.saveSurveyResponse(slug, withdrawn);
    await store.saveSurveyResponse(slug, kept);
  });
  execFileSync("cp", ["-a", join(dataFolder, "postgres"), backup]);
  const isDeleted = await whileRunning((store) =>
    store.withdrawSurveyResponse({ study: slug, receiptHash: receipt("1"), day: "2026-12-24" }),
  );
  expect(isDeleted).toBe(true);

  rmSync(join(dataFolder, "postgres"), { recursive: true });
  execFileSync("cp", ["-a", backup, join(dataFolder, "postgres")]);
  await whileRunning(async (store) => {
    expect((await store.responses(slug)).map(({ id }) => id)).toEqual([kept.id]);
    expect(await store.countDeletions(slug)).toBe(1);
  });

  // Without the journal it would be back: the backup holds it.
  const journal = readFileSync(deletionJournal, "utf8");
  expect(journal.trim().split("\n")).toHaveLength(1);
  rmSync(deletionJournal);
  rmSync(join(dataFolder, "postgres"), { recursive: true });
  execFileSync("cp", ["-a", backup, join(dataFolder, "postgres")]);
  await whileRunning(async (store) => expect(await store.countResponses(slug)).toBe(2));
});
