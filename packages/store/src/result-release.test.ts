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

const of = (study: string, wave = 1) => ({ study, wave });

test("of two who release at once one is kept; the other is told", async () => {
  await store.createStudy(exampleStudy);
  expect(await store.releasedResults(of("example"))).toBeUndefined();
  const first = await Promise.all([
    store.keepRelease(of("example"), release(undefined, "a")),
    store.keepRelease(of("example"), release(undefined, "b")),
  ]);
  expect(first.sort()).toEqual([false, true]);
  const { revision } = (await store.releasedResults(of("example"))) ?? {};
  const second = await Promise.all([
    store.keepRelease(of("example"), release(revision, "c")),
    store.keepRelease(of("example"), release(revision, "d")),
  ]);
  expect(second.sort()).toEqual([false, true]);
  const kept = await store.releasedResults(of("example"));
  expect(kept?.revision).toBe((revision ?? 0) + 1);
  const name = kept?.results?.includes('"c"') ? "c" : "d";
  expect(await store.releaseMemory(of("example"))).toBe(release(1, name).memory);
});

test("a release is read again only when it is another one than is known", async () => {
  const { revision = 0 } = (await store.releasedResults(of("example"))) ?? {};
  expect(await store.releasedResults(of("example"), revision)).toEqual({ revision });
  expect(await store.releasedResults(of("example"), revision - 1)).toHaveProperty("results");
});

test("each wave has a release of its own", async () => {
  expect(await store.releasedResults(of("example", 2))).toBeUndefined();
  expect(await store.releaseMemory(of("example", 2))).toBeUndefined();
  const before = await store.releasedResults(of("example"));
  expect(await store.keepRelease(of("example", 2), release(undefined, "second"))).toBe(true);
  expect((await store.releasedResults(of("example", 2)))?.results).toContain("second");
  expect(await store.releasedResults(of("example"))).toEqual(before);
});

test("what was released goes with the study, and a study that takes its name has other revisions", async () => {
  const released = async () => {
    await store.createStudy({ ...exampleStudy, slug: "reborn", status: "closed" });
    await store.keepRelease(of("reborn"), release(undefined, "r"));
    const found = await store.releasedResults(of("reborn"));
    await store.deleteStudy({ study: "reborn", day: "2026-12-24" });
    return found?.revision;
  };
  const [first, second] = [await released(), await released()];
  expect(await store.releasedResults(of("reborn"))).toBeUndefined();
  expect(second).not.toBe(first);
});

test("what was released goes with the responses after the retention date", async () => {
  await store.createStudy({ ...exampleStudy, slug: "dated", retentionDate: "2027-12-31" });
  await store.keepRelease(of("dated"), release(undefined, "e"));
  await store.keepRelease(of("dated", 2), release(undefined, "f"));
  await store.deleteExpiredResponses("2028-01-01");
  for (const wave of [1, 2]) {
    expect(await store.releasedResults(of("dated", wave))).toBeUndefined();
    expect(await store.releaseMemory(of("dated", wave))).toBeUndefined();
  }
});

test("portions hold every response of a wave once, in the order of their ids", async () => {
  await store.createStudy({ ...exampleStudy, slug: "portions" });
  const all = Array.from({ length: 1203 }, () => exampleResponse(randomUUID(), { "a-1": 1 }));
  await store.saveSurveyResponses("portions", all);
  const later = { ...exampleResponse(randomUUID(), { "a-1": 1 }), wave: 2 };
  await store.saveSurveyResponses("portions", [later]);
  const portions = [];
  for await (const portion of store.responsePortions(of("portions"))) portions.push(portion);
  expect(portions.map(({ length }) => length)).toEqual([500, 500, 203]);
  expect(portions.flat()).toEqual(await store.responses("portions", 1));
});
