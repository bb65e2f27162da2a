import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";
import { until } from "../../../test/setup/until.ts";
import { openJobQueue } from "./job-queue.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let database: Awaited<ReturnType<typeof testDatabase>>;
const errors: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const open = (handler: (key: string) => Promise<void>) =>
  openJobQueue({
    databaseUrl: database.url,
    handlers: { work: handler },
    onError: (error) => errors.push(error),
  });

test("a job is done by one of two processes, asking again while it waits changes nothing, and a failing one is done again", async () => {
  const done: string[] = [];
  let failures = 0;
  const handler = (by: string) => async (key: string) => {
    if (key === "fails" && failures === 0) {
      failures += 1;
      throw new Error("the first time it fails");
    }
    done.push(`${key} by ${by}`);
  };
  const [one, other] = [await open(handler("one")), await open(handler("other"))];
  for (let times = 0; times < 5; times += 1) await one.ask("work", "a", 2);
  await one.ask("work", "b");
  await other.ask("work", "fails");
  await until(() => done.length === 3, "three jobs are done");
  const keys = done.map((line) => line.split(" ")[0]).toSorted();
  expect(keys).toEqual(["a", "b", "fails"]);
  expect(failures).toBe(1);
  await one.stop();
  await other.stop();
  expect(done).toHaveLength(3);
  expect(errors).toEqual([]);
});

test("a job that was under way when a process stopped is done by the next", async () => {
  const done: string[] = [];
  const first = await open(async () => {
    throw new Error("stopped in the middle");
  });
  await first.ask("work", "left");
  await first.stop(500);
  const next = await open(async (key) => {
    done.push(key);
  });
  await until(() => done.includes("left"), "the job that was left is done");
  await next.stop();
});
