import { gammaln } from "simple-statistics";
import { continuedFraction } from "./continued-fraction.ts";

/** A probability and its natural logarithm, which stays finite where the probability underflows to 0. */
export type LogProbability = { p: number; logP: number };

/**
 * Regularised incomplete beta function I_x(a, b): the tail behind Student's t and the F distribution.
 *
 * `complement` is 1 − x, given apart because x near 1 cannot be told from 1.
 * Source: DLMF 8.17.22 (continued fraction) and 8.17.4 (symmetry).
 * @throws RangeError if x lies outside 0 to 1 or a parameter is not positive
 * @example incompleteBeta({ x: 0.5, complement: 0.5, a: 2, b: 2 }).p // 0.5
 */
export function incompleteBeta(input: {
  x: number;
  complement: number;
  a: number;
  b: number;
}): LogProbability {
  const { x, complement, a, b } = input;
  if (!(x >= 0 && complement >= 0)) throw new RangeError("incompleteBeta requires x from 0 to 1");
  if (!(a > 0 && b > 0)) throw new RangeError("incompleteBeta requires positive parameters");
  if (x === 0) return { p: 0, logP: -Infinity };
  if (complement === 0) return { p: 1, logP: 0 };
  if (x > (a + 1) / (a + b + 2)) {
    const other = lower(complement, x, b, a).p;
    return { p: 1 - other, logP: Math.log1p(-other) };
  }
  return lower(x, complement, a, b);
}

function lower(x: number, complement: number, a: number, b: number): LogProbability {
  const logBeta = gammaln(a) + gammaln(b) - gammaln(a + b);
  const logScale = a * Math.log(x) + b * Math.log(complement) - Math.log(a) - logBeta;
  const fraction = continuedFraction(1, (index) => {
    const m = Math.floor(index / 2);
    const numerator =
      index % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [numerator, 1];
  });
  const logP = logScale - Math.log(fraction);
  return { p: Math.exp(logP), logP };
}
