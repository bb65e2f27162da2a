import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import { factorModel } from "./factor-model.ts";
import { correlationsOf, itemCovariances, type MissingRatings } from "./item-covariances.ts";
import { quartimin } from "./oblique-rotation.ts";
import type { RatingTable } from "./rating-table.ts";

/** ω hierarchical with the Schmid–Leiman ω total beside it; both on the correlation metric. */
export type OmegaHierarchical = {
  exists: true;
  value: number;
  sense: "schmid-leiman-minres-quartimin";
  /** Common variance of all kinds, general and of groups; not the ω total of one factor. */
  omegaTotal: number;
  /** General share of the common variance: value / omegaTotal. */
  generalShare: number;
  groupFactors: number;
  /** Group factors that the general factor explains wholly, at a bound: a warning that three levels fit badly. */
  improperFactors: number[];
  generalLoadings: number[];
  groupLoadings: number[][];
  /** Items whose own variance was estimated at its lower bound: a warning that the model fits badly. */
  improper: number[];
  n: number;
  k: number;
};

/**
 * McDonald's ω hierarchical: how much of a sum score is one general factor, group factors set aside.
 *
 * Method: minres factors, quartimin rotation, one general factor of their correlations, Schmid–Leiman transformation.
 * Unit/range: 0 to 1. The number depends on the number of group factors (three unless told otherwise).
 * Source: Schmid and Leiman (1957), Psychometrika 22, 53–61; Zinbarg, Revelle, Yovel and Li (2005), Psychometrika
 * 70, 123–133.
 * @throws RangeError if there are fewer than three group factors
 * @returns the reasons of `itemCovariances` and `factorModel`; "improper-solution" if the general factor runs
 * against a group factor
 * @example omegaHierarchical(ratings)
 */
export function omegaHierarchical(
  ratings: RatingTable,
  options: { groupFactors?: number; missing?: MissingRatings } = {},
): OmegaHierarchical | NoStatistic {
  const { groupFactors: m = 3 } = options;
  if (!Number.isInteger(m) || m < 3)
    throw new RangeError("omegaHierarchical requires at least three group factors");
  const covariances = itemCovariances(ratings, options.missing ?? "listwise");
  if (!covariances.exists) return covariances;
  const { k, n } = covariances;
  const correlations = correlationsOf(covariances);
  const model = factorModel(correlations, k, m, "minres");
  if (!model.exists) return model;
  const rotated = quartimin(model.loadings);
  if (!rotated.isConverged) return noStatistic("not-converged");
  const { loadings, factorCorrelations } = withPositiveSums(
    rotated.loadings,
    rotated.factorCorrelations,
  );
  const general = factorModel(Float64Array.from(factorCorrelations.flat()), m, 1, "minres");
  if (!general.exists) return general;
  const onGeneral = general.loadings.map(([loading = 0]) => loading);
  if (onGeneral.some((loading) => loading < 0)) return noStatistic("improper-solution");
  const generalLoadings = loadings.map((row) =>
    row.reduce((sum, loading, factor) => sum + loading * (onGeneral[factor] ?? 0), 0),
  );
  const groupLoadings = loadings.map((row) =>
    row.map(
      (loading, factor) => loading * Math.sqrt(Math.max(0, 1 - (onGeneral[factor] ?? 0) ** 2)),
    ),
  );
  const observed = correlations.reduce((sum, cell) => sum + cell, 0);
  if (!(observed > 0)) return noStatistic("no-variance");
  const value = generalLoadings.reduce((sum, loading) => sum + loading, 0) ** 2 / observed;
  const omegaTotal = 1 - model.uniquenesses.reduce((sum, unique) => sum + unique, 0) / observed;
  return {
    ...{ exists: true, value, sense: "schmid-leiman-minres-quartimin", omegaTotal },
    generalShare: value / omegaTotal,
    ...{
      groupFactors: m,
      generalLoadings,
      groupLoadings,
      improper: model.improper,
      improperFactors: general.improper,
      n,
      k,
    },
  };
}

/** A factor may be turned round together with its correlations; here each factor points the way of its items. */
function withPositiveSums(loadings: readonly number[][], correlations: readonly number[][]) {
  const signs = correlations.map((_, factor) =>
    loadings.reduce((sum, row) => sum + (row[factor] ?? 0), 0) < 0 ? -1 : 1,
  );
  const sign = (factor: number) => signs[factor] ?? 1;
  return {
    loadings: loadings.map((row) => row.map((loading, factor) => loading * sign(factor))),
    factorCorrelations: correlations.map((row, i) => row.map((r, j) => r * sign(i) * sign(j))),
  };
}
