import { afterEach, expect, test, vi } from "vitest";
import { exampleStudy } from "./example/example-api.ts";
import { recentStudies } from "./recent-study.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("a study is read anew after a second, also when somebody has set the clock back", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: new Date("2026-11-28T12:00:00Z") });
  const study = vi.fn(async () => exampleStudy());
  const { recent, renewed } = recentStudies({ store: { study } });
  await recent("example");
  vi.advanceTimersByTime(999);
  await recent("example");
  expect(study).toHaveBeenCalledTimes(1);
  vi.setSystemTime(new Date("2026-11-28T10:00:00Z"));
  vi.advanceTimersByTime(2);
  await recent("example");
  expect(study).toHaveBeenCalledTimes(2);
  await renewed("example");
  expect(study).toHaveBeenCalledTimes(3);
});
