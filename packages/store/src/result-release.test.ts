import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const release = (after: number | undefined, name: string) => ({
  after,
  memory: `{"memory":"${name}"}`,
  results: `{"results":"${name}"}`,
});

test("of two who release at once one is kept; the other is told", async () => {
  await store.createStudy(exampleStudy);
  expect(await store.releasedResults("example")).toBeUndefined();
  const first = await Promise.all([
    store.keepRelease("example", release(undefined, "a")),
    store.keepRelease("example", release(undefined, "b")),
  ]);
  expect(first.sort()).toEqual([false, true]);
  const second = await Promise.all([
    store.keepRelease("example", release(1, "c")),
    store.keepRelease("example", release(1, "d")),
  ]);
  expect(second.sort()).toEqual([false, true]);
  const kept = await store.releasedResults("example");
  expect(kept?.revision).toBe(2);
  const name = kept?.results.includes('"c"') ? "c" : "d";
  expect(await store.releaseMemory("example")).toBe(release(1, name).memory);
});

test("a release is read again only when there is a newer one", async () => {
  expect(await store.releasedResults("example", 2)).toBeUndefined();
  expect((await store.releasedResults("example", 1))?.revision).toBe(2);
});

test("what was released goes with the responses after the retention date", async () => {
  await store.createStudy({ ...exampleStudy, slug: "dated", retentionDate: "2027-12-31" });
  await store.keepRelease("dated", release(undefined, "e"));
  await store.deleteExpiredResponses("2028-01-01");
  expect(await store.releasedResults("dated")).toBeUndefined();
  expect(await store.releaseMemory("dated")).toBeUndefined();
});

test("portions hold every response once, in the order of their ids", async () => {
  await store.createStudy({ ...exampleStudy, slug: "portions" });
  const all = Array.from({ length: 1203 }, () => exampleResponse(randomUUID(), { "a-1": 1 }));
  await store.saveSurveyResponses("portions", all);
  const portions = [];
  for await (const portion of store.responsePortions("portions")) portions.push(portion);
  expect(portions.map(({ length }) => length)).toEqual([500, 500, 203]);
  expect(portions.flat()).toEqual(await store.responses("portions"));
});
