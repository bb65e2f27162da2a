import { quantileSorted } from "simple-statistics";
import { type ChoiceCounts, choiceCounts, type TieModel } from "./choice-counts.ts";
import { type CodedChoices, codedChoices } from "./coded-choices.ts";
import { likelihoodOf } from "./plackett-luce/likelihood-of.ts";
import { maximiseLikelihood } from "./plackett-luce/maximise-likelihood.ts";
import { refitter } from "./plackett-luce/refit-counts.ts";
import { rowMidranks } from "./rankings/row-midranks.ts";
import type { Rankings } from "./rankings.ts";
import { seededIndex } from "./seeded-index.ts";
import { uniqueRankings } from "./unique-rankings.ts";
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

type Resampling = { seed: number; draws: number };

/**
 * Bootstrap of Plackett–Luce worths: how the centred log-worths would move if other, comparable people had answered.
 *
 * Draws n respondents with replacement (only counts of different rankings) and refits, starting from the estimate.
 * Weights: a respondent keeps the weight. Source: Efron and Tibshirani (1993), chapter 6.
 * @throws RangeError if there is no draw
 * @returns undefined if there are fewer than two respondents or the data themselves have no maximum
 * @example resampledLogWorths(all, { seed: 1, draws: 1000 })
 */
export function resampledLogWorths(
  all: Rankings,
  options: Resampling & { ties?: TieModel },
): ResampledItems | undefined {
  const { unique } = uniqueRankings(all);
  const counts = choiceCounts(unique, options);
  const start = counts.choices > 0 ? maximiseLikelihood(likelihoodOf(counts)) : undefined;
  if (start === undefined) return undefined;
  const coded = codedChoices(unique, counts, options);
  const sample = { ...counts, chosen: counts.chosen.slice(), faced: counts.faced.slice() };
  const resample: ChoiceCounts = { ...sample, tied: counts.tied.slice() };
  const refit = refitter(resample, start.parameters);
  return resampled(unique, options, (picks, result) => {
    resample.chosen.fill(0);
    resample.faced.fill(0);
    resample.tied.fill(0);
    for (let pick = 0; pick < picks.length; pick += 1)
      addRow(coded, picks[pick] ?? 0, unique.weights, resample);
    return refit(result);
  });
}

/** Adds the choices of one row to the counts. */
function addRow(
  coded: CodedChoices,
  row: number,
  weights: Float64Array | undefined,
  { chosen, faced, tied, tieOrders }: ChoiceCounts,
): void {
  const { starts, items, sets, sizes } = coded;
  const weight = weights === undefined ? 1 : (weights[row] ?? 0);
  const end = starts[row + 1] ?? 0;
  for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
    const size = sizes[entry] ?? 1;
    const part = size === 1 ? weight : weight / size;
    const item = items[entry] ?? 0;
    const set = sets[entry] ?? 0;
    chosen[item] = (chosen[item] ?? 0) + part;
    faced[set] = (faced[set] ?? 0) + part;
    if (size === 1) continue;
    const order = tieOrders.indexOf(size);
    tied[order] = (tied[order] ?? 0) + part;
  }
}

/**
 * Bootstrap of mean midranks; see `resampledLogWorths` for how, and `meanMidranks` for the statistic.
 *
 * @throws RangeError if there is no draw
 * @returns undefined if there are fewer than two respondents
 * @example resampledMeanRanks(all, { seed: 1, draws: 1000 })
 */
export function resampledMeanRanks(all: Rankings, options: Resampling): ResampledItems | undefined {
  const { unique } = uniqueRankings(all);
  const { itemCount: k, weights } = unique;
  const { midranks, weightOf } = rowMidranks(unique);
  const sums = new Float64Array(k);
  const totals = new Float64Array(k);
  const isComplete = unique.unranked !== "not-presented" && unique.presented === undefined;
  const isPlain = isComplete && weights === undefined;
  return resampled(unique, options, (picks, result) => {
    sums.fill(0);
    totals.fill(isPlain ? picks.length : 0);
    if (isPlain) addPlainRows(picks, midranks, sums);
    else
      for (let pick = 0; pick < picks.length; pick += 1) {
        const base = (picks[pick] ?? 0) * k;
        for (let item = 0; item < k; item += 1) {
          const weight = weightOf[base + item] ?? 0;
          sums[item] = (sums[item] ?? 0) + weight * (midranks[base + item] ?? 0);
          totals[item] = (totals[item] ?? 0) + weight;
        }
      }
    for (let item = 0; item < k; item += 1) {
      if (totals[item] === 0) return false;
      result[item] = (sums[item] ?? 0) / (totals[item] ?? 1);
    }
    return true;
  });
}

function addPlainRows(picks: Uint32Array, midranks: Float64Array, sums: Float64Array): void {
  const k = sums.length;
  for (let pick = 0; pick < picks.length; pick += 1) {
    const base = Math.imul(picks[pick] ?? 0, k);
    for (let item = 0; item < k; item += 1)
      sums[item] = (sums[item] ?? 0) + (midranks[base + item] ?? 0);
  }
}

/** Runs the draws: `statistic` gets the rows picked and writes its result, or returns false if there is none. */
function resampled(
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
