import type { ChoiceCounts, TieModel } from "./choice-counts.ts";
import { type CodedChoices, codedChoices } from "./coded-choices.ts";
import { choiceCounts } from "./count-choices.ts";
import { likelihoodOf } from "./plackett-luce/likelihood-of.ts";
import { maximiseLikelihood } from "./plackett-luce/maximise-likelihood.ts";
import { refitter } from "./plackett-luce/refit-counts.ts";
import type { Rankings } from "./rankings.ts";
import { type ResampledItems, type Resampling, resampled } from "./resampled-rankings.ts";
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
