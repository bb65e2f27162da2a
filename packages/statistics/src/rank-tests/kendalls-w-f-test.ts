import { fTail } from "../distributions/f-distribution.ts";
import type { KendallsW } from "../kendalls-w.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";

/** Kendall's W with its F test; degrees of freedom are not whole numbers. */
export type KendallsWFTest = {
  exists: true;
  value: number;
  df1: number;
  df2: number;
  p: number;
  log10P: number;
};

/**
 * F test of Kendall's W: whether respondents agree more than by chance, more exact for small groups than chi-square.
 *
 * F = (n − 1)W/(1 − W), df₁ = k − 1 − 2/n, df₂ = (n − 1)df₁. The chi-square form is in `kendallsW`.
 * Source: Kendall and Babington Smith (1939), Annals of Mathematical Statistics 10, 275–287; Legendre (2005),
 * Journal of Agricultural, Biological and Environmental Statistics 10, 226–245, recommends it.
 * @returns "perfect-agreement" if W is 1; "too-few-items" if df₁ is not positive (two items, two respondents)
 * @example kendallsWFTest({ value: 0.5, df: 3, n: 10, chiSquare: 15, p: 0.0018 }) // { exists: true, value: 9, … }
 */
export function kendallsWFTest(w: KendallsW): KendallsWFTest | NoStatistic {
  if (w.value >= 1) return noStatistic("perfect-agreement");
  const df1 = w.df - 2 / w.n;
  if (!(df1 > 1e-12)) return noStatistic("too-few-items");
  const value = ((w.n - 1) * w.value) / (1 - w.value);
  const df2 = (w.n - 1) * df1;
  const { p, logP } = fTail(value, df1, df2);
  return { exists: true, value, df1, df2, p, log10P: logP / Math.LN10 };
}
