import { continuedFraction } from "./continued-fraction.ts";

const rootTwoPi = Math.sqrt(2 * Math.PI);

/** Beyond this many standard deviations the series loses digits in the tail, and the continued fraction is fast. */
const seriesEnd = 2.5;

/**
 * Height of the standard normal curve.
 *
 * @example normalDensity(0) // 0.3989…
 */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / rootTwoPi;
}

/**
 * Share of the standard normal distribution below a value; small shares keep all their digits.
 *
 * Source: series of Marsaglia (2004), Journal of Statistical Software 11(4), near 0; continued fraction
 * DLMF 7.9.2 in the tails. simple-statistics offers a table of two decimals.
 * @returns 0 and 1 for −∞ and ∞
 * @example normalBelow(-1.959963984540054) // 0.025
 */
export function normalBelow(z: number): number {
  if (z < -seriesEnd) return upperTail(-z);
  if (z > seriesEnd) return 1 - upperTail(z);
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * normalDensity(z);
}

function upperTail(z: number): number {
  if (z > 38.6) return 0;
  return normalDensity(z) / continuedFraction(z, (index) => [index, z]);
}
