import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";
import { openStore, type Store } from "./store.ts";

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

const old = { barrier: "Old", day: "2025-11-23" };
const young = {
  barrier: "Line\nbreak 👓 'quote'",
  place: "/s/demo",
  replyTo: "me",
  day: "2025-11-24",
};

test("feedback comes back as it was given, newest day first", async () => {
  await store.saveAccessibilityFeedback(old);
  await store.saveAccessibilityFeedback(young);
  expect(await store.accessibilityFeedback()).toEqual([young, old]);
});

test("after twelve months it is deleted, not a day earlier", async () => {
  expect(await store.deleteExpiredFeedback("2026-11-22")).toBe(0);
  expect(await store.deleteExpiredFeedback("2026-11-23")).toBe(1);
  expect(await store.accessibilityFeedback()).toEqual([young]);
});
