import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import type { Interval } from "../wilson-interval.ts";
import { alphaStandardError, feldtInterval, normalInterval } from "./alpha-interval.ts";
import {
  correlationsOf,
  type ItemCovariances,
  itemCovariances,
  type MissingRatings,
} from "./item-covariances.ts";
import type { RatingTable } from "./rating-table.ts";
import { reversedSuspects } from "./reversed-suspects.ts";

/** One item in its scale; what does not exist with two items is missing. */
export type ItemInScale = {
  n: number;
  mean: number;
  sd: number;
  /** Correlation with the sum of the other items. */
  itemRest?: number;
  alphaIfDropped?: number;
  standardisedAlphaIfDropped?: number;
};

/**
 * Cronbach's α with what belongs to it; `n` is the number of respondents behind the interval.
 *
 * `remarks`: "negative-alpha" = items contradict each other on average, mostly because one is keyed the other way;
 * "suspected-reverse-keyed" = the items in `suspects` run against the others.
 */
export type CronbachsAlpha = {
  exists: true;
  raw: number;
  /** Of items brought to the same variance; missing if it does not exist. */
  standardised?: number;
  meanCorrelation: number;
  interval: Interval;
  intervalMethod: "feldt";
  standardError: number;
  /** Estimate ± z standard errors (Duhachek and Iacobucci). */
  duhachekInterval: Interval;
  k: number;
  n: number;
  missing: MissingRatings;
  items: ItemInScale[];
  suspects: number[];
  remarks: ("negative-alpha" | "suspected-reverse-keyed")[];
};

/**
 * Cronbach's α: how consistently items measure together; the lower bound of the reliability of their sum.
 *
 * Shape: ratings by `ratingTable`. Unit/range: up to 1; below 0 if items contradict each other (see remarks).
 * Missing: pairwise (default) or listwise; pairwise, the interval uses the smallest number of any pair.
 * Source: Cronbach (1951), Psychometrika 16, 297–334; standardised: Spearman–Brown of the mean correlation.
 * @throws RangeError if the level is not between 0 and 1
 * @returns "one-item", "fewer-than-two-respondents", "no-overlap", "constant-item", "no-variance" (sum constant) or
 * "not-positive-definite" (pairwise covariances that fit no complete answers)
 * @example cronbachsAlpha(ratingTable([[4, 5, 4, 4], [3, 3, 4, 3], [5, 5, 5, 4]]))
 */
export function cronbachsAlpha(
  ratings: RatingTable,
  options: { missing?: MissingRatings; level?: number } = {},
): CronbachsAlpha | NoStatistic {
  const { missing = "pairwise", level = 0.95 } = options;
  const covariances = itemCovariances(ratings, missing);
  if (!covariances.exists) return covariances;
  const { k, n, matrix } = covariances;
  const raw = alphaOf(matrix, k);
  if (raw === undefined) {
    return noStatistic(
      covariances.n === ratings.respondentCount ? "no-variance" : "not-positive-definite",
    );
  }
  const correlations = correlationsOf(covariances);
  const standardised = alphaOf(correlations, k);
  const standardError = alphaStandardError(matrix, k, n);
  const suspects = reversedSuspects(correlations, k);
  return {
    ...{ exists: true, raw },
    ...(standardised !== undefined && { standardised }),
    meanCorrelation: (total(correlations) - k) / (k * (k - 1)),
    interval: feldtInterval({ alpha: raw, k, n, level }),
    intervalMethod: "feldt",
    standardError,
    duhachekInterval: normalInterval(raw, standardError, level),
    ...{ k, n, missing },
    items: Array.from({ length: k }, (_, item) => itemInScale(covariances, correlations, item)),
    suspects,
    remarks: [
      ...(raw < 0 ? ["negative-alpha" as const] : []),
      ...(suspects.length > 0 ? ["suspected-reverse-keyed" as const] : []),
    ],
  };
}

/**
 * α of a covariance or correlation matrix, matrix[i × k + j].
 *
 * @returns undefined if there are fewer than two items or their sum has no variance
 * @example alphaOf([1, 0.5, 0.5, 1], 2) // 0.666…
 */
export function alphaOf(matrix: Float64Array, k: number): number | undefined {
  let trace = 0;
  for (let i = 0; i < k; i += 1) trace += matrix[i * k + i] ?? 0;
  const all = total(matrix);
  if (k < 2 || !(all > 1e-12 * trace)) return undefined;
  return (k / (k - 1)) * (1 - trace / all);
}

function total(matrix: Float64Array): number {
  return matrix.reduce((sum, cell) => sum + cell, 0);
}

function itemInScale(
  { k, matrix, means, counts }: ItemCovariances,
  correlations: Float64Array,
  item: number,
): ItemInScale {
  const variance = matrix[item * k + item] ?? 0;
  let withRest = -variance;
  for (let other = 0; other < k; other += 1) withRest += matrix[item * k + other] ?? 0;
  const restVariance = total(matrix) - 2 * withRest - variance;
  const itemRest = restVariance > 0 ? withRest / Math.sqrt(variance * restVariance) : undefined;
  const alphaIfDropped = alphaOf(without(matrix, k, item), k - 1);
  const standardisedAlphaIfDropped = alphaOf(without(correlations, k, item), k - 1);
  return {
    ...{ n: counts[item] ?? 0, mean: means[item] ?? 0, sd: Math.sqrt(variance) },
    ...(itemRest !== undefined && { itemRest }),
    ...(alphaIfDropped !== undefined && { alphaIfDropped }),
    ...(standardisedAlphaIfDropped !== undefined && { standardisedAlphaIfDropped }),
  };
}

function without(matrix: Float64Array, k: number, item: number): Float64Array {
  return matrix.filter((_, cell) => Math.floor(cell / k) !== item && cell % k !== item);
}
