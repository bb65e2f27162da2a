import { randomUUID } from "node:crypto";
import { type Answers, Closed, Conflict, NotFound } from "@mehrwert/study";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";
import { DatabaseFailure } from "./database-failure.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let database: Awaited<ReturnType<typeof testDatabase>>;
let studies = 0;

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function freshStudy(): Promise<string> {
  studies += 1;
  const slug = `study-${studies}`;
  await store.createStudy({ ...exampleStudy, slug });
  return slug;
}

test("saveSurveyResponse keeps answers and presentation as given", async () => {
  const study = await freshStudy();
  const response = exampleResponse(randomUUID(), {
    "ro-1": 4,
    "value-drivers": ["vd-2", "vd-1"],
    comment: "Grüße – „so“ 😀 e\u0301 \u200f עברית \\u0041 '\"",
    matrix: { "row-b": 1, "row-a": "dk" },
  });
  expect(await store.saveSurveyResponse(study, response)).toBe("stored");
  expect(await store.responses(study)).toEqual([response]);
});

test("any text that PostgreSQL can hold comes back code point by code point", async () => {
  const study = await freshStudy();
  const holdable = fc
    .string({ unit: "binary", maxLength: 40 })
    .filter((text) => !text.includes("\u0000"));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(holdable, holdable), async (answers) => {
      const response = exampleResponse(randomUUID(), { ...answers });
      await store.saveSurveyResponse(study, response);
      const found = (await store.responses(study)).find(({ id }) => id === response.id);
      expect(found).toEqual(response);
    }),
    { numRuns: 60 },
  );
});

test("the same response sent again is stored once, whatever the order of its keys", async () => {
  const study = await freshStudy();
  const id = randomUUID();
  const response = exampleResponse(id, { "a-1": 1, "a-2": { x: 1, y: 2 } });
  const turned = exampleResponse(id.toUpperCase(), { "a-2": { y: 2, x: 1 }, "a-1": 1 });
  expect(await store.saveSurveyResponse(study, response)).toBe("stored");
  expect(await store.saveSurveyResponse(study, turned)).toBe("already-stored");
  expect(await store.countResponses(study)).toBe(1);
});

test("another response under the same id is a conflict, and the first one stays", async () => {
  const study = await freshStudy();
  const response = exampleResponse(randomUUID(), { "a-1": 1 });
  await store.saveSurveyResponse(study, response);
  for (const other of [
    { ...response, answers: { "a-1": 2 } },
    { ...response, wave: 2 },
    { ...response, presentation: {} },
  ])
    await expect(store.saveSurveyResponse(study, other)).rejects.toThrow(Conflict);
  expect(await store.responses(study)).toEqual([response]);
});

test("an id that stands for a response of one study is a conflict in every other", async () => {
  const [one, other, shut] = [await freshStudy(), await freshStudy(), await freshStudy()];
  const response = exampleResponse(randomUUID(), { "a-1": 1 });
  expect(await store.saveSurveyResponse(one, response)).toBe("stored");
  await expect(store.saveSurveyResponse(other, response)).rejects.toThrow(Conflict);
  const many = [exampleResponse(randomUUID(), { "a-1": 1 }), response];
  await expect(store.saveSurveyResponses(other, many)).rejects.toThrow(Conflict);
  expect(await store.countResponses(other)).toBe(0);
  await store.setStudyStatus(shut, "closed");
  await expect(store.saveSurveyResponse(shut, response)).rejects.toThrow(Closed);
  await expect(store.saveSurveyResponse("nowhere", response)).rejects.toThrow(NotFound);
});

test("fifty identical saves at once leave one row", async () => {
  const study = await freshStudy();
  const response = exampleResponse(randomUUID(), { "a-1": 1 });
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => store.saveSurveyResponse(study, response)),
  );
  expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(1);
  expect(await store.countResponses(study)).toBe(1);
});

test("fifty different bodies under one id at once leave one row and 49 conflicts", async () => {
  const study = await freshStudy();
  const id = randomUUID();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, code) =>
      store.saveSurveyResponse(study, exampleResponse(id, { "a-1": code })),
    ),
  );
  const refused = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason] : [],
  );
  expect(refused).toHaveLength(49);
  expect(refused.every((reason) => reason instanceof Conflict)).toBe(true);
});

