import { symmetricEigen } from "../numerics/symmetric-eigen.ts";

/**
 * Items that run against the others, probably because high means low in them.
 *
 * Shape: correlations[i × k + j]; result = item indices. The sign of each item's weight in the first principal
 * component decides; the smaller side is suspected, and weights below 0.05 are not.
 * @example reversedSuspects(Float64Array.of(1, 0.5, -0.5, 0.5, 1, -0.5, -0.5, -0.5, 1), 3) // [2]
 */
export function reversedSuspects(correlations: ArrayLike<number>, k: number): number[] {
  const [weights = []] = symmetricEigen(correlations, k).vectors;
  const sides = [1, -1].map((sign) =>
    weights.flatMap((weight, item) => (sign * weight > 0.05 ? [item] : [])),
  );
  const [positive = [], negative = []] = sides;
  if (positive.length === 0 || negative.length === 0) return [];
  return negative.length <= positive.length ? negative : positive;
}
