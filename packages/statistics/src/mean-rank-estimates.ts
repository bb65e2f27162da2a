import { rowMidranks } from "./rankings/row-midranks.ts";
import type { Rankings } from "./rankings.ts";

/** Mean midranks with the covariance of these means. */
export type MeanRankEstimates = { means: number[]; covariance: number[][]; n: number };

/**
 * Mean midranks and their covariance, for comparing items whose ranks depend on each other.
 *
 * Ties and missing: as in `meanMidranks`. Covariance of the rows over n (n − 1 in the rows' covariance); with weights,
 * the linearised variance Σ w²(x − m)(x − m)ᵀ / (Σ w)².
 * @returns undefined if there are fewer than two respondents or somebody was not shown all items
 * @example meanRankEstimates(all)?.covariance[0]?.[0] // squared standard error of the first mean
 */
export function meanRankEstimates(all: Rankings): MeanRankEstimates | undefined {
  const { itemCount: k, rowCount, counts, n } = all;
  if (n < 2 || all.unranked === "not-presented" || all.presented !== undefined) return undefined;
  const { midranks, weightOf } = rowMidranks(all);
  const sums = new Float64Array(k);
  let total = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const weight = (counts?.[row] ?? 1) * (weightOf[row * k] ?? 0);
    total += weight;
    for (let item = 0; item < k; item += 1)
      sums[item] = (sums[item] ?? 0) + weight * (midranks[row * k + item] ?? 0);
  }
  if (!(total > 0)) return undefined;
  const means = Array.from(sums, (sum) => sum / total);
  const covariance = means.map(() => new Array<number>(k).fill(0));
  const factor = all.weights === undefined ? 1 / (n * (n - 1)) : 1 / total ** 2;
  for (let row = 0; row < rowCount; row += 1) {
    const squared = (counts?.[row] ?? 1) * (weightOf[row * k] ?? 0) ** 2 * factor;
    for (const [i, line] of covariance.entries()) {
      const own = squared * ((midranks[row * k + i] ?? 0) - (means[i] ?? 0));
      for (let j = 0; j < k; j += 1)
        line[j] = (line[j] ?? 0) + own * ((midranks[row * k + j] ?? 0) - (means[j] ?? 0));
    }
  }
  return { means, covariance, n };
}
