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

test("processes that start at once on an empty database all come up, and their jobs are done", async () => {
  for (let round = 0; round < 3; round += 1) {
    const empty = await testDatabase();
    const done: string[] = [];
    const queues = await Promise.all(
      Array.from({ length: 4 }, () =>
        openJobQueue({
          databaseUrl: empty.url,
          handlers: { work: async (key) => void done.push(key) },
          everyMinute: ["work"],
          onError: (error) => errors.push(error),
        }),
      ),
    );
    await Promise.all(queues.map((one, n) => one.ask("work", `${n}`)));
    await until(() => new Set(done).size === queues.length, "every process's job is done");
    await Promise.all(queues.map((one) => one.stop()));
    await empty.drop();
  }
  expect(errors).toEqual([]);
});

test("what is asked for every minute is done once a minute, by one of two processes", {
  timeout: 200_000,
}, async () => {
  const done: string[] = [];
  const [one, other] = await Promise.all(
    [1, 2].map(() =>
      openJobQueue({
        databaseUrl: database.url,
        handlers: { look: async (key) => void done.push(key) },
        everyMinute: ["look"],
        onError: (error) => errors.push(error),
      }),
    ),
  );
  await until(() => done.length > 0, "the job of the minute is done", 130);
  expect(done).toEqual([""]);
  await one?.stop();
  await other?.stop();
  expect(errors).toEqual([]);
});
