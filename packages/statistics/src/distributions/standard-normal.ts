import { chiSquareTail } from "../chi-square-tail.ts";
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

/**
 * Two-sided tail of the standard normal distribution: how probable a value at least this far from 0 is by chance.
 *
 * @throws RangeError if the value is not finite
 * @example normalTwoSidedTail(1.959963984540054) // 0.05
 */
export function normalTwoSidedTail(z: number): number {
  return chiSquareTail(z * z, 1);
}

/**
 * The value of the standard normal distribution below which a share of it lies.
 *
 * Method: bisection on `normalTwoSidedTail`, to rounding.
 * @throws RangeError if the share is not between 0 and 1
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError("normalQuantile requires a share in (0, 1)");
  if (share === 0.5) return 0;
  const tail = 2 * Math.min(share, 1 - share);
  let [low, high] = [0, 40];
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (normalTwoSidedTail(middle) > tail) low = middle;
    else high = middle;
  }
  const z = (low + high) / 2;
  return share < 0.5 ? -z : z;
}

function upperTail(z: number): number {
  if (z > 38.6) return 0;
  return normalDensity(z) / continuedFraction(z, (index) => [index, z]);
}
