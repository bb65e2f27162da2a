import { normalBelow, normalDensity } from "./standard-normal.ts";

const step = 0.05;

/**
 * Upper tail of the range of standard normal values: how probable so wide a spread between k equal items is.
 *
 * This is Tukey's studentised range with infinite degrees of freedom, as the Nemenyi comparisons use it.
 * Method: P = k∫φ(z){Φ(z)^(k−1) − [Φ(z) − Φ(z−q)]^(k−1)}dz by the trapezoidal rule, which for such smooth curves is
 * exact to rounding; the difference is expanded, so that small tails keep their digits.
 * Source: Hartley (1942), Biometrika 32, 334–348.
 * @throws RangeError if the range is negative or not finite, or there are fewer than two items
 * @example normalRangeTail(3.314493155398122, 3) // 0.05
 */
export function normalRangeTail(range: number, items: number): number {
  if (!(range >= 0 && Number.isFinite(range)))
    throw new RangeError("normalRangeTail requires a range from 0");
  if (!Number.isInteger(items) || items < 2)
    throw new RangeError("normalRangeTail requires at least two items");
  let sum = 0;
  for (let z = -9; z <= range + 9; z += step) {
    const all = normalBelow(z);
    const below = normalBelow(z - range);
    let powers = 0;
    for (let power = 0; power < items - 1; power += 1)
      powers += all ** power * (all - below) ** (items - 2 - power);
    sum += normalDensity(z) * below * powers;
  }
  return Math.min(1, items * sum * step);
}
