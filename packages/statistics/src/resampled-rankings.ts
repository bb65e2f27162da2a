import { quantileSorted } from "simple-statistics";
import type { Rankings } from "./rankings.ts";
import { seededIndex } from "./seeded-index.ts";
import type { Interval } from "./wilson-interval.ts";

/**
 * One result per item from every resample: values[draw × itemCount + item].
 *
 * `failed` draws had no result (no maximum, or an item nobody ranked) and are not among the values.
 */
export type ResampledItems = {
  itemCount: number;
  seed: number;
  draws: number;
  failed: number;
  values: Float64Array;
};

/**
 * One result per item without each different row once: values[row × itemCount + item]; `repeats` respondents gave it.
 *
 * `estimates`: the results with everybody.
 */
export type JackknifedItems = {
  itemCount: number;
  estimates: Float64Array;
  values: Float64Array;
  repeats: Float64Array;
};

/** Seed and number of draws. */
export type Resampling = { seed: number; draws: number };

/** Runs the draws: `statistic` gets the rows picked and writes its result, or returns false if there is none. */
export function resampled(
  unique: Rankings,
  { seed, draws }: Resampling,
  statistic: (picks: Uint32Array, result: Float64Array) => boolean,
): ResampledItems | undefined {
  if (!Number.isInteger(draws) || draws < 1)
    throw new RangeError("bootstrap requires draws from 1");
  const { itemCount, n, counts } = unique;
  if (n < 2) return undefined;
  const rowOf = new Uint32Array(n);
  let respondent = 0;
  for (let row = 0; row < unique.rowCount; row += 1) {
    const end = respondent + (counts?.[row] ?? 1);
    rowOf.fill(row, respondent, end);
    respondent = end;
  }
  const index = seededIndex(seed);
  const picks = new Uint32Array(n);
  const values = new Float64Array(draws * itemCount);
  const result = new Float64Array(itemCount);
  let kept = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (let pick = 0; pick < n; pick += 1) picks[pick] = rowOf[index(n)] ?? 0;
    if (!statistic(picks, result)) continue;
    values.set(result, kept * itemCount);
    kept += 1;
  }
  return {
    itemCount,
    seed,
    draws,
    failed: draws - kept,
    values: values.slice(0, kept * itemCount),
  };
}

/**
 * Percentile intervals of resampled results, one per item.
 *
 * @throws RangeError if the level is not between 0 and 1
 * @returns undefined if more than 1 in 20 draws failed: what is left would be the draws that look tidy
 * @example percentileIntervals(resampledLogWorths(all, { seed: 1, draws: 1000 }), 0.95)
 */
export function percentileIntervals(
  resamples: ResampledItems,
  level: number,
): Interval[] | undefined {
  if (!(level > 0 && level < 1)) throw new RangeError("bootstrap requires a level between 0 and 1");
  const { itemCount, values, draws, failed } = resamples;
  if (failed > draws / 20) return undefined;
  const tail = (1 - level) / 2;
  return Array.from({ length: itemCount }, (_, item): Interval => {
    const column = values.filter((_value, cell) => cell % itemCount === item).sort();
    const sorted = Array.from(column);
    return [quantileSorted(sorted, tail), quantileSorted(sorted, 1 - tail)];
  });
}
