import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chiSquareLog10Tail, normalLog10TwoSidedTail } from "./chi-square-log-tail.ts";
import { fQuantile, fTail } from "./f-distribution.ts";
import { normalBelow } from "./standard-normal.ts";
import { normalRangeTail } from "./studentised-range.ts";
import { tCritical, tTwoSidedTail } from "./t-distribution.ts";

/** Relative agreement, for values far below 1. */
function expectClose(actual: number, expected: number, relative = 1e-11) {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);
}

test("normalBelow agrees with mpmath to twelve digits, far into the tails", () => {
  expectClose(normalBelow(-1), 0.15865525393145705);
  expectClose(normalBelow(-2.4), 0.008197535924596131);
  expectClose(normalBelow(-2.6), 0.004661188023718749);
  expectClose(normalBelow(-8), 6.220960574271784e-16);
  expectClose(normalBelow(-20), 2.7536241186062337e-89);
  expectClose(normalBelow(0.3), 0.6179114221889527);
  expectClose(normalBelow(3), 0.9986501019683699);
  expect(normalBelow(Infinity)).toBe(1);
  expect(normalBelow(-Infinity)).toBe(0);
});

test("fTail and its logarithm agree with mpmath, also where the probability underflows", () => {
  expectClose(fTail(2.5, 3, 20).p, 0.08884375193768922);
  expectClose(fTail(6.37, 29, 174).p, 1.3273789799312307e-15);
  expectClose(fTail(0.2, 5.667, 39.67).p, 0.9708341906973678);
  expect(fTail(300, 7, 4193).p).toBe(0);
  expect(fTail(300, 7, 4193).logP / Math.LN10).toBeCloseTo(Math.log10(8.140365986003141) - 364, 9);
  expect(fTail(0, 3, 4).p).toBe(1);
});

test("fQuantile and tCritical give the printed percentage points", () => {
  expectClose(fQuantile(0.95, 1, 10), 4.964602743730711);
  expect(fQuantile(0.025, 29, 174)).toBeCloseTo(0.53696554, 8);
  expect(fQuantile(0.975, 29, 174)).toBeCloseTo(1.66153842, 8);
  expect(tCritical(0.95, 10)).toBeCloseTo(2.2281388519649385, 9);
  expectClose(tTwoSidedTail(2.2281388519649385, 10).p, 0.05, 1e-9);
});

test("fQuantile undoes fTail", () => {
  void fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 400 }),
      (share, df1, df2) => {
        expect(1 - fTail(fQuantile(share, df1, df2), df1, df2).p).toBeCloseTo(share, 9);
      },
    ),
  );
});

test("chiSquareLog10Tail says how small a p value is that prints as 0", () => {
  expectClose(chiSquareLog10Tail(8642, 9), -1864.9272037860567);
  expectClose(normalLog10TwoSidedTail(50), -544.6653058663327);
  expect(chiSquareLog10Tail(3.841458820694124, 1)).toBeCloseTo(Math.log10(0.05), 12);
  expect(chiSquareLog10Tail(0, 3)).toBe(0);
});

test("normalRangeTail agrees with scipy's studentised range for many degrees of freedom", () => {
  expect(normalRangeTail(1, 8)).toBeCloseTo(0.996821822, 7);
  expect(normalRangeTail(3, 8)).toBeCloseTo(0.400938613, 7);
  expect(normalRangeTail(5, 8)).toBeCloseTo(9.68253248e-3, 8);
  expect(normalRangeTail(0, 5)).toBeCloseTo(1, 12);
  // Two items: the range is |z₁ − z₂|, so the tail is that of a normal value with variance 2.
  expectClose(normalRangeTail(12, 2), 2 * normalBelow(-12 / Math.SQRT2));
});

test("the distributions refuse what cannot be", () => {
  expect(() => fTail(-1, 1, 1)).toThrow(RangeError);
  expect(() => fTail(1, 0, 1)).toThrow(RangeError);
  expect(() => fQuantile(1, 1, 1)).toThrow(RangeError);
  expect(() => normalRangeTail(-1, 3)).toThrow(RangeError);
  expect(() => normalRangeTail(1, 1)).toThrow(RangeError);
});
