import { chiSquareTail } from "./chi-square-tail.ts";

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
