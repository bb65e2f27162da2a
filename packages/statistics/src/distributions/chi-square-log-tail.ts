import { gammaln } from "simple-statistics";
import { chiSquareTail } from "../chi-square-tail.ts";
import { continuedFraction } from "./continued-fraction.ts";

/**
 * Base-10 logarithm of the upper tail of the chi-square distribution, for p values too small to print.
 *
 * Unit/range: 0 (p = 1) downwards; −1861 means p = 10⁻¹⁸⁶¹, which as a plain number would be 0.
 * Source: logarithm of the regularised incomplete gamma function Q(df/2, x/2), continued fraction DLMF 8.9.2.
 * @throws RangeError if the value is negative or not finite, or df is not a whole number from 1
 * @example chiSquareLog10Tail(704.948888888889, 7) // −147.22838…
 */
export function chiSquareLog10Tail(value: number, df: number): number {
  const p = chiSquareTail(value, df);
  const a = df / 2;
  const x = value / 2;
  if (x < a + 1) return Math.log10(p);
  const fraction = continuedFraction(x + 1 - a, (index) => [
    -index * (index - a),
    x + 1 - a + 2 * index,
  ]);
  return (a * Math.log(x) - x - gammaln(a) - Math.log(fraction)) / Math.LN10;
}

/**
 * Base-10 logarithm of both tails of the standard normal distribution.
 *
 * @throws RangeError if the value is not finite
 * @example normalLog10TwoSidedTail(1.959963984540054) // log10(0.05)
 */
export function normalLog10TwoSidedTail(z: number): number {
  return chiSquareLog10Tail(z * z, 1);
}
