import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bordaPoints } from "./borda-points.ts";
import { anyRankings, reversedItems } from "./example/arbitrary-rankings.ts";
import { sixRankings } from "./example/six-rankings.ts";
import { meanRanks } from "./mean-ranks.ts";
import { medianRanks } from "./median-ranks.ts";
import { pairwisePreferences } from "./pairwise-preferences.ts";
import { topCounts } from "./top-counts.ts";

test("meanRanks of the six rankings are the rank sums by six", () => {
  const sums = [12, 14, 21, 22, 27, 33, 42, 45];
  expect(meanRanks(sixRankings)).toEqual(sums.map((sum) => sum / 6));
});

test("medianRanks takes the mean of the two middle ranks", () => {
  expect(medianRanks(sixRankings)).toEqual([1.5, 2, 3.5, 3.5, 5, 5.5, 7, 7.5]);
});

test("bordaPoints of the six rankings give last place nothing", () => {
  expect(bordaPoints(sixRankings)).toEqual([36, 34, 27, 26, 21, 15, 6, 3]);
});

test("topCounts counts first places and places among the first three", () => {
  expect(topCounts(sixRankings, 1)).toEqual([3, 2, 0, 0, 1, 0, 0, 0]);
  expect(topCounts(sixRankings, 3)).toEqual([5, 5, 3, 3, 1, 1, 0, 0]);
});

test("topCounts takes what was not placed as not among the first", () => {
  expect(
    topCounts(
      [
        [1, 2, 3],
        [2, 1, undefined],
      ],
      3,
    ),
  ).toEqual([2, 2, 1]);
  expect(topCounts([], 3)).toEqual([]);
});

test("pairwisePreferences puts what was not placed below, and compares two such items with nobody", () => {
  const { preferred, compared } = pairwisePreferences([[1, 2, undefined, undefined]]);
  expect(preferred).toEqual([
    [0, 1, 1, 1],
    [0, 0, 1, 1],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
  expect(compared[2]?.[3]).toBe(0);
  expect(compared[3]?.[0]).toBe(1);
});

test("pairwisePreferences counts a tie as compared and nobody as preferred", () => {
  const { preferred, compared } = pairwisePreferences([[1.5, 1.5]]);
  expect(preferred).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(compared).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test("means, medians and preferences need someone; sums of nobody are empty", () => {
  expect(() => meanRanks([])).toThrow(RangeError);
  expect(() => medianRanks([])).toThrow(RangeError);
  expect(bordaPoints([])).toEqual([]);
  expect(() => topCounts(sixRankings, 0)).toThrow(RangeError);
});

test("summaries do not depend on the order of respondents and follow the items", () => {
  void fc.assert(
    fc.property(anyRankings, (rankings) => {
      for (const summary of [meanRanks, medianRanks, bordaPoints]) {
        const values = summary(rankings);
        close(summary([...rankings].reverse()), values);
        close(summary(reversedItems(rankings)), [...values].reverse());
      }
    }),
  );
});

test("Borda points are n times the number of items less the mean rank", () => {
  void fc.assert(
    fc.property(anyRankings, (rankings) => {
      const items = rankings[0]?.length ?? 0;
      const expected = meanRanks(rankings).map((mean) => rankings.length * (items - mean));
      close(bordaPoints(rankings), expected);
    }),
  );
});

test("every pair is compared by everyone who ranked all, and preferences add up with ties", () => {
  void fc.assert(
    fc.property(anyRankings, (rankings) => {
      const { preferred, compared } = pairwisePreferences(rankings);
      for (const [row, cells] of compared.entries()) {
        for (const [column, count] of cells.entries()) {
          expect(count).toBe(row === column ? 0 : rankings.length);
          const decided = (preferred[row]?.[column] ?? 0) + (preferred[column]?.[row] ?? 0);
          expect(decided).toBeLessThanOrEqual(count);
        }
      }
    }),
  );
});

function close(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [index, value] of actual.entries()) expect(value).toBeCloseTo(expected[index] ?? 0, 9);
}
