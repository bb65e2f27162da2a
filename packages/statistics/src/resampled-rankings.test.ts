import { expect, test } from "vitest";
import { builtRankings } from "./example/arbitrary-rank-rows.ts";
import { driversSynthRankings } from "./example/drivers-synth.ts";
import { publishedRankings } from "./example/published-rankings.ts";
import { meanMidranks } from "./mean-midranks.ts";
import { plackettLuce } from "./plackett-luce.ts";
import { resampledLogWorths } from "./resampled-log-worths.ts";
import { resampledMeanRanks } from "./resampled-mean-ranks.ts";
import { percentileIntervals } from "./resampled-rankings.ts";
import { selectRankings } from "./select-rankings.ts";

const settings = { seed: 11, draws: 2000 };

/** Standard deviation of each item over the draws. */
function spread({ values, itemCount }: { values: Float64Array; itemCount: number }): number[] {
  return Array.from({ length: itemCount }, (_, item) => {
    const column = values.filter((_v, cell) => cell % itemCount === item);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
  });
}

test("resampledLogWorths spread like the robust standard errors, with and without ties and weights", () => {
  for (const all of [
    driversSynthRankings(),
    driversSynthRankings({ top: 3 }),
    driversSynthRankings({ weighted: true }),
    publishedRankings("pudding"),
  ]) {
    const fit = plackettLuce(all, { robust: true });
    const found = resampledLogWorths(all, settings);
    if (!fit.exists || found === undefined) throw new Error("no maximum");
    expect(found.failed).toBe(0);
    for (const [item, deviation] of spread(found).entries())
      expect(deviation / (fit.standardErrorCentred[item] ?? 0)).toBeCloseTo(1, 1);
  }
});

test("resampledMeanRanks lie around the mean midranks with their standard error", () => {
  for (const all of [publishedRankings("german"), publishedRankings("pudding")]) {
    const means = meanMidranks(all);
    const found = resampledMeanRanks(all, settings);
    const intervals = found && percentileIntervals(found, 0.95);
    for (const [item, [lower, upper]] of (intervals ?? []).entries()) {
      expect(lower).toBeLessThan(means[item] ?? 0);
      expect(upper).toBeGreaterThan(means[item] ?? 0);
    }
    expect(intervals?.length).toBe(all.itemCount);
  }
  // Ranks 1 and 4, half each: standard deviation 1.5, of the mean of 100 people 0.15.
  const rows = Array.from({ length: 100 }, (_, i) => (i % 2 ? [1, 2, 3, 4] : [4, 3, 2, 1]));
  const found = resampledMeanRanks(builtRankings(4, rows), settings);
  expect(found && spread(found)[0]).toBeCloseTo(0.15, 2);
});

test("resampling repeats with its seed, whatever the order of respondents, and not with another", () => {
  const all = selectRankings(driversSynthRankings(), [...Array(60).keys()]);
  const first = resampledLogWorths(all, { seed: 1, draws: 50 });
  expect(resampledLogWorths(all, { seed: 1, draws: 50 })).toEqual(first);
  expect(resampledLogWorths(all, { seed: 2, draws: 50 })).not.toEqual(first);
  const turned = selectRankings(all, [...Array(60).keys()].reverse());
  expect(resampledLogWorths(turned, { seed: 1, draws: 50 })).toEqual(first);
});

test("resampledLogWorths counts draws without a maximum, and intervals then do not exist", () => {
  const rows = [
    [1, 2, 3],
    [1, 2, 3],
    [2, 3, 1],
    [3, 1, 2],
  ];
  const found = resampledLogWorths(builtRankings(3, rows), { seed: 1, draws: 400 });
  if (found === undefined) throw new Error("no maximum");
  // Any two different rows form a circle; only draws of one row alone fail: (2/4)⁴ + (1/4)⁴ + (1/4)⁴.
  expect(Math.abs(found.failed / 400 - 18 / 256)).toBeLessThan(0.04);
  expect(found.values.length).toBe((400 - found.failed) * 3);
  expect(found.values.every(Number.isFinite)).toBe(true);
  expect(percentileIntervals(found, 0.95)).toBeUndefined();
  expect(percentileIntervals({ ...found, failed: 0 }, 0.95)?.length).toBe(3);
});

test("resampling does not exist for one respondent or without a maximum", () => {
  const one = builtRankings(3, [[1, 2, 3]]);
  expect(resampledMeanRanks(one, settings)).toBeUndefined();
  expect(resampledLogWorths(one, settings)).toBeUndefined();
  expect(() => resampledMeanRanks(one, { seed: 1, draws: 0 })).toThrow(RangeError);
});

test("meanMidranks shares the places left among unranked items, or leaves out items not presented", () => {
  const rows = [[1, 2, 0, 0]];
  expect(meanMidranks(builtRankings(4, rows, "below"))).toEqual([1, 2, 3.5, 3.5]);
  expect(meanMidranks(builtRankings(4, rows, "not-presented"))).toEqual([
    1,
    2,
    undefined,
    undefined,
  ]);
  expect(meanMidranks(builtRankings(3, [[1, 1, 2]]))).toEqual([1.5, 1.5, 3]);
});
