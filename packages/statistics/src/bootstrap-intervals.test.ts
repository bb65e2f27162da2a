import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bootstrapIntervals } from "./bootstrap-intervals.ts";
import { countedMeans, countRows } from "./counted-rows.ts";
import { anyRankings } from "./example/arbitrary-rankings.ts";
import { sixRankings } from "./example/six-rankings.ts";
import { meanRanks } from "./mean-ranks.ts";
import { seededRandom } from "./seeded-random.ts";

const settings = { statistic: countedMeans, seed: 1, draws: 500, level: 0.95 };

test("bootstrapIntervals gives the same bounds for the same seed and others for another", () => {
  const first = bootstrapIntervals({ ...settings, table: sixRankings });
  expect(bootstrapIntervals({ ...settings, table: sixRankings })).toEqual(first);
  expect(bootstrapIntervals({ ...settings, seed: 2, table: sixRankings })).not.toEqual(first);
});

test("bootstrapIntervals does not depend on the order of respondents", () => {
  void fc.assert(
    fc.property(anyRankings, (table) => {
      const small = { ...settings, draws: 30 };
      expect(bootstrapIntervals({ ...small, table: [...table].reverse() })).toEqual(
        bootstrapIntervals({ ...small, table }),
      );
    }),
  );
});

test("bootstrapIntervals has no width when all respondents are alike, and does not exist for one", () => {
  expect(
    bootstrapIntervals({
      ...settings,
      table: [
        [1, 2],
        [1, 2],
      ],
    }),
  ).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(bootstrapIntervals({ ...settings, table: [[1, 2]] })).toBeUndefined();
  expect(bootstrapIntervals({ ...settings, table: [] })).toBeUndefined();
});

test("bootstrapIntervals of a mean is as wide as theory says", () => {
  const random = seededRandom(7);
  const table = Array.from({ length: 400 }, () => [random()]);
  const [interval] = bootstrapIntervals({ ...settings, draws: 4000, table }) ?? [];
  const width = (interval?.[1] ?? 0) - (interval?.[0] ?? 0);
  const expected = (2 * 1.96 * Math.sqrt(1 / 12)) / Math.sqrt(400);
  expect(Math.abs(width / expected - 1)).toBeLessThan(0.1);
});

test("bootstrapIntervals covers the true mean about 95 times in 100", () => {
  const random = seededRandom(11);
  let covered = 0;
  for (let trial = 0; trial < 400; trial += 1) {
    const table = Array.from({ length: 60 }, () => [Math.floor(random() * 8) + 1]);
    const [interval] = bootstrapIntervals({ ...settings, draws: 400, seed: trial, table }) ?? [];
    if (interval !== undefined && interval[0] <= 4.5 && interval[1] >= 4.5) covered += 1;
  }
  expect(covered / 400).toBeGreaterThan(0.9);
  expect(covered / 400).toBeLessThan(0.98);
});

test("bootstrapIntervals refuses draws and levels that make no sense", () => {
  expect(() => bootstrapIntervals({ ...settings, draws: 0, table: sixRankings })).toThrow(
    RangeError,
  );
  expect(() => bootstrapIntervals({ ...settings, level: 1, table: sixRankings })).toThrow(
    RangeError,
  );
});

test("countRows keeps each distinct row once, and countedMeans of them are the means", () => {
  expect(
    countRows([
      [1, 2],
      [2, 1],
      [1, 2],
    ]),
  ).toEqual({
    rows: [
      [1, 2],
      [2, 1],
    ],
    counts: [2, 1],
    n: 3,
  });
  expect(() => countRows([[1], [1, 2]])).toThrow(RangeError);
  expect(() => countedMeans(countRows([]))).toThrow(RangeError);
  void fc.assert(
    fc.property(anyRankings, (table) => {
      expect(countedMeans(countRows(table))).toEqual(meanRanks(table));
    }),
  );
});
