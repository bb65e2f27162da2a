import type { ChoiceCounts, TieModel } from "./choice-counts.ts";
import { type CodedChoices, codedChoices } from "./coded-choices.ts";
import { choiceCounts } from "./count-choices.ts";
import { likelihoodOf } from "./plackett-luce/likelihood-of.ts";
import { maximiseLikelihood } from "./plackett-luce/maximise-likelihood.ts";
import { refitter } from "./plackett-luce/refit-counts.ts";
import { preferenceNetwork } from "./preference-network.ts";
import type { Rankings } from "./rankings.ts";
import {
  type JackknifedItems,
  type ResampledItems,
  type Resampling,
  resampled,
} from "./resampled-rankings.ts";
import { uniqueRankings } from "./unique-rankings.ts";

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
  const { counts, coded, start } = preparedChoices(unique, options);
  if (start === undefined) return undefined;
  const sample = emptyCounts(counts);
  const refit = refitter(sample, start);
  return resampled(unique, options, (picks, result) => {
    sample.chosen.fill(0);
    sample.faced.fill(0);
    sample.tied.fill(0);
    for (let pick = 0; pick < picks.length; pick += 1)
      addRow(coded, picks[pick] ?? 0, unique.weights, sample, 1);
    return refit(result);
  });
}

/**
 * Jackknife of Plackett–Luce worths: the centred log-worths without each respondent in turn.
 *
 * @returns undefined if there are fewer than two respondents, or no maximum without some respondent
 * @example jackknifedLogWorths(all)
 */
export function jackknifedLogWorths(
  all: Rankings,
  options: { ties?: TieModel } = {},
): JackknifedItems | undefined {
  const { unique } = uniqueRankings(all);
  const { counts, coded, start } = preparedChoices(unique, options);
  if (start === undefined || all.n < 2) return undefined;
  const sample = emptyCounts(counts);
  const refit = refitter(sample, start);
  const values = new Float64Array(unique.rowCount * unique.itemCount);
  const result = new Float64Array(unique.itemCount);
  for (let row = 0; row < unique.rowCount; row += 1) {
    sample.chosen.set(counts.chosen);
    sample.faced.set(counts.faced);
    sample.tied.set(counts.tied);
    addRow(coded, row, unique.weights, sample, -1);
    if (!refit(result)) return undefined;
    values.set(result, row * unique.itemCount);
  }
  const repeats = unique.counts ?? new Float64Array(unique.rowCount).fill(1);
  return {
    itemCount: unique.itemCount,
    estimates: start.slice(0, unique.itemCount),
    values,
    repeats,
  };
}

function preparedChoices(unique: Rankings, options: { ties?: TieModel }) {
  const counts = choiceCounts(unique, options);
  const coded = codedChoices(unique, counts, options);
  const start = hasMaximum(counts) ? maximiseLikelihood(likelihoodOf(counts)) : undefined;
  return { counts, coded, start: start?.parameters };
}

function hasMaximum(counts: ChoiceCounts): boolean {
  return counts.choices > 0 && preferenceNetwork(counts).components.length === 1;
}

function emptyCounts(counts: ChoiceCounts): ChoiceCounts {
  const { chosen, faced, tied } = counts;
  return { ...counts, chosen: chosen.slice(), faced: faced.slice(), tied: tied.slice() };
}

/** Adds the choices of one row to the counts, or takes them away. */
function addRow(
  coded: CodedChoices,
  row: number,
  weights: Float64Array | undefined,
  { chosen, faced, tied, tieOrders }: ChoiceCounts,
  times: 1 | -1,
): void {
  const { starts, items, sets, sizes } = coded;
  const weight = weights === undefined ? times : times * (weights[row] ?? 0);
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
