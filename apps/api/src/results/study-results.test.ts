import { rankDrivers, seededRandom } from "@mehrwert/analysis";
import { openStore, type Store, type StudyWave } from "@mehrwert/store";
import { buildDataset, demoResponses, parseDataset, type Study } from "@mehrwert/study";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleResponse, exampleStudy, valueDrivers } from "../example/example-api.ts";
import { withoutFewAnswers } from "./few-answers.ts";
import type { GroupedResults, OpenQuestion, ResultsReply } from "./results-reply.ts";
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
  const ask = async (): Promise<ResultsReply | undefined> => {
    const reply = await shared.request(`/api/studies/${study.slug}/results`);
    expect(reply.status).toBe(200);
    const results: ResultsReply = await reply.json();
    return results.computing === undefined ? results : undefined;
  };
  return vi.waitUntil(ask, { timeout: 40_000, interval: 200 });
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
    expect(reply.responses).toEqual({ count: 10, isRounded: true });
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
    const expected = questions.flatMap((question) => {
      const table = withoutSmallGroups(rankDrivers(dataset, { question }), 10);
      return table === undefined ? [] : withoutFewAnswers(table);
    });
    expect(questions).toContain("value-drivers");
    expect(reply.responses).toEqual({ count: 300, isRounded: false });
    expect(reply.rankings).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  test("computes once for many readers; new responses appear in batches, not one by one", async () => {
    const study = await studyWith("asked-often", 40);
    let reads = 0;
    const counting = {
      ...store,
      responsePortions: (of: StudyWave) => {
        reads += 1;
        return store.responsePortions(of);
      },
    };
    const { app } = exampleApi(counting);
    const ask = () => app.request("/api/studies/asked-often/results");
    const count = async () => {
      const reply: ResultsReply = await (await ask()).json();
      return "count" in reply.responses ? reply.responses.count : undefined;
    };
    await Promise.all([ask(), ask(), ask()]);
    expect(await released(count)).toBe(40);
    expect(reads).toBe(1);
    for (let seed = 101; seed <= 104; seed += 1)
      await store.saveSurveyResponse("asked-often", exampleResponse(study, seed));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await count()).toBe(40);
    expect(reads).toBe(1);
    await store.saveSurveyResponse("asked-often", exampleResponse(study, 105));
    await expect.poll(count, { timeout: 20_000, interval: 300 }).toBe(45);
  });

  test("is the same release for another process, and after a restart", async () => {
    const before = await resultsOf(large);
    const unreadable = {
      ...store,
      responsePortions: () => {
        throw new Error("no response is read");
      },
    };
    const { app } = exampleApi(unreadable);
    const reply: ResultsReply = await (await app.request("/api/studies/large/results")).json();
    expect(reply).toEqual(before);
  });

  test("is not sent again to who has it", async () => {
    const ask = (tag?: string) =>
      shared.request("/api/studies/large/results", {
        headers: tag === undefined ? {} : { "if-none-match": tag },
      });
    const tag = (await ask()).headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    const second = await ask(tag);
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
    expect((await ask('"other"')).status).toBe(200);
  });

  test("works again after a failure", async () => {
    await studyWith("failed-once", 11);
    let isAway = true;
    const { app } = exampleApi({
      ...store,
      responsePortions: (of) => {
        if (isAway) throw new Error("away");
        return store.responsePortions(of);
      },
    });
    expect((await app.request("/api/studies/failed-once/results")).status).toBe(500);
    isAway = false;
    await expect
      .poll(async () => (await app.request("/api/studies/failed-once/results")).status)
      .toBe(200);
  });
});

/** The results once they are there: computing the first takes longer than a reader waits. */
function released<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  return vi.waitUntil(ask, { timeout: 30_000, interval: 100 });
}

