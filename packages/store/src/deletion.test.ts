import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Withdrawn } from "@mehrwert/study";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";
import { StoreUnavailable } from "./store-unavailable.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "mehrwert-journal-"));
let store: Store;
let sql: postgres.Sql;
let database: Awaited<ReturnType<typeof testDatabase>>;
let count = 0;
const journal = join(folder, "deletion-journal");
const day = "2026-12-24";

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url, deletionJournal: journal });
  sql = postgres(database.url, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function freshStudy(): Promise<string> {
  count += 1;
  const slug = `study-${count}`;
  await store.createStudy({ ...exampleStudy, slug });
  return slug;
}

const receipt = (digit: string) => digit.repeat(64);
const submission = (receiptHash: string) => ({
  ...exampleResponse(randomUUID(), { "a-1": 1 }),
  receiptHash,
});

test("withdrawing deletes exactly the response of the receipt, and only once", async () => {
  const study = await freshStudy();
  const [one, other] = [submission(receipt("1")), submission(receipt("2"))];
  await store.saveSurveyResponse(study, one);
  await store.saveSurveyResponse(study, other);
  const of = { study, receiptHash: receipt("1"), day };
  expect(await store.withdrawSurveyResponse({ ...of, study: await freshStudy() })).toBe(false);
  expect(await store.withdrawSurveyResponse({ ...of, receiptHash: receipt("3") })).toBe(false);
  expect(await store.countResponses(study)).toBe(2);
  expect(await store.withdrawSurveyResponse(of)).toBe(true);
  expect((await store.responses(study)).map(({ id }) => id)).toEqual([other.id]);
  expect(await store.withdrawSurveyResponse(of)).toBe(false);
  expect(await store.countDeletions(study)).toBe(1);
});

test("a withdrawn response that is sent again stays withdrawn, also in a batch", async () => {
  const study = await freshStudy();
  const response = submission(receipt("4"));
  await store.saveSurveyResponse(study, response);
  await store.withdrawSurveyResponse({ study, receiptHash: receipt("4"), day });
  await expect(store.saveSurveyResponse(study, response)).rejects.toThrow(Withdrawn);
  const { receiptHash: _, ...plain } = response;
  await expect(store.saveSurveyResponses(study, [plain])).rejects.toThrow(Withdrawn);
  expect(await store.countResponses(study)).toBe(0);
});

test("what is read of a response never holds its receipt; sending again keeps the first one", async () => {
  const study = await freshStudy();
  const response = submission(receipt("5"));
  const { receiptHash: _, ...plain } = response;
  await store.saveSurveyResponse(study, response);
  expect(await store.responses(study)).toEqual([plain]);
  const again = { ...response, receiptHash: receipt("6") };
  expect(await store.saveSurveyResponse(study, again)).toBe("already-stored");
  expect(await store.hasReceipt(study, again)).toBe(false);
  expect(await store.hasReceipt(study, response)).toBe(true);
  expect(await store.hasReceipt(study, plain)).toBe(false);
});

test("the journal holds the hash of an id and a day, for the owner's eyes only", async () => {
  const study = await freshStudy();
  const response = submission(receipt("7"));
  await store.saveSurveyResponse(study, response);
  await store.withdrawSurveyResponse({ study, receiptHash: receipt("7"), day });
  const last = readFileSync(journal, "utf8").trimEnd().split("\n").at(-1);
  expect(last).toMatch(new RegExp(`^${study} [0-9a-f]{64} 2026-12-24$`));
  expect(statSync(journal).mode & 0o777).toBe(0o600);
  const kept = await sql`select * from deletion where study = ${study}`;
  expect(JSON.stringify(kept)).not.toContain(response.id);
  expect(readFileSync(journal, "utf8")).not.toContain(receipt("7"));
});

test("an older copy of the table does not bring a withdrawn response back", async () => {
  const study = await freshStudy();
  const [one, other] = [submission(receipt("8")), submission(receipt("9"))];
  await store.saveSurveyResponse(study, one);
  await store.saveSurveyResponse(study, other);
  await sql`create table older_copy as select * from survey_response where study = ${study}`;
  await store.withdrawSurveyResponse({ study, receiptHash: receipt("8"), day });
  await sql`delete from survey_response where study = ${study}`;
  await sql`delete from deletion`;
  await sql`insert into survey_response select * from older_copy`;
  await sql`drop table older_copy`;
  expect(await store.countResponses(study)).toBe(2);
  expect(await store.replayDeletions()).toBe(1);
  expect((await store.responses(study)).map(({ id }) => id)).toEqual([other.id]);
  expect(await store.replayDeletions()).toBe(0);
  await expect(store.saveSurveyResponse(study, one)).rejects.toThrow(Withdrawn);
});

test("a lost file is written again from the database, a line cut short is passed over", async () => {
  const before = readFileSync(journal, "utf8").split("\n").filter(Boolean).toSorted();
  rmSync(journal);
  await store.replayDeletions();
  appendFileSync(journal, "study-1 0123abc");
  const study = await freshStudy();
  await store.saveSurveyResponse(study, submission(receipt("a")));
  await store.withdrawSurveyResponse({ study, receiptHash: receipt("a"), day });
  await store.replayDeletions();
  const lines = readFileSync(journal, "utf8").split("\n").filter(Boolean);
  expect(lines).toEqual(expect.arrayContaining(before));
  expect(lines.at(-1)).toMatch(new RegExp(`^${study} [0-9a-f]{64} `));
});

test("a journal that cannot be read stops the start and says so", async () => {
  const broken = join(folder, "broken");
  writeFileSync(broken, "study-1 anything else\n");
  const opening = openStore({ databaseUrl: database.url, deletionJournal: broken });
  await expect(opening).rejects.toThrow(StoreUnavailable);
  await expect(opening).rejects.toThrow(/deletion journal .*broken cannot be read \(1\)/);
});
