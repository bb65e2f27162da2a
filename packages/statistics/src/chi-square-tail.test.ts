import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chiSquareTail } from "./chi-square-tail.ts";

// mpmath 1.3, gammainc(df/2, x/2, inf, regularized=True)
test.each([
  [0.5, 1, 0.47950012218695348],
  [0.001, 3, 0.9999915920809419],
  [260 / 9, 7, 0.00015159439129253612],
  [100, 7, 1.0787979671702883e-18],
  [3, 2, 0.22313016014842982],
  [50, 40, 0.13357483408565041],
  [7, 8, 0.536632667900785],
  [8, 7, 0.33259390259930788],
  [3.841458820694124, 1, 0.05],
  [14.067140449340169, 7, 0.05],
])("chiSquareTail(%d, %d) is %d to twelve places", (value, df, expected) => {
  expect(Math.abs(chiSquareTail(value, df) / expected - 1)).toBeLessThan(1e-12);
});

test("chiSquareTail is 1 at zero and 0 where it is smaller than any number", () => {
  expect(chiSquareTail(0, 7)).toBe(1);
  expect(chiSquareTail(10_000, 100)).toBe(0);
});

test("chiSquareTail refuses what is not a chi-square value", () => {
  for (const [value, df] of [
    [-1, 3],
    [Number.NaN, 3],
    [Infinity, 3],
    [1, 0],
    [1, 1.5],
  ] as const) {
    expect(() => chiSquareTail(value, df)).toThrow(RangeError);
  }
});

test("chiSquareTail falls as the value grows and stays a probability", () => {
  const value = fc.double({ min: 0, max: 500, noNaN: true });
  void fc.assert(
    fc.property(value, value, fc.integer({ min: 1, max: 60 }), (a, b, df) => {
      const atSmaller = chiSquareTail(Math.min(a, b), df);
      const atLarger = chiSquareTail(Math.max(a, b), df);
      expect(atLarger).toBeLessThanOrEqual(atSmaller + 1e-14);
      expect(atLarger).toBeGreaterThanOrEqual(0);
      expect(atSmaller).toBeLessThanOrEqual(1);
    }),
  );
});
