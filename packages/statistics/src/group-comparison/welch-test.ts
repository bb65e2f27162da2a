import { gammaln } from "simple-statistics";
import { normalQuantile } from "../distributions/standard-normal.ts";
import { tCritical, tTwoSidedTail } from "../distributions/t-distribution.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import type { Interval } from "../wilson-interval.ts";
import { sampleMoments } from "./sample-moments.ts";

/** Two means compared; differences are first minus second. */
export type WelchTest = {
  exists: true;
  difference: number;
  interval: Interval;
  t: number;
  df: number;
  p: number;
  log10P: number;
  means: [number, number];
  n: [number, number];
  /** Difference in pooled standard deviations, corrected for small samples. */
  hedgesG: number;
  hedgesInterval: Interval;
};

/**
 * Welch's t test with Hedges' g: whether two groups differ in their means, and how much, without equal variances.
 *
 * Interval of g: large-sample standard error √((n₁ + n₂)/(n₁n₂) + g²/(2(n₁ + n₂))).
 * Source: Welch (1947), Biometrika 34, 28–35; Hedges (1981), Journal of Educational Statistics 6, 107–128 (exact
 * correction); Hedges and Olkin (1985), Statistical Methods for Meta-Analysis, equation 5.8.
 * @throws RangeError if a value is not finite or the level is not between 0 and 1
 * @returns "empty-group", "fewer-than-two-respondents" (in a group), "no-variance" (neither group varies)
 * @example welchTest([5, 6, 7], [1, 2, 4])
 */
export function welchTest(
  first: readonly number[],
  second: readonly number[],
  options: { level?: number } = {},
): WelchTest | NoStatistic {
  const { level = 0.95 } = options;
  const [a, b] = [sampleMoments(first), sampleMoments(second)];
  if (a.n === 0 || b.n === 0) return noStatistic("empty-group");
  if (a.n < 2 || b.n < 2) return noStatistic("fewer-than-two-respondents");
  const [errorA, errorB] = [a.variance / a.n, b.variance / b.n];
  const error = errorA + errorB;
  if (!(error > 0)) return noStatistic("no-variance");
  const difference = a.mean - b.mean;
  const df = error ** 2 / (errorA ** 2 / (a.n - 1) + errorB ** 2 / (b.n - 1));
  const t = difference / Math.sqrt(error);
  const half = tCritical(level, df) * Math.sqrt(error);
  const { p, logP } = tTwoSidedTail(t, df);
  const pooledDf = a.n + b.n - 2;
  const pooled = ((a.n - 1) * a.variance + (b.n - 1) * b.variance) / pooledDf;
  const hedgesG = (smallSampleFactor(pooledDf) * difference) / Math.sqrt(pooled);
  const gError = Math.sqrt((a.n + b.n) / (a.n * b.n) + hedgesG ** 2 / (2 * (a.n + b.n)));
  const gHalf = normalQuantile((1 + level) / 2) * gError;
  return {
    ...{ exists: true, difference, interval: [difference - half, difference + half] },
    ...{ t, df, p, log10P: logP / Math.LN10, means: [a.mean, b.mean], n: [a.n, b.n] },
    ...{ hedgesG, hedgesInterval: [hedgesG - gHalf, hedgesG + gHalf] },
  };
}

/** Γ(d/2) / (√(d/2) Γ((d − 1)/2)), nearly 1 − 3/(4d − 1). */
function smallSampleFactor(df: number): number {
  return Math.exp(gammaln(df / 2) - gammaln((df - 1) / 2) - Math.log(df / 2) / 2);
}
