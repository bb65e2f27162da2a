import { randomUUID } from "node:crypto";
import { openStore, type Store } from "@mehrwert/store";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { createLog } from "../create-log.ts";
import { exampleResponse, exampleStudy } from "../example/example-api.ts";
import { deleteDaily } from "./daily-deletion.ts";

let store: Store;
let drop: () => Promise<void>;
const slug = `dated-${randomUUID().slice(0, 8)}`;
const study = await exampleStudy({ slug, retentionDate: "2027-12-31" });

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(study);
  for (const seed of [1, 2, 3]) await store.saveSurveyResponse(slug, exampleResponse(study, seed));
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await store.close();
  await drop();
});

/** Runs the clock to a moment and waits for what that sets off. */
async function passTo(moment: string): Promise<void> {
  await vi.advanceTimersByTimeAsync(new Date(moment).getTime() - Date.now());
}

test("a server that runs over the retention date deletes on the day after, and logs no study", async () => {
  vi.useFakeTimers({ now: new Date("2027-12-30T12:00:00Z"), toFake: ["Date", "setInterval"] });
  const lines: string[] = [];
  const deleteExpiredResponses = vi.fn((day: string) => store.deleteExpiredResponses(day));
  const deleteExpiredFeedback = vi.fn((day: string) => store.deleteExpiredFeedback(day));
  await store.saveAccessibilityFeedback({ barrier: "old", day: "2026-12-31" });
  const end = deleteDaily({
    store: { ...store, deleteExpiredResponses, deleteExpiredFeedback },
    now: () => new Date(),
    log: createLog("info", { write: (line: string) => lines.push(line) }),
  });
  await vi.waitFor(() => expect(deleteExpiredResponses).toHaveBeenCalledWith("2027-12-30"));
  await passTo("2027-12-31T23:30:00Z");
  await vi.waitFor(() => expect(deleteExpiredResponses).toHaveBeenCalledWith("2027-12-31"));
  expect(await store.countResponses(slug)).toBe(3);
  await vi.waitFor(async () => expect(await store.accessibilityFeedback()).toEqual([]));
  await passTo("2028-01-01T01:30:00Z");
  await end();
  expect(await store.countResponses(slug)).toBe(0);
  expect(deleteExpiredResponses).toHaveBeenCalledTimes(3);
  expect(await store.retentionProtocol()).toEqual([
    { study: slug, day: "2028-01-01", responses: 3 },
  ]);
  expect(lines.join("")).toContain('"expired":3');
  expect(lines.join("")).not.toContain(slug);
});

test("a failure is logged and tried again an hour later", async () => {
  vi.useFakeTimers({ now: new Date("2028-02-01T12:00:00Z"), toFake: ["Date", "setInterval"] });
  const lines: string[] = [];
  const replayDeletions = vi.fn(async () => 0).mockRejectedValueOnce(new Error("secret"));
  const end = deleteDaily({
    store: {
      replayDeletions,
      deleteExpiredResponses: async () => [],
      deleteExpiredFeedback: async () => 0,
      deleteExpiredDrafts: async () => 0,
      finishPastWaves: async () => 0,
      closeFinishedStudies: async () => 0,
      accounts: store.accounts,
    },
    now: () => new Date(),
    log: createLog("info", { write: (line: string) => lines.push(line) }),
  });
  await vi.waitFor(() => expect(lines.join("")).toContain("deletion failed"));
  await passTo("2028-02-01T14:00:00Z");
  await end();
  expect(replayDeletions).toHaveBeenCalledTimes(2);
  expect(lines.join("")).not.toContain("secret");
});
