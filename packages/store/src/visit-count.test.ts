import { randomUUID } from "node:crypto";
import type { Submission, Visit } from "@mehrwert/study";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connection, testDatabase } from "../../../test/setup/database.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let other: Store;
let sql: postgres.Sql;
let database: Awaited<ReturnType<typeof testDatabase>>;
let studies = 0;

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
  other = await openStore({ databaseUrl: database.url });
  sql = connection(database.url);
});
afterAll(async () => {
  await store.close();
  await other.close();
  await sql.end();
  await database.drop();
});

async function freshStudy(settings: Partial<typeof exampleStudy> = {}): Promise<string> {
  studies += 1;
  const slug = `study-${studies}`;
  await store.createStudy({ ...exampleStudy, slug, ...settings });
  return slug;
}

const onPhone: Visit = { minutes: 12, device: "phone" };
const submission = (visit?: Visit): Submission => ({
  ...exampleResponse(randomUUID(), { "a-1": 1 }),
  ...(visit && { visit }),
});
const visitsOf = async (study: string, wave = 1) =>
  (await store.fieldwork.fieldCounts({ study, wave, mode: "open" })).visits;
const countedIn = async (study: string) => (await visitsOf(study))?.responses ?? 0;

test("duration and device are counted for all together, and no response keeps any of it", async () => {
  const study = await freshStudy();
  const given = submission({ minutes: 237, device: "tablet" });
  expect(await store.saveSurveyResponse(study, given)).toBe("stored");
  await store.saveSurveyResponse(study, submission(onPhone));
  await store.saveSurveyResponse(study, submission(onPhone));
  expect(await visitsOf(study)).toEqual({
    responses: 3,
    medianMinutes: 12,
    devices: [
      { device: "phone", responses: 2 },
      { device: "tablet", responses: 1 },
      { device: "computer", responses: 0 },
    ],
  });
  const { visit: _, ...response } = given;
  expect(await store.responses(study)).toContainEqual(response);
  const tables = await sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name <> 'visit_count'`;
  for (const { name } of tables) {
    const rows =
      await sql`select t::text as row from ${sql(name)} t where t::text like ${"%tablet%"}`;
    expect([name, rows.length]).toEqual([name, 0]);
  }
});

test("the same response sent again counts nothing, even if it says that it took longer", async () => {
  const study = await freshStudy();
  const given = submission(onPhone);
  expect(await store.saveSurveyResponse(study, given)).toBe("stored");
  const again = { ...given, visit: { minutes: 13, device: "phone" as const } };
  for (let time = 0; time < 3; time += 1)
    expect(await store.saveSurveyResponse(study, again)).toBe("already-stored");
  const { visit: _, ...silent } = given;
  expect(await store.saveSurveyResponse(study, silent)).toBe("already-stored");
  expect(await visitsOf(study)).toMatchObject({ responses: 1, medianMinutes: 12 });
});

test("what is refused counts nothing, nor does what says nothing of its visit", async () => {
  const study = await freshStudy();
  await store.saveSurveyResponse(study, submission());
  await store.saveSurveyResponses(study, [submission(onPhone)]);
  expect(await visitsOf(study)).toBeUndefined();
  const given = submission();
  await store.saveSurveyResponse(study, given);
  const clash = { ...given, answers: { "a-1": 2 }, visit: onPhone };
  await expect(store.saveSurveyResponse(study, clash)).rejects.toThrow();
  await store.setStudyStatus(study, "closed");
  await expect(store.saveSurveyResponse(study, submission(onPhone))).rejects.toThrow();
  expect(await visitsOf(study)).toBeUndefined();
});

test("many at once, in groups, from two processes and in two studies, are each counted once", async () => {
  const both = [await freshStudy(), await freshStudy()];
  const devices = ["phone", "tablet", "computer"] as const;
  const given = Array.from({ length: 300 }, (_, n) => ({
    study: both[n % 2] ?? "",
    given: submission({ minutes: n % 7, device: devices[n % 3] ?? "phone" }),
  }));
  const sendings = [...given, ...given.toReversed()].map(({ study, given: one }, n) =>
    (n % 2 === 0 ? store : other).saveSurveyResponse(study, one),
  );
  const outcomes = await Promise.all(sendings);
  expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(300);
  for (const study of both)
    expect(await visitsOf(study)).toEqual({
      ...{ responses: 150, medianMinutes: 3 },
      devices: devices.map((device) => ({ device, responses: 50 })),
    });
});

test("each wave counts on its own, and panels count a response once, too", async () => {
  const study = await freshStudy();
  await store.saveSurveyResponse(study, submission(onPhone));
  await store.saveSurveyResponse(study, { ...submission(onPhone), wave: 2 });
  for (const wave of [1, 2])
    expect(await visitsOf(study, wave)).toMatchObject({ responses: 1, medianMinutes: 12 });
  const panel = await freshStudy({ mode: "confidential" });
  const codeOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const [one] = await store.addPanelists({ study: panel, recipients: [undefined], codeOf });
  const of = { study: panel, participant: one?.participant ?? "" };
  await store.savePanelResponse(of, submission(onPhone));
  await expect(store.savePanelResponse(of, submission(onPhone))).rejects.toThrow();
  expect(await countedIn(panel)).toBe(1);
});

test("what was counted goes with the responses after the retention date, and with the study", async () => {
  const dated = await freshStudy({ retentionDate: "2027-12-31" });
  const study = await freshStudy();
  for (const slug of [dated, study]) await store.saveSurveyResponse(slug, submission(onPhone));
  await store.deleteExpiredResponses("2028-01-01");
  expect(await countedIn(dated)).toBe(0);
  expect(await countedIn(study)).toBe(1);
  await store.setStudyStatus(study, "closed");
  await store.deleteStudy({ study, day: "2028-01-02" });
  expect(await sql`select 1 from visit_count where study in (${study}, ${dated})`).toEqual([]);
});

test("a withdrawn response stays counted, because nothing tells which count was its", async () => {
  const study = await freshStudy();
  const receiptHash = "a".repeat(64);
  await store.saveSurveyResponse(study, { ...submission(onPhone), receiptHash });
  const of = { study, receiptHash, day: "2026-11-29" };
  expect(await store.withdrawSurveyResponse(of)).toBe(true);
  expect(await store.countResponses(study)).toBe(0);
  expect(await countedIn(study)).toBe(1);
});

test("only what the database keeps beside its rows tells which count rose when a response was stored", async () => {
  const study = await freshStudy();
  const given = submission({ minutes: 99, device: "computer" });
  await store.saveSurveyResponse(study, given);
  const joined = await sql`
    select id, minutes, device from survey_response join visit_count
    on survey_response.xmin = visit_count.xmin and survey_response.study = visit_count.study
    where visit_count.study = ${study}`;
  expect(joined).toEqual([{ id: given.id, minutes: 99, device: "computer" }]);
});

test("old figures without visits are read as they were kept, and new ones come back as they were kept", async () => {
  const study = await freshStudy();
  const old = { begun: 5, complete: 5, partial: 0, lastPages: [], units: [] };
  const visits = { responses: 10, medianMinutes: 7.5, devices: [] };
  await store.fieldwork.keepShownProgress({ study, wave: 1 }, { day: "2026-11-28", figures: old });
  await store.fieldwork.keepShownProgress(
    { study, wave: 1 },
    { day: "2026-11-29", figures: { ...old, visits } },
  );
  expect(await store.fieldwork.shownProgress(study, 1)).toEqual([
    { day: "2026-11-28", figures: old },
    { day: "2026-11-29", figures: { ...old, visits } },
  ]);
});
