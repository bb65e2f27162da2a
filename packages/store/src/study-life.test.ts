import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Closed,
  Conflict,
  changedPlan,
  definitionHash,
  type Instrument,
  Invalid,
  instrumentSchema,
  NotFound,
  type Study,
  type StudyChanges,
} from "@mehrwert/study";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import definition from "../../../instruments/value-drivers/1.0.0/instrument.json" with {
  type: "json",
};
import { testDatabase } from "../../../test/setup/database.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";
import { WrongStage } from "./study-stage.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let sql: postgres.Sql;
let database: Awaited<ReturnType<typeof testDatabase>>;
let instrument: Instrument;
let hash: string;
const folder = mkdtempSync(join(tmpdir(), "mehrwert-life-"));
const deletionJournal = join(folder, "deletion-journal");
const today = "2026-11-28";
const credentialKey = { spki: "key", fingerprint: "0".repeat(64) };
const codeOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

beforeAll(async () => {
  database = await testDatabase();
  const participationFolder = join(folder, "participation");
  store = await openStore({ databaseUrl: database.url, deletionJournal, participationFolder });
  sql = postgres(database.url, { max: 1 });
  instrument = instrumentSchema.parse(definition);
  hash = await definitionHash(instrument);
});
afterAll(async () => {
  await sql.end();
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A study that is planned to the end. */
async function plannedStudy(slug: string, changes: Partial<Study> = {}): Promise<Study> {
  const study: Study = {
    ...exampleStudy,
    ...{ slug, status: "planned", definitionHash: hash, retentionDate: "2027-12-31" },
    ...changes,
  };
  await store.createStudy(study, instrument, study.credentialKey && "private key");
  return study;
}

async function change(slug: string, changes: StudyChanges) {
  const before = await store.plan(slug);
  return store.changePlan(slug, { revision: before.revision, after: changedPlan(before, changes) });
}

const open = (slug: string, wave = 1) => store.openWave(slug, { wave, today, instrument });
const answer = (slug: string, wave = 1) => {
  const response = { ...exampleResponse(randomUUID(), { "a-1": 1 }), wave, definitionHash: hash };
  return store.saveSurveyResponse(slug, response).then(() => response);
};
const freeze = async (slug: string, wave = 1) =>
  store.freezeDataset({
    ...{ study: slug, wave, day: today, softwareVersion: "1.0.0", responses: 1 },
    ...{ sha256: "a".repeat(64), file: new Uint8Array([1, 2, 3]) },
    deletions: await store.countDeletions(slug),
  });

test("a planned study may have empty texts, and takes no responses", async () => {
  const empty = { ...exampleStudy.informationSheet, purpose: { de: "", en: "" } };
  const study = await plannedStudy("empty", { informationSheet: empty });
  expect(await store.study("empty")).toEqual(study);
  await expect(answer("empty")).rejects.toThrow(Closed);
  await expect(open("empty")).rejects.toThrow(Invalid);
  expect((await store.study("empty")).status).toBe("planned");
});

test("changePlan saves over the revision that was read, and never over another one", async () => {
  await plannedStudy("revised");
  const first = await store.plan("revised");
  const after = changedPlan(first, { minimumGroupSize: 20, waves: [{ until: "2026-12-31" }] });
  expect(await store.changePlan("revised", { revision: 0, after })).toMatchObject({ revision: 1 });
  const late = store.changePlan("revised", { revision: 0, after: first });
  await expect(late).rejects.toThrow(Conflict);
  expect(await store.plan("revised")).toEqual({ ...after, revision: 1, facts: first.facts });
  expect(await store.study("revised")).toMatchObject({ minimumGroupSize: 20 });
});

test("changePlan gives another mode other keys", async () => {
  await plannedStudy("moding");
  const before = await store.plan("moding");
  const study: Study = { ...before.study, mode: "anonymous", credentialKey };
  const after = { ...before, study };
  await expect(store.changePlan("moding", { revision: 0, after })).rejects.toThrow();
  await store.changePlan("moding", { revision: 0, after, privateKey: "secret" });
  expect(await store.credentialPrivateKey("moding")).toBe("secret");
  await store.changePlan("moding", { revision: 1, after: before });
  expect(await store.credentialPrivateKey("moding")).toBeUndefined();
  expect(await store.study("moding")).toEqual(before.study);
});

test("no plan makes groups smaller once somebody is invited, and no row holds groups below five", async () => {
  await plannedStudy("grouped", { mode: "anonymous", credentialKey });
  await open("grouped");
  await store.invite({ study: "grouped", recipients: [undefined], codeOf });
  await expect(change("grouped", { minimumGroupSize: 9 })).rejects.toThrow(Invalid);
  await change("grouped", { minimumGroupSize: 11 });
  await expect(change("grouped", { minimumGroupSize: 10 })).rejects.toThrow(Invalid);
  expect(await store.study("grouped")).toMatchObject({ minimumGroupSize: 11 });
  const tooSmall = sql`update study set minimum_group_size = 4 where study = 'grouped'`;
  await expect(tooSmall).rejects.toMatchObject({ code: "23514" });
});

test("changePlan takes over nothing but the plan", async () => {
  await plannedStudy("stubborn");
  const before = await store.plan("stubborn");
  const study: Study = { ...before.study, status: "fielding", wave: 7, isSimulated: false };
  await store.changePlan("stubborn", { revision: 0, after: { ...before, study } });
  expect(await store.study("stubborn")).toEqual(before.study);
});

test("opening wave 2 keeps the answers of wave 1 apart, and lets people in with codes of its own", async () => {
  await plannedStudy("two-waves", { mode: "anonymous", credentialKey });
  await change("two-waves", { waves: [{ until: "2026-12-01" }, { until: "2027-02-01" }] });
  await open("two-waves");
  const [invitation] = await store.invite({ study: "two-waves", recipients: ["a"], codeOf });
  const of = { study: "two-waves", code: invitation?.code ?? "" };
  expect(await store.useInvitation({ ...of, mark: new Uint8Array(32).fill(1) })).toBe(true);
  await answer("two-waves");
  await expect(open("two-waves", 2)).rejects.toThrow(WrongStage);
  await store.closeStudy("two-waves");
  await expect(open("two-waves", 3)).rejects.toThrow(WrongStage);
  expect(await store.isInvitationFree(of)).toBe(false);
  await open("two-waves", 2);
  await expect(open("two-waves", 2)).rejects.toThrow(WrongStage);
  expect(await store.isInvitationFree(of)).toBe(false);
  const again = await store.invite({ study: "two-waves", recipients: ["a"], codeOf });
  const anew = { study: "two-waves", code: again[0]?.code ?? "" };
  expect(anew.code).not.toBe(of.code);
  expect(await store.isInvitationFree(anew)).toBe(true);
  expect(await store.useInvitation({ ...of, mark: new Uint8Array(32).fill(2) })).toBe(false);
  await answer("two-waves", 2);
  await answer("two-waves", 2);
  expect(await store.countResponses("two-waves")).toBe(3);
  expect(await store.countResponses("two-waves", 1)).toBe(1);
  expect((await store.responses("two-waves", 2)).map(({ wave }) => wave)).toEqual([2, 2]);
});

test("a wave that was closed by mistake opens again, until it is frozen", async () => {
  await plannedStudy("again");
  await open("again");
  await answer("again");
  await store.closeStudy("again");
  await open("again");
  await answer("again");
  await store.closeStudy("again");
  expect(await freeze("again")).toBe(true);
  await expect(open("again")).rejects.toThrow(WrongStage);
});

test("a wave ends by itself after its last day, and who has begun may finish", async () => {
  await plannedStudy("dated", { finishingDays: 3 });
  await change("dated", { waves: [{ until: "2026-12-01" }] });
  await open("dated");
  await plannedStudy("undated");
  await open("undated");
  expect(await store.finishPastWaves("2026-12-01")).toBe(0);
  expect(await store.finishPastWaves("2026-12-02")).toBe(1);
  expect(await store.study("dated")).toMatchObject({ status: "finishing", lastDay: "2026-12-04" });
  expect(await store.study("undated")).toMatchObject({ status: "fielding" });
});

test("a dataset is frozen once, when nobody can answer any more", async () => {
  await plannedStudy("frozen");
  await open("frozen");
  await answer("frozen");
  await expect(freeze("frozen")).rejects.toThrow(WrongStage);
  await store.closeStudy("frozen");
  const dataset = { study: "frozen", wave: 1, day: today, softwareVersion: "1.0.0", responses: 1 };
  const file = { sha256: "a".repeat(64), file: new Uint8Array([1, 2, 3]) };
  expect(await store.freezeDataset({ ...dataset, ...file, deletions: 1 })).toBe(false);
  expect(await freeze("frozen")).toBe(true);
  await expect(freeze("frozen")).rejects.toThrow(WrongStage);
  expect(Buffer.from((await store.frozenDatasetFile("frozen", 1)) ?? [])).toEqual(
    Buffer.from([1, 2, 3]),
  );
  expect(await store.frozenDatasets("frozen")).toEqual([
    {
      wave: 1,
      day: today,
      softwareVersion: "1.0.0",
      responses: 1,
      sha256: "a".repeat(64),
      isKept: true,
    },
  ]);
});

test("a withdrawal takes the frozen file with it; its hash stays", async () => {
  await plannedStudy("withdrawn");
  await open("withdrawn");
  const response = { ...exampleResponse(randomUUID(), {}), definitionHash: hash };
  const receiptHash = "b".repeat(64);
  await store.saveSurveyResponse("withdrawn", { ...response, receiptHash });
  await store.closeStudy("withdrawn");
  await freeze("withdrawn");
  await store.withdrawSurveyResponse({ study: "withdrawn", receiptHash, day: today });
  expect(await store.frozenDatasetFile("withdrawn", 1)).toBeUndefined();
  expect(await store.frozenDatasets("withdrawn")).toMatchObject([
    { isKept: false, sha256: "a".repeat(64) },
  ]);
  expect(await freeze("withdrawn")).toBe(true);
});

test("archiving forgets who was invited and the keys, keeps the answers, and asks for a frozen dataset first", async () => {
  await plannedStudy("shelf", { mode: "anonymous", credentialKey });
  await open("shelf");
  await store.invite({ study: "shelf", recipients: ["ada@example.org"], codeOf });
  await answer("shelf");
  await expect(store.archiveStudy("shelf")).rejects.toThrow(WrongStage);
  await store.closeStudy("shelf");
  await expect(store.archiveStudy("shelf")).rejects.toThrow(WrongStage);
  await freeze("shelf");
  await store.archiveStudy("shelf");
  expect(await store.study("shelf")).toMatchObject({ status: "archived" });
  expect(await store.invitations({ study: "shelf", codeOf })).toEqual([]);
  expect(await store.credentialPrivateKey("shelf")).toBeUndefined();
  expect(await store.countResponses("shelf")).toBe(1);
  await expect(open("shelf", 2)).rejects.toThrow(WrongStage);
  await expect(change("shelf", { minimumGroupSize: 99 })).rejects.toThrow(Invalid);
});

test("an archived study's answers go on the day after its retention date, and it stays archived", async () => {
  await plannedStudy("kept-long", { retentionDate: "2026-12-31" });
  await open("kept-long");
  await answer("kept-long");
  await store.closeStudy("kept-long");
  await freeze("kept-long");
  await store.archiveStudy("kept-long");
  await plannedStudy("still-planned", { retentionDate: "2026-12-31" });
  await store.deleteExpiredResponses("2027-01-01");
  expect(await store.countResponses("kept-long")).toBe(0);
  expect(await store.frozenDatasetFile("kept-long", 1)).toBeUndefined();
  expect((await store.study("kept-long")).status).toBe("archived");
  expect((await store.study("still-planned")).status).toBe("planned");
});

test("deleting a study leaves nothing of it but lines in the deletion journal", async () => {
  await plannedStudy("gone", { mode: "anonymous", credentialKey });
  await change("gone", { expectedRespondents: 100 });
  await store.renewPilotKey("gone");
  await store.savePilotComment("gone", {
    ...{ comment: "Gut", language: "de", instrumentVersion: "1.0.0", day: today },
  });
  await open("gone");
  await store.invite({ study: "gone", recipients: ["ada@example.org"], codeOf });
  await answer("gone");
  await expect(store.deleteStudy({ study: "gone", day: today })).rejects.toThrow(WrongStage);
  await store.closeStudy("gone");
  await freeze("gone");
  await store.deleteStudy({ study: "gone", day: today });
  await expect(store.study("gone")).rejects.toThrow(NotFound);
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'study'`;
  expect(tables.length).toBeGreaterThan(15);
  for (const { name } of tables)
    expect([name, await sql`select * from ${sql(name)} where study = 'gone'`]).toEqual([name, []]);
  expect(readFileSync(deletionJournal, "utf8")).toMatch(/^gone [0-9a-f]{64} 2026-11-28$/m);
});

test("answers and comments of testers are in no count, no response and no dataset", async () => {
  await plannedStudy("tried");
  const { answers, presentation } = exampleResponse(randomUUID(), { "a-1": 1 });
  const response = { answers, presentation, language: "de" as const };
  const test = { ...response, instrumentVersion: "1.0.0", definitionHash: hash };
  const id = randomUUID();
  expect(await store.savePilotResponse("tried", { id, ...test })).toBe(true);
  expect(await store.savePilotResponse("tried", { id, ...test })).toBe(true);
  const comment = { page: "ranking", comment: "Zu lang", language: "de" as const };
  const noted = { ...comment, instrumentVersion: "1.0.0", day: today };
  await store.savePilotComment("tried", noted);
  const [found] = await store.pilotComments("tried");
  expect(found).toEqual({ ...noted, id: found?.id, isSettled: false });
  expect(await store.pilotState("tried")).toEqual({ testers: 1, openComments: 1 });
  expect(await store.settlePilotComment("tried", { id: found?.id ?? "", isSettled: true })).toBe(
    true,
  );
  expect(await store.pilotState("tried")).toEqual({ testers: 1, openComments: 0 });
  expect(await store.responses("tried")).toEqual([]);
  expect(await store.countResponses("tried")).toBe(0);
  expect((await store.plan("tried")).facts).toEqual({ isInvited: false, hasResponses: false });
  const key = await store.renewPilotKey("tried");
  expect(key).toMatch(/^[A-Za-z0-9_-]{20}$/);
  expect(await store.renewPilotKey("tried")).not.toBe(key);
  await store.clearPilot("tried");
  expect(await store.pilotState("tried")).toEqual({ testers: 0, openComments: 0 });
});
