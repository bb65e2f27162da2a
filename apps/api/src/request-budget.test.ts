import { expect, test } from "vitest";
import { RequestBudget } from "./request-budget.ts";

test("a budget ends within a minute, begins anew with the next, and is each thing's own", () => {
  let time = new Date("2026-12-24T10:00:01Z");
  const budget = new RequestBudget({ perMinute: 2, now: () => time });
  expect([budget.takes("a"), budget.takes("a"), budget.takes("a")]).toEqual([true, true, false]);
  expect(budget.takes("b")).toBe(true);
  time = new Date("2026-12-24T10:00:59Z");
  expect(budget.takes("a")).toBe(false);
  time = new Date("2026-12-24T10:01:00Z");
  expect(budget.takes("a")).toBe(true);
});
