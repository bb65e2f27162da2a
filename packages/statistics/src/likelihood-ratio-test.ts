import { chiSquareTail } from "./chi-square-tail.ts";
import {
  type NoPlackettLuceFit,
  type PlackettLuceFit,
  type PlackettLuceOptions,
  plackettLuce,
} from "./plackett-luce.ts";
import type { Rankings } from "./rankings.ts";
import { selectRankings } from "./select-rankings.ts";

/** Twice the gain in log-likelihood by letting each group have worths of its own. */
export type LikelihoodRatioTest = {
  exists: true;
  value: number;
  df: number;
  p: number;
  pooled: PlackettLuceFit;
  groups: { group: string; fit: PlackettLuceFit }[];
};

/** The group (or "all") whose worths have no maximum, and why. */
export type NoLikelihoodRatioTest = { exists: false; group: string; fit: NoPlackettLuceFit };

/**
 * Likelihood-ratio test between groups: whether groups of respondents value the items differently at all.
 *
 * Shape: groups[row] = name of the row's group; groups are given back in alphabetical order.
 * The chi-square approximation is rough when a group has few respondents. Weights: no valid test, so they are refused.
 * Source: Wilks (1938), Annals of Mathematical Statistics 9, 60–62; the null hypothesis is one set of worths for all.
 * @throws RangeError if there are fewer than two groups, not one per row, weights, or a prior
 * @returns `exists: false` and the group if some group has no maximum of its own
 * @example likelihoodRatioTest(all, ["a", "a", "b", "b"])
 */
export function likelihoodRatioTest(
  all: Rankings,
  groups: readonly string[],
  options: Pick<PlackettLuceOptions, "ties"> = {},
): LikelihoodRatioTest | NoLikelihoodRatioTest {
  const names = [...new Set(groups)].sort((a, b) => (a < b ? -1 : 1));
  if (groups.length !== all.rowCount)
    throw new RangeError("likelihoodRatioTest requires one group per row");
  if (names.length < 2) throw new RangeError("likelihoodRatioTest requires at least two groups");
  if (all.weights !== undefined)
    throw new RangeError("likelihoodRatioTest requires rankings without weights");
  const pooled = plackettLuce(all, options);
  if (!pooled.exists) return { exists: false, group: "all", fit: pooled };
  const fits: { group: string; fit: PlackettLuceFit }[] = [];
  for (const group of names) {
    const rows = groups.flatMap((name, row) => (name === group ? [row] : []));
    const fit = plackettLuce(selectRankings(all, rows), options);
    if (!fit.exists) return { exists: false, group, fit };
    fits.push({ group, fit });
  }
  const apart = fits.reduce((sum, { fit }) => sum + fit.logLikelihood, 0);
  const value = Math.max(0, 2 * (apart - pooled.logLikelihood));
  const df = fits.reduce((sum, { fit }) => sum + fit.df, 0) - pooled.df;
  return { exists: true, value, df, p: chiSquareTail(value, df), pooled, groups: fits };
}
