import { gammaln } from "simple-statistics";
import { chiSquareTail } from "../chi-square-tail.ts";
import { bisect } from "./bisect.ts";

/**
 * Share of the noncentral chi-square distribution below a value.
 *
 * Source: Poisson mixture of central distributions, Johnson, Kotz and Balakrishnan (1995), Continuous Univariate
 * Distributions 2, equation 29.3; from the top down, so that every step adds.
 * @throws RangeError if the value or the noncentrality is negative or not finite
 * @example noncentralChiSquareBelow(3.84, 1, 0) // 0.95
 */
export function noncentralChiSquareBelow(value: number, df: number, noncentrality: number): number {
  if (!(noncentrality >= 0 && Number.isFinite(noncentrality)))
    throw new RangeError("noncentralChiSquareBelow requires a noncentrality from 0");
  const mean = noncentrality / 2;
  const reach = 10 * Math.sqrt(mean) + 30;
  const last = Math.ceil(mean + reach);
  const x = value / 2;
  let below = 1 - chiSquareTail(value, df + 2 * last);
  let sum = 0;
  for (let index = last; index >= Math.max(0, Math.floor(mean - reach)); index -= 1) {
    const logWeight = index * Math.log(mean) - mean - gammaln(index + 1);
    sum += below * (mean === 0 ? Number(index === 0) : Math.exp(logWeight));
    const a = df / 2 + index - 1;
    // P(a, x) = P(a + 1, x) + x^a e^(−x) / Γ(a + 1)
    if (x > 0 && a > 0) below += Math.exp(a * Math.log(x) - x - gammaln(a + 1));
  }
  return Math.min(1, sum);
}

/**
 * Interval of the noncentrality behind an observed chi-square value.
 *
 * Lower bound 0 if the value is not even significant at that side.
 * Source: Steiger and Fouladi (1997), in What if there were no significance tests?, 221–257.
 * @example noncentralityInterval(20, 3, 0.95)
 */
export function noncentralityInterval(
  value: number,
  df: number,
  level: number,
): [lower: number, upper: number] {
  const bound = (share: number) => {
    if (noncentralChiSquareBelow(value, df, 0) <= share) return 0;
    const most = 4 * value + 20 * df + 100;
    return bisect((lambda) => share - noncentralChiSquareBelow(value, df, lambda), 0, most);
  };
  return [bound((1 + level) / 2), bound((1 - level) / 2)];
}
