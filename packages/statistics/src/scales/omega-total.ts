import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import { factorModel } from "./factor-model.ts";
import { correlationsOf, itemCovariances, type MissingRatings } from "./item-covariances.ts";
import type { RatingTable } from "./rating-table.ts";

/** Which ω total a number is; they differ on the same items. */
export type OmegaTotalSense =
  | "one-factor-ml-covariance"
  | "one-factor-ml-correlation"
  | "one-factor-ml-observed-variance";

/** McDonald's ω total; `value` is the first of `senses`, and `sense` names it. */
export type OmegaTotal = {
  exists: true;
  value: number;
  sense: OmegaTotalSense;
  senses: Record<OmegaTotalSense, number>;
  /** On the correlation metric. */
  loadings: number[];
  uniquenesses: number[];
  /** Items whose own variance was estimated at its lower bound: a warning that the model fits badly. */
  improper: number[];
  n: number;
  k: number;
};

/**
 * McDonald's ω total by one factor: reliability of a sum score whose items need not count alike.
 *
 * Senses: Σλ squared over itself plus Σθ, on the covariance metric (of the plain sum; `value`), on the correlation
 * metric (of the sum of standardised items), or over the observed variance of the sum.
 * Source: McDonald (1999), Test Theory, chapter 6; factor model by maximum likelihood (see `factorModel`).
 * @returns the reasons of `itemCovariances` and `factorModel`; three items at least
 * @example omegaTotal(ratings)
 */
export function omegaTotal(
  ratings: RatingTable,
  options: { missing?: MissingRatings } = {},
): OmegaTotal | NoStatistic {
  const covariances = itemCovariances(ratings, options.missing ?? "listwise");
  if (!covariances.exists) return covariances;
  const { k, n, matrix } = covariances;
  const model = factorModel(correlationsOf(covariances), k, 1, "ml");
  if (!model.exists) return model;
  const loadings = model.loadings.map(([loading = 0]) => loading);
  const { uniquenesses, improper } = model;
  const deviations = loadings.map((_, item) => Math.sqrt(matrix[item * k + item] ?? 0));
  const common = sum(loadings.map((loading, item) => loading * (deviations[item] ?? 0))) ** 2;
  const own = sum(uniquenesses.map((unique, item) => unique * (deviations[item] ?? 0) ** 2));
  const observed = matrix.reduce((total, cell) => total + cell, 0);
  if (!(observed > 0)) return noStatistic("no-variance");
  const senses = {
    "one-factor-ml-covariance": common / (common + own),
    "one-factor-ml-correlation": sum(loadings) ** 2 / (sum(loadings) ** 2 + sum(uniquenesses)),
    "one-factor-ml-observed-variance": common / observed,
  };
  const sense = "one-factor-ml-covariance";
  return {
    exists: true,
    value: senses[sense],
    sense,
    senses,
    loadings,
    uniquenesses,
    improper,
    n,
    k,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
