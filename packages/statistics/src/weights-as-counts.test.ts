import * as fc from "fast-check";
import { expect, test } from "vitest";
import { agreementOfRankings } from "./agreement-of-rankings.ts";
import { anyRankRow, builtRankings } from "./example/arbitrary-rank-rows.ts";
import { pairwiseCounts } from "./pairwise-counts.ts";
import { weightedSize, weightsAsCounts } from "./weights-as-counts.ts";
import { weightedWilsonInterval, wilsonInterval } from "./wilson-interval.ts";

const weightedRows = fc.array(
  fc.record({ row: anyRankRow(4), weight: fc.integer({ min: 1, max: 4 }) }),
  { minLength: 2, maxLength: 10 },
);

test("whole weights count like repeated rows, scaled to the number of respondents", () => {
  void fc.assert(
    fc.property(weightedRows, (rows) => {
      const all = builtRankings(
        4,
        rows.map(({ row }) => row),
      );
      const weighted = { ...all, weights: Float64Array.from(rows, ({ weight }) => weight) };
      const repeated = builtRankings(
        4,
        rows.flatMap(({ row, weight }) => Array.from({ length: weight }, () => row)),
      );
      const found = weightsAsCounts(weighted);
      expect(found.n).toBe(rows.length);
      const scale = rows.length / repeated.n;
      const pairs = pairwiseCounts(found).preferred.flat();
      const expected = pairwiseCounts(repeated).preferred.flat();
      for (const [cell, value] of pairs.entries())
        expect(value).toBeCloseTo((expected[cell] ?? 0) * scale, 9);
      const w = agreementOfRankings(weightsAsCounts(weighted, repeated.n));
      const same = agreementOfRankings(repeated);
      expect(w.exists).toBe(same.exists);
      if (w.exists && same.exists) expect(w.kendallsW.value).toBeCloseTo(same.kendallsW.value, 9);
    }),
  );
});

test("equal weights change nothing, and weights of 0 alone are refused", () => {
  const all = builtRankings(3, [
    [1, 2, 3],
    [3, 1, 2],
  ]);
  expect(weightsAsCounts(all)).toBe(all);
  expect(weightedSize(all)).toBeUndefined();
  expect(weightsAsCounts({ ...all, weights: Float64Array.of(5, 5) }).counts).toEqual(
    Float64Array.of(1, 1),
  );
  expect(weightedSize({ ...all, weights: Float64Array.of(1, 3) })).toEqual({
    sum: 4,
    effectiveN: 1.6,
  });
  expect(() => weightsAsCounts({ ...all, weights: Float64Array.of(0, 0) })).toThrow(RangeError);
});

test("weightedWilsonInterval is wilsonInterval where all weigh alike, and stays within its edges", () => {
  expect(weightedWilsonInterval(0.25, 40)).toEqual(wilsonInterval(10, 40));
  expect(weightedWilsonInterval(0, 12.5)[0]).toBe(0);
  expect(weightedWilsonInterval(1, 12.5)[1]).toBe(1);
  expect(() => weightedWilsonInterval(0.5, 0)).toThrow(RangeError);
  expect(() => weightedWilsonInterval(1.1, 10)).toThrow(RangeError);
});
