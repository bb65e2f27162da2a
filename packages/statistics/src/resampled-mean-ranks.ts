import { rowMidranks } from "./rankings/row-midranks.ts";
import type { Rankings } from "./rankings.ts";
import {
  type JackknifedItems,
  type ResampledItems,
  type Resampling,
  resampled,
} from "./resampled-rankings.ts";
import { uniqueRankings } from "./unique-rankings.ts";

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

/** Four items at a time, whose sums stay in registers: the sums in memory took two and a half times as long. */
function addPlainRows(picks: Uint32Array, midranks: Float64Array, sums: Float64Array): void {
  const k = sums.length;
  for (let item = 0; item < k; item += 4) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let pick = 0; pick < picks.length; pick += 1) {
      const cell = (Math.imul(picks[pick] ?? 0, k) + item) | 0;
      first += midranks[cell] ?? 0;
      second += midranks[cell + 1] ?? 0;
      third += midranks[cell + 2] ?? 0;
      fourth += midranks[cell + 3] ?? 0;
    }
    sums.set([first, second, third, fourth].slice(0, k - item), item);
  }
}

/**
 * Jackknife of mean midranks: the means without each respondent in turn.
 *
 * @returns undefined if there are fewer than two respondents, or an item that only one of them faced
 * @example jackknifedMeanRanks(all)
 */
export function jackknifedMeanRanks(all: Rankings): JackknifedItems | undefined {
  const { unique } = uniqueRankings(all);
  const { itemCount: k, rowCount } = unique;
  const { midranks, weightOf } = rowMidranks(unique);
  const repeats = unique.counts ?? new Float64Array(rowCount).fill(1);
  const sums = new Float64Array(k);
  const totals = new Float64Array(k);
  for (let cell = 0; cell < midranks.length; cell += 1) {
    const weight = (repeats[Math.floor(cell / k)] ?? 0) * (weightOf[cell] ?? 0);
    sums[cell % k] = (sums[cell % k] ?? 0) + weight * (midranks[cell] ?? 0);
    totals[cell % k] = (totals[cell % k] ?? 0) + weight;
  }
  const values = midranks.map((midrank, cell) => {
    const weight = weightOf[cell] ?? 0;
    return ((sums[cell % k] ?? 0) - weight * midrank) / ((totals[cell % k] ?? 0) - weight);
  });
  if (all.n < 2 || !values.every(Number.isFinite)) return undefined;
  const estimates = sums.map((sum, item) => sum / (totals[item] ?? 1));
  return { itemCount: k, estimates, values, repeats };
}