describe("waves", () => {
  const ask = async (of: string, wave?: number): Promise<ResultsReply> => {
    const query = wave === undefined ? "" : `?wave=${wave}`;
    return (await shared.request(`/api/studies/${of}/results${query}`)).json();
  };
  const counted = (of: string, wave?: number) => async () => {
    const { responses } = await ask(of, wave);
    return "count" in responses ? responses.count : undefined;
  };
  /** Responses of a wave; ids are unique over all of them. */
  const answer = async (study: Study, from: number, to: number) => {
    const seeds = Array.from({ length: to - from }, (_, index) => from + index);
    await store.saveSurveyResponses(
      study.slug,
      seeds.map((seed) => exampleResponse(study, seed)),
    );
  };

  test("are released on their own, each in batches, and never together", async () => {
    const second = await exampleStudy({ slug: "waves", wave: 2 });
    await store.createStudy(second);
    await answer({ ...second, wave: 1 }, 0, 40);
    expect(await released(counted("waves", 1))).toBe(40);
    // The new wave begins as small as any group, whatever the one before has shown.
    expect((await ask("waves")).responses).toHaveProperty("sizeClass");
    await answer(second, 100, 109);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect((await ask("waves")).responses).toHaveProperty("sizeClass");
    await answer(second, 109, 130);
    expect(await released(counted("waves"))).toBe(30);
    expect(await ask("waves")).toMatchObject({ study: { wave: 2, status: "fielding" } });
    // Nine more in the new wave change nothing in the old one; four are no batch.
    await answer(second, 130, 134);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await counted("waves")()).toBe(30);
    expect(await released(counted("waves", 1))).toBe(40);
    expect(await ask("waves", 1)).toMatchObject({ study: { wave: 1, status: "closed" } });
    for (const wave of [1, 2]) {
      const reply = await shared.request(`/api/studies/waves/results/by/d-lead?wave=${wave}`);
      expect(reply.status).toBe(200);
    }
    for (const path of ["results", "results/by/d-lead", "results/open-answers", "dataset.zip"])
      expect((await shared.request(`/api/studies/waves/${path}?wave=3`)).status, path).toBe(404);
  });

  test("of a study that took the name of a deleted one show nothing of it", async () => {
    const study = await exampleStudy({ slug: "renamed" });
    await store.createStudy(study);
    await answer(study, 0, 40);
    expect(await released(counted("renamed"))).toBe(40);
    await store.setStudyStatus("renamed", "closed");
    await store.deleteStudy({ study: "renamed", day: "2026-12-24" });
    await store.createStudy(study);
    await answer(study, 50, 110);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await released(counted("renamed"))).toBe(60);
  });
});

describe("what the results of the demonstration hold", () => {
  test("every item is there, in the order and words of the instrument", async () => {
    const { questions, groupings, scales } = await resultsOf(large);
    const { pages, mehrwert } = valueDrivers();
    const items = questions.flatMap((question) => question.items);
    const asked = mehrwert.items.map(({ id }) => id);
    const shown = new Set([...items, ...groupings].map(({ id }) => id));
    // What is no item of the results: open answers, which stand apart, and multiple choices, shown by option.
    const others = mehrwert.items.filter(({ id }) => asked.includes(id) && !shown.has(id));
    const typeOf = new Map(
      pages.flatMap(({ elements }) => elements).map(({ name, type }) => [name, `${type}`]),
    );
    for (const { question } of others)
      expect(["checkbox", "text", "comment"]).toContain(typeOf.get(question));
    expect(questions.some(({ question }) => question === mehrwert.consent.question)).toBe(false);
    expect(scales.length).toBeGreaterThan(0);
    for (const { table } of items)
      for (const { shares, base } of table?.columns ?? [])
        for (const share of shares)
          if (share !== null) expect(share.count).toBeLessThanOrEqual(base.n);
  });

  test("groups that the study allows break items and scales down; others are not found", async () => {
    const { groupings } = await resultsOf(large);
    expect(groupings.map(({ id }) => id)).toEqual(large.groupedBy);
    const by = async (grouping: string) =>
      shared.request(`/api/studies/large/results/by/${grouping}`);
    for (const { id, groups } of groupings) {
      const reply: GroupedResults = await (await by(id)).json();
      const table = reply.items.find((item) => item.table)?.table;
      expect(table?.columns.length).toBeGreaterThan(1);
      for (const { base } of table?.columns ?? []) expect(base.n).toBeGreaterThanOrEqual(10);
      expect(groups.length).toBeGreaterThan(1);
    }
    expect((await by("ro-1")).status).toBe(404);
  });

  test("open answers stand apart, shuffled, from ten on", async () => {
    const study = await exampleStudy({ slug: "written" });
    await store.createStudy(study);
    const all = Array.from({ length: 40 }, (_, seed) => exampleResponse(study, seed + 1));
    const reason = "value-drivers-reason";
    // Only who ranked is asked for a reason.
    const written = all.map((response, place) =>
      response.answers["value-drivers"] === undefined
        ? response
        : { ...response, answers: { ...response.answers, [reason]: `=Grund ${place}` } },
    );
    await store.saveSurveyResponses("written", written);
    await resultsOf(study);
    const reply = await shared.request("/api/studies/written/results/open-answers");
    expect(reply.headers.get("cache-control")).toBe("no-store");
    const questions: OpenQuestion[] = await reply.json();
    const texts = questions.find(({ id }) => id === reason)?.texts ?? [];
    const given = (await store.responses("written")).flatMap(({ answers }) =>
      typeof answers[reason] === "string" ? answers[reason] : [],
    );
    expect(given.length).toBeGreaterThan(20);
    expect([...texts].sort()).toEqual([...given].sort());
    expect(texts, "in the order of the responses").not.toEqual(given);
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
