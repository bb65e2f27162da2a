import * as fc from "fast-check";
import { expect, test } from "vitest";
import { midranks } from "./midranks.ts";

test("midranks gives tied values the mean of the ranks they span", () => {
  expect(midranks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
  expect(midranks([7, 7, 7])).toEqual([2, 2, 2]);
});

test("midranks of nothing is nothing", () => {
  expect(midranks([])).toEqual([]);
});

test("midranks refuses NaN and accepts infinities", () => {
  expect(() => midranks([1, Number.NaN])).toThrow(RangeError);
  expect(midranks([Infinity, -Infinity, 0])).toEqual([3, 1, 2]);
});

test("midranks always add up to n(n + 1)/2 and keep the order of the values", () => {
  void fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), (values) => {
      const ranks = midranks(values);
      const n = values.length;
      expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2);
      for (const [i, a] of values.entries()) {
        for (const [j, b] of values.entries()) {
          expect(Math.sign(a - b)).toBe(Math.sign((ranks[i] ?? 0) - (ranks[j] ?? 0)));
        }
      }
    }),
  );
});
