import { normalDraws } from "./rank-sets/normal-draws.ts";

/**
 * Probability of each rank of each item, over draws of all items' values: result[item][rank − 1].
 *
 * Values as from `resampledLogWorths` (higher is better) or `resampledMeanRanks` (lower is better). Ties within a draw
 * share the ranks they span. Unit/range: 0 to 1; every row and column adds up to 1.
 * @returns undefined if there is no draw
 * @example rankProbabilities({ itemCount: 2, values: Float64Array.of(1, 0, 3, 2) }, { higherIsBetter: true }) // [[1, 0], [0, 1]]
 */
export function rankProbabilities(
  draws: { itemCount: number; values: Float64Array },
  { higherIsBetter }: { higherIsBetter: boolean },
): number[][] | undefined {
  const { itemCount: k, values } = draws;
  const total = values.length / k;
  if (total === 0) return undefined;
  const sign = higherIsBetter ? -1 : 1;
  const sums = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (let base = 0; base < values.length; base += k)
    for (let item = 0; item < k; item += 1) {
      const own = sign * (values[base + item] ?? 0);
      let [before, same] = [0, 0];
      for (let other = 0; other < k; other += 1) {
        const value = sign * (values[base + other] ?? 0);
        if (value < own) before += 1;
        else if (value === own) same += 1;
      }
      const row = sums[item];
      for (let rank = before; rank < before + same && row !== undefined; rank += 1)
        row[rank] = (row[rank] ?? 0) + 1 / same;
    }
  return sums.map((row) => row.map((sum) => sum / total));
}

/**
 * Probability of each rank when estimates are normal around what was found; for when resampling is not at hand.
 *
 * A statement about estimates, not a Bayesian posterior. See `rankProbabilities` for the shape.
 * @returns undefined if some difference between items has no variance
 * @example normalRankProbabilities({ estimates: fit.logWorthCentred, covariance: fit.covariance, higherIsBetter: true,
 *   draws: 10_000, seed: 1 })
 */
export function normalRankProbabilities(input: {
  estimates: readonly number[];
  covariance: readonly (readonly number[])[];
  higherIsBetter: boolean;
  draws: number;
  seed: number;
}): number[][] | undefined {
  const { estimates, covariance, higherIsBetter, draws, seed } = input;
  const k = estimates.length;
  const noise = normalDraws(covariance, draws, seed);
  if (noise === undefined) return undefined;
  const values = noise.map((value, cell) => value + (estimates[cell % k] ?? 0));
  return rankProbabilities({ itemCount: k, values }, { higherIsBetter });
}
