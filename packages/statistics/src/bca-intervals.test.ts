import { expect, test } from "vitest";
import { bcaIntervals } from "./bca-intervals.ts";
import { builtRankings } from "./example/arbitrary-rank-rows.ts";
import { driversSynthRankings } from "./example/drivers-synth.ts";
import { publishedRankings } from "./example/published-rankings.ts";
import { meanMidranks } from "./mean-midranks.ts";
import { plackettLuce } from "./plackett-luce.ts";
import { jackknifedLogWorths, resampledLogWorths } from "./resampled-log-worths.ts";
import { jackknifedMeanRanks, resampledMeanRanks } from "./resampled-mean-ranks.ts";
import { percentileIntervals } from "./resampled-rankings.ts";
import { selectRankings } from "./select-rankings.ts";

/** Jackknife standard error: √((n − 1)/n Σ (value − mean)²). */
function jackknifeError(
  { values, repeats, itemCount }: NonNullable<ReturnType<typeof jackknifedLogWorths>>,
  item: number,
): number {
  const n = repeats.reduce((sum, times) => sum + times, 0);
  const at = (row: number) => values[row * itemCount + item] ?? 0;
  const mean = repeats.reduce((sum, times, row) => sum + times * at(row), 0) / n;
  const squares = repeats.reduce((sum, times, row) => sum + times * (at(row) - mean) ** 2, 0);
  return Math.sqrt(((n - 1) / n) * squares);
}

test("jackknifedLogWorths spread like the robust standard errors, with ties too", () => {
  for (const all of [driversSynthRankings({ top: 3 }), publishedRankings("pudding")]) {
    const fit = plackettLuce(all, { robust: true });
    const found = jackknifedLogWorths(all);
    if (!fit.exists || found === undefined) throw new Error("no maximum");
    for (const [item, error] of fit.standardErrorCentred.entries()) {
      expect(jackknifeError(found, item) / error).toBeCloseTo(1, 1);
      expect(found.estimates[item]).toBeCloseTo(fit.logWorthCentred[item] ?? 9, 9);
    }
  }
});

test("jackknifedMeanRanks leave out each respondent once", () => {
  const rows = [
    [1, 2, 3],
    [1, 2, 3],
    [3, 1, 2],
  ];
  const all = builtRankings(3, rows);
  const found = jackknifedMeanRanks(all);
  expect(Array.from(found?.repeats ?? [])).toEqual([2, 1]);
  const without = (kept: number[]) => meanMidranks(selectRankings(all, kept));
  expect(Array.from(found?.values ?? [])).toEqual([...without([1, 2]), ...without([0, 1])]);
  expect(jackknifedMeanRanks(builtRankings(2, [[1, 2]]))).toBeUndefined();
});

test("bcaIntervals hardly move percentile intervals of a symmetric statistic", () => {
  const all = driversSynthRankings();
  const draws = resampledMeanRanks(all, { seed: 1, draws: 2000 });
  const jackknife = jackknifedMeanRanks(all);
  if (draws === undefined || jackknife === undefined) throw new Error("no draws");
  const percentile = percentileIntervals(draws, 0.95);
  for (const [item, interval] of bcaIntervals(draws, jackknife, 0.95)?.entries() ?? []) {
    expect(interval?.[0]).toBeCloseTo(percentile?.[item]?.[0] ?? 0, 1);
    expect(interval?.[1]).toBeCloseTo(percentile?.[item]?.[1] ?? 0, 1);
  }
});

test("bcaIntervals move towards the long tail, and do not exist where many draws failed", () => {
  // One respondent in ten puts the first item last: its mean rank is skewed upwards.
  const rows = Array.from({ length: 30 }, (_, i) => (i % 10 ? [1, 2, 3, 4, 5] : [5, 1, 2, 3, 4]));
  const all = builtRankings(5, rows);
  const draws = resampledMeanRanks(all, { seed: 1, draws: 4000 });
  const jackknife = jackknifedMeanRanks(all);
  if (draws === undefined || jackknife === undefined) throw new Error("no draws");
  const [percentile] = percentileIntervals(draws, 0.95) ?? [];
  const [moved] = bcaIntervals(draws, jackknife, 0.95) ?? [];
  expect(moved?.[0]).toBeGreaterThan(percentile?.[0] ?? 9);
  expect(moved?.[1]).toBeGreaterThan(percentile?.[1] ?? 9);
  expect(bcaIntervals({ ...draws, failed: 1000 }, jackknife, 0.95)).toBeUndefined();
  const worths = resampledLogWorths(driversSynthRankings(), { seed: 1, draws: 2 });
  if (worths === undefined) throw new Error("no draws");
  expect(() => bcaIntervals(worths, jackknife, 0.95)).toThrow(RangeError);
});
