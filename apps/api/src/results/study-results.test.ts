import { rankDrivers, seededRandom } from "@mehrwert/analysis";
import { openStore, type Store } from "@mehrwert/store";
import { buildDataset, demoResponses, parseDataset, type Study } from "@mehrwert/study";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleResponse, exampleStudy, valueDrivers } from "../example/example-api.ts";
import type { ResultsReply } from "./results-reply.ts";
import { withoutSmallGroups } from "./small-groups.ts";

// Every app starts a thread, which takes a second on an idle machine and several on a busy one.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let drop: () => Promise<void>;
/** One app, and so one thread, for all tests that do not need a store of their own. */
let shared: ReturnType<typeof exampleApi>["app"];
const large = await exampleStudy({ slug: "large" });

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  shared = exampleApi(store).app;
  await store.createStudy(large);
  const random = seededRandom(7);
  await store.saveSurveyResponses(
    "large",
    demoResponses(valueDrivers(), large.definitionHash, random),
  );
});

afterAll(async () => {
  await store.close();
  await drop();
});

async function resultsOf(study: Study): Promise<ResultsReply> {
  const reply = await shared.request(`/api/studies/${study.slug}/results`);
  expect(reply.status).toBe(200);
  return reply.json();
}

async function studyWith(slug: string, responses: number): Promise<Study> {
  const study = await exampleStudy({ slug });
  await store.createStudy(study);
  const all = Array.from({ length: responses }, (_, index) => exampleResponse(study, index + 1));
  await store.saveSurveyResponses(slug, all);
  return study;
}

describe("GET /api/studies/<study>/results", () => {
  test("shows nothing but the size class of a group of nine", async () => {
    const study = await studyWith("nine", 9);
    const reply = await resultsOf(study);
    expect(reply.rankings).toEqual([]);
    expect(reply.responses).toHaveProperty("sizeClass");
    expect(reply.responses).not.toHaveProperty("count");
    expect(JSON.stringify(reply)).not.toMatch(/\b9\b/);
  });

  test("says the same of nobody and of nine", async () => {
    const nobody = await resultsOf(await studyWith("nobody", 0));
    const eight = await resultsOf(await studyWith("eight", 8));
    expect(nobody.responses).toEqual(eight.responses);
  });

  test("shows the number of a group of ten, and only tables that ten people answered", async () => {
    const reply = await resultsOf(await studyWith("ten", 10));
    expect(reply.responses).toEqual({ count: 10 });
    for (const { answered } of reply.rankings) expect(answered).toBe(10);
  });

  test("equals rankDrivers on the dataset without small groups, question by question", async () => {
    const reply = await resultsOf(large);
    const dataset = buildDataset({
      study: large,
      instruments: [valueDrivers()],
      responses: await store.responses("large"),
      createdOn: "2026-12-24",
      softwareVersion: "1.2.3",
    });
    const questions = dataset.dictionary.rankings.map(({ question }) => question);
    const expected = questions.flatMap(
      (question) => withoutSmallGroups(rankDrivers(dataset, { question }), 10) ?? [],
    );
    expect(questions).toContain("value-drivers");
    expect(reply.responses).toEqual({ count: 300 });
    expect(reply.rankings).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  test("computes once for many readers, and anew for one more response", async () => {
    const study = await studyWith("asked-often", 12);
    let reads = 0;
    const counting = {
      ...store,
      responses: (slug: string) => {
        reads += 1;
        return store.responses(slug);
      },
    };
    const { app } = exampleApi(counting);
    const ask = () => app.request("/api/studies/asked-often/results");
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(reads).toBe(1);
    await store.saveSurveyResponse("asked-often", exampleResponse(study, 99));
    const reply: ResultsReply = await (await ask()).json();
    expect(reads).toBe(2);
    expect(reply.responses).toEqual({ count: 13 });
  });

  test("works again after a failure", async () => {
    await studyWith("failed-once", 11);
    let isAway = true;
    const { app } = exampleApi({
      ...store,
      responses: (slug) => (isAway ? Promise.reject(new Error("away")) : store.responses(slug)),
    });
    expect((await app.request("/api/studies/failed-once/results")).status).toBe(500);
    isAway = false;
    expect((await app.request("/api/studies/failed-once/results")).status).toBe(200);
  });
});

describe("GET /api/studies/<study>/dataset.zip", () => {
  test("is a dataset that the reader accepts, named after study and day", async () => {
    const reply = await shared.request("/api/studies/large/dataset.zip");
    expect(reply.headers.get("content-type")).toBe("application/zip");
    expect(reply.headers.get("content-disposition")).toBe(
      'attachment; filename="large-2026-12-24.zip"',
    );
    const entries = Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer())));
    const files = new Map(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
    expect([...files.keys()].sort()).toEqual(["dictionary.json", "manifest.json", "responses.csv"]);
    expect(await parseDataset(files)).toMatchObject({
      ok: true,
      value: { manifest: { responses: 300, createdOn: "2026-12-24", study: { slug: "large" } } },
    });
  });

  test("is the same, byte for byte, when nothing changed", async () => {
    const read = async () => (await shared.request("/api/studies/large/dataset.zip")).arrayBuffer();
    expect(Buffer.from(await read()).equals(Buffer.from(await read()))).toBe(true);
  });

  test("of an unknown study is not found", async () => {
    expect((await shared.request("/api/studies/none/dataset.zip")).status).toBe(404);
  });
});
