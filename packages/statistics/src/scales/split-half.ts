import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import { itemCovariances, type MissingRatings } from "./item-covariances.ts";
import type { RatingTable } from "./rating-table.ts";

/** Reliability from two halves of a scale. */
export type SplitHalf = {
  exists: true;
  /** Correlation of the two half sums. */
  correlation: number;
  /** 2r/(1 + r): assumes halves of equal variance. */
  spearmanBrown: number;
  /** Guttman's λ₄: does not. */
  guttman: number;
  halves: [number[], number[]];
  n: number;
};

/**
 * Split-half reliability: how well one half of the items predicts the other.
 *
 * Halves: every second item unless told otherwise. The result depends on how the items are halved; α does not.
 * Source: Spearman (1910) and Brown (1910), British Journal of Psychology 3; Guttman (1945), Psychometrika 10, λ₄.
 * @throws RangeError if the halves do not hold every item once
 * @returns the reasons of `itemCovariances`, or "no-variance" if a half does not vary or r is −1
 * @example splitHalf(ratingTable([[4, 5, 4, 4], [3, 3, 4, 3], [5, 5, 5, 4]]))
 */
export function splitHalf(
  ratings: RatingTable,
  options: { firstHalf?: readonly number[]; missing?: MissingRatings } = {},
): SplitHalf | NoStatistic {
  const covariances = itemCovariances(ratings, options.missing ?? "listwise");
  if (!covariances.exists) return covariances;
  const { k, matrix, n } = covariances;
  const all = Array.from({ length: k }, (_, item) => item);
  const first = [...(options.firstHalf ?? all.filter((item) => item % 2 === 0))];
  const second = all.filter((item) => !first.includes(item));
  if (new Set(first).size !== first.length || first.length + second.length !== k || !second.length)
    throw new RangeError("splitHalf requires two halves of the items");
  const sum = (rows: readonly number[], columns: readonly number[]) =>
    rows.reduce((s, i) => columns.reduce((t, j) => t + (matrix[i * k + j] ?? 0), s), 0);
  const [one, two, both] = [sum(first, first), sum(second, second), sum(first, second)];
  const whole = one + two + 2 * both;
  if (!(one > 1e-12 && two > 1e-12 && whole > 1e-12)) return noStatistic("no-variance");
  const correlation = both / Math.sqrt(one * two);
  if (1 + correlation < 1e-12) return noStatistic("no-variance");
  return {
    ...{ exists: true, correlation, spearmanBrown: (2 * correlation) / (1 + correlation) },
    guttman: (4 * both) / whole,
    halves: [first, second],
    n,
  };
}
