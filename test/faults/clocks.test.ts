import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { createApp, createLog } from "@mehrwert/api";
import { openStore, type Store } from "@mehrwert/store";
import { type Study, simulateAnswers } from "@mehrwert/study";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { deleteDaily } from "../../apps/api/src/start/daily-deletion.ts";
import { testAccounts } from "../setup/account.ts";
import { testDatabase } from "../setup/database.ts";
import { valueDrivers } from "../setup/server.ts";
import { faultStudy } from "./load/fault-studies.ts";
import { draftSave, responseTo } from "./load/writer.ts";

const folder = mkdtempSync(join(tmpdir(), "mehrwert-clocks-"));
const random = seededRandom(26);
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let sql: postgres.Sql;
/** The server's clock. */
let serverTime = new Date("2026-11-28T12:00:00Z");
let studies = 0;

beforeAll(async () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  expect(new Date("2026-07-01T00:00:00Z").getHours()).toBe(2);
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url, participationFolder: folder });
  sql = postgres(database.url, { max: 1 });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sql.end();
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function freshStudy(changes: Partial<Study> = {}): Promise<Study> {
  studies += 1;
  const study = await faultStudy(`clock-${studies}`, changes);
  await store.createStudy(study, valueDrivers());
  return study;
}

const app = () =>
  createApp({
    store,
    accounts: testAccounts(store, () => serverTime),
    instruments: new Map([["value-drivers/1.0.0", valueDrivers()]]),
    now: () => serverTime,
    log: createLog("silent"),
    webApps: { questionnaire: "/nowhere", console: "/nowhere" },
    softwareVersion: "0.0.0-test",
  });