test("an unknown study is not found, a closed one is closed", async () => {
  const study = await freshStudy();
  const before = exampleResponse(randomUUID(), { "a-1": 1 });
  await store.saveSurveyResponse(study, before);
  await store.setStudyStatus(study, "closed");
  const after = exampleResponse(randomUUID(), { "a-1": 1 });
  await expect(store.saveSurveyResponse("nowhere", after)).rejects.toThrow(NotFound);
  await expect(store.saveSurveyResponse(study, after)).rejects.toThrow(Closed);
  await expect(store.saveSurveyResponses(study, [after])).rejects.toThrow(Closed);
  await expect(store.saveSurveyResponses("nowhere", [after])).rejects.toThrow(NotFound);
});

test("a response stored before the study closed is still answered as stored", async () => {
  const study = await freshStudy();
  const response = exampleResponse(randomUUID(), { "a-1": 1 });
  await store.saveSurveyResponse(study, response);
  await store.setStudyStatus(study, "closed");
  expect(await store.saveSurveyResponse(study, response)).toBe("already-stored");
  const other = { ...response, answers: { "a-1": 2 } };
  await expect(store.saveSurveyResponse(study, other)).rejects.toThrow(Conflict);
});

test("once closing has returned, no response is stored any more", async () => {
  for (let round = 0; round < 10; round += 1) {
    const study = await freshStudy();
    const saves = Array.from({ length: 60 }, async () =>
      store.saveSurveyResponse(study, exampleResponse(randomUUID(), { "a-1": 1 })),
    );
    const outcomes = Promise.allSettled(saves);
    await store.setStudyStatus(study, "closed");
    const whenClosed = await store.countResponses(study);
    const stored = (await outcomes).filter((outcome) => outcome.status === "fulfilled");
    expect(await store.countResponses(study)).toBe(whenClosed);
    expect(stored).toHaveLength(whenClosed);
  }
});

test("saveSurveyResponses keeps all or none", async () => {
  const study = await freshStudy();
  const many = Array.from({ length: 1_200 }, () => exampleResponse(randomUUID(), { "a-1": 1 }));
  await store.saveSurveyResponses(study, many);
  await store.saveSurveyResponses(study, many);
  expect(await store.countResponses(study)).toBe(1_200);
  const broken = [
    exampleResponse(randomUUID(), { "a-1": 1 }),
    ...many.slice(0, 1).map((response) => ({ ...response, answers: { "a-1": 2 } })),
  ];
  await expect(store.saveSurveyResponses(study, broken)).rejects.toThrow(Conflict);
  expect(await store.countResponses(study)).toBe(1_200);
});

test("responses come in the order of their ids", async () => {
  const study = await freshStudy();
  const many = Array.from({ length: 50 }, () => exampleResponse(randomUUID(), { "a-1": 1 }));
  for (const response of many) await store.saveSurveyResponse(study, response);
  const ids = (await store.responses(study)).map(({ id }) => id);
  expect(ids).toEqual(many.map(({ id }) => id).sort());
});

test.each<[string, Answers]>([
  ["NUL", { comment: "secret word \u0000" }],
  ["a lone surrogate", { comment: "secret word \ud800" }],
  ["a NUL in a name", { "secret word \u0000": 1 }],
])("%s, which jsonb cannot hold, fails loudly without quoting the answer", async (_, answers) => {
  const study = await freshStudy();
  for (const save of [
    () => store.saveSurveyResponse(study, exampleResponse(randomUUID(), answers)),
    () => store.saveSurveyResponses(study, [exampleResponse(randomUUID(), answers)]),
  ]) {
    const failure = await save().catch((error) => error);
    expect(failure).toBeInstanceOf(DatabaseFailure);
    expect(JSON.stringify(describe(failure))).not.toContain("secret");
  }
  expect(await store.countResponses(study)).toBe(0);
});

function describe(error: Error): unknown[] {
  const own = Object.getOwnPropertyNames(error).map((name) => Reflect.get(error, name));
  return [String(error), ...own];
}
