import { expect, test } from "vitest";
import { visitClock, wholeMinutes } from "./visit-clock.ts";

test("visitClock counts only while it runs, and can be read meanwhile", () => {
  const time = { ms: 5_000 };
  const clock = visitClock(() => time.ms);
  time.ms += 1_000;
  expect(clock.runMs()).toBe(0);
  clock.run(true);
  time.ms += 60_000;
  expect(clock.runMs()).toBe(60_000);
  clock.run(true);
  time.ms += 30_000;
  clock.run(false);
  time.ms += 600_000;
  expect(clock.runMs()).toBe(90_000);
  clock.run(false);
  clock.run(true);
  time.ms += 10_000;
  expect(clock.runMs()).toBe(100_000);
});

test("visitClock goes on from what ran before", () => {
  const time = { ms: 0 };
  const clock = visitClock(() => time.ms, 120_000);
  clock.run(true);
  time.ms += 60_000;
  expect(wholeMinutes(clock.runMs())).toBe(3);
});

test("wholeMinutes gives the nearest whole minute, and no more than four hours", () => {
  expect([0, 29_999, 30_000, 89_999, 90_000].map(wholeMinutes)).toEqual([0, 0, 1, 1, 2]);
  expect(wholeMinutes(14_400_000)).toBe(240);
  expect(wholeMinutes(99_999_999)).toBe(240);
});