async function post(to: ReturnType<typeof app>, path: string, body: unknown) {
  const reply = await to.request(`/api/studies/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", date: new Date().toUTCString() },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.json() };
}

/** Once through: two saves, the older once more, the response. What is stored of it, without the ids. */
async function participate(study: Study, moment: (step: number) => void = () => {}) {
  const server = app();
  const id = randomUUID();
  const said: unknown[] = [];
  for (const [step, revision] of [1, 2, 3, 2].entries()) {
    moment(step);
    const { body } = await post(
      server,
      `${study.slug}/draft-saves`,
      draftSave(id, revision, () => 0),
    );
    said.push(body.result);
  }
  const [draft] = await sql`
    select revision, day::text as day from response_draft where id = ${id}`;
  moment(4);
  const response = {
    ...responseTo(study, id),
    ...simulateAnswers(valueDrivers(), seededRandom(1)),
  };
  const { status } = await post(server, `${study.slug}/responses`, response);
  const [row] = await sql`
    select answers, language, wave from survey_response where id = ${id}`;
  return { said, draft: { ...draft }, status, row: { ...row } };
}

test.each([
  ["ten years ahead", "2036-11-28T12:00:00Z"],
  ["ten years behind", "2016-11-28T12:00:00Z"],
  ["at the beginning of time", "1970-01-01T00:00:00Z"],
])(
  "beside the clock that a server was given, no other counts: with all of them %s, the same is left behind",
  async (_, browserTime) => {
    serverTime = new Date("2026-11-28T12:00:00Z");
    const expected = await participate(await freshStudy());
    expect(expected).toMatchObject({
      said: ["saved", "saved", "saved", "already-saved"],
      draft: { revision: 3, day: "2026-11-28" },
      status: 201,
    });
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(browserTime) });
    expect(await participate(await freshStudy())).toEqual(expected);
  },
);

test.each([
  ["two hours back", "2026-11-28T12:00:00Z", -2],
  ["two hours back over midnight", "2026-11-29T01:00:00Z", -2],
  ["two hours ahead", "2026-11-28T23:00:00Z", 2],
  ["through the hour that comes twice in Berlin", "2026-10-25T00:30:00Z", 1],
  ["through the hour that is left out in Berlin", "2026-03-29T00:59:59Z", 1],
])(
  "a server whose clock goes %s keeps revisions in order, and stores once",
  async (_, from, hours) => {
    serverTime = new Date(from);
    const outcome = await participate(await freshStudy(), (step) => {
      if (step > 0) serverTime = new Date(Date.parse(from) + hours * 3_600_000);
    });
    expect(outcome.said).toEqual(["saved", "saved", "saved", "already-saved"]);
    expect(outcome.draft.revision).toBe(3);
    expect(outcome.status).toBe(201);
  },
);

test("a server whose clock goes back by two hours sees at once that a study has ended", async () => {
  const study = await freshStudy();
  serverTime = new Date("2026-11-28T12:00:00Z");
  const server = app();
  const begun = draftSave(randomUUID(), 1, random);
  expect((await post(server, `${study.slug}/draft-saves`, begun)).status).toBe(200);
  serverTime = new Date("2026-11-28T10:00:00Z");
  await store.setStudyStatus(study.slug, "closed");
  const late = draftSave(randomUUID(), 1, random);
  expect(await post(server, `${study.slug}/draft-saves`, late)).toMatchObject({
    status: 403,
    body: { type: "/problems/closed" },
  });
});

/** Lets the daily run happen at each of these moments, and gives what is left of a study after each. */
async function afterEachRun(study: Study, moments: readonly string[]) {
  const states: { status: string; responses: number }[] = [];
  const run = async () => {
    const stop = deleteDaily({ store, now: () => serverTime, log: createLog("silent") });
    await stop();
    const { status } = await store.study(study.slug);
    states.push({ status, responses: await store.countResponses(study.slug) });
  };
  for (const moment of moments) {
    serverTime = new Date(moment);
    await run();
  }
  return states;
}

test("responses are kept until the end of their last day, through both nights when Berlin changes its clocks and after a step back", async () => {
  for (const [lastDay, nextDay] of [
    ["2026-03-28", "2026-03-29"],
    ["2026-10-25", "2026-10-26"],
    ["2026-12-31", "2027-01-01"],
  ]) {
    const study = await freshStudy({ retentionDate: lastDay ?? "" });
    await store.saveSurveyResponse(study.slug, {
      ...responseTo(study, randomUUID()),
      ...simulateAnswers(valueDrivers(), random),
    });
    const kept = { status: "fielding", responses: 1 };
    const gone = { status: "closed", responses: 0 };
    const moments = [
      `${lastDay}T00:00:00Z`,
      `${lastDay}T23:59:59Z`,
      // Back by two hours, and forth again, before the day has ended.
      `${lastDay}T21:59:59Z`,
      `${lastDay}T23:59:59.999Z`,
      `${nextDay}T00:00:00Z`,
      `${lastDay}T22:00:00Z`,
      `${nextDay}T00:00:01Z`,
    ];
    const states = await afterEachRun(study, moments);
    expect(states).toEqual([kept, kept, kept, kept, gone, gone, gone]);
    const protocol = await store.retentionProtocol();
    expect(protocol.filter((entry) => entry.study === study.slug)).toEqual([
      { study: study.slug, day: nextDay, responses: 1 },
    ]);
  }
});

test("who has begun may finish until the end of the last day, by the server's days, whatever its clock does in between", async () => {
  const study = await freshStudy({ finishingDays: 1 });
  serverTime = new Date("2026-10-24T23:30:00Z");
  expect(await store.finishStudy(study.slug, "2026-10-24")).toBe("2026-10-25");
  const states = await afterEachRun(study, [
    "2026-10-24T23:30:00Z",
    "2026-10-25T00:30:00Z",
    "2026-10-24T22:30:00Z",
    "2026-10-25T23:59:59Z",
    "2026-10-26T00:00:00Z",
    "2026-10-25T22:00:00Z",
  ]);
  const finishing = "finishing";
  expect(states.map(({ status }) => status)).toEqual([
    ...[finishing, finishing, finishing, finishing],
    ...["closed", "closed"],
  ]);
});
