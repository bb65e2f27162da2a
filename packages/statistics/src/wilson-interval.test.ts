import * as fc from "fast-check";
import { expect, test } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

test("wilsonInterval(470, 510) is 0.8949 to 0.9419", () => {
  const [lower, upper] = wilsonInterval(470, 510) ?? [];
  expect(lower).toBeCloseTo(0.894958641116929, 12);
  expect(upper).toBeCloseTo(0.9418753523620775, 12);
});

// 0.58 of 510 is no whole number of people; the neighbours enclose the printed 0.5367 to 0.6221.
test("wilsonInterval(296, 510) is 0.5371 to 0.6225", () => {
  const [lower, upper] = wilsonInterval(296, 510) ?? [];
  expect(lower).toBeCloseTo(0.5371175599483691, 12);
  expect(upper).toBeCloseTo(0.6224647364825113, 12);
});

test("wilsonInterval touches the edge when nobody or everybody says so", () => {
  expect(wilsonInterval(0, 10)?.[0]).toBe(0);
  expect(wilsonInterval(0, 10)?.[1]).toBeCloseTo(0.27753279986288926, 12);
  expect(wilsonInterval(3, 3)?.[0]).toBeCloseTo(0.4385029682449546, 12);
  expect(wilsonInterval(3, 3)?.[1]).toBe(1);
});

test("wilsonInterval of nobody does not exist, and impossible counts are refused", () => {
  expect(wilsonInterval(0, 0)).toBeUndefined();
  for (const [successes, total] of [
    [2, 1],
    [-1, 3],
    [0.5, 3],
  ] as const) {
    expect(() => wilsonInterval(successes, total)).toThrow(RangeError);
  }
});

test("wilsonInterval encloses the share, stays within 0 and 1, and mirrors", () => {
  const counts = fc
    .integer({ min: 1, max: 2000 })
    .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
  void fc.assert(
    fc.property(counts, ([successes, total]) => {
      const [lower, upper] = wilsonInterval(successes, total) ?? [Number.NaN, Number.NaN];
      const [mirrorLower] = wilsonInterval(total - successes, total) ?? [Number.NaN];
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(successes / total);
      expect(upper).toBeGreaterThanOrEqual(successes / total);
      expect(upper).toBeCloseTo(1 - mirrorLower, 12);
    }),
  );
});
