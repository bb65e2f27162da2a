import { normalQuantile, normalTwoSidedTail } from "./distributions/standard-normal.ts";
import type { Interval } from "./wilson-interval.ts";

/** A difference between two estimates; `p` tests whether it is 0. */
export type Contrast = {
  difference: number;
  standardError: number;
  z: number;
  p: number;
  interval: Interval;
};

/**
 * Difference of two items' log-worths: whether one is really valued more than the other.
 *
 * Unit/range: log odds; exp(difference) = how many times as often the first is chosen before the second.
 * Source: Wald (1943); large-sample normal approximation.
 * @returns undefined if the difference has no standard error (the same item)
 * @example itemContrast(fit, 0, 1)?.p
 */
export function itemContrast(
  fit: { logWorthCentred: readonly number[]; covariance: readonly (readonly number[])[] },
  item: number,
  other: number,
  level = 0.95,
): Contrast | undefined {
  const at = (i: number, j: number) => fit.covariance[i]?.[j] ?? 0;
  const variance = at(item, item) + at(other, other) - 2 * at(item, other);
  const difference = (fit.logWorthCentred[item] ?? 0) - (fit.logWorthCentred[other] ?? 0);
  return contrast(difference, variance, level);
}

/**
 * Difference of one item's log-worth between two groups fitted apart.
 *
 * Convention: log-worths with item `reference` as 0, as in a model with interactions; without it, centred ones.
 * @returns undefined if the difference has no standard error (the reference item itself)
 * @example groupContrast(leaders, staff, 3)?.difference
 */
export function groupContrast(
  first: { logWorthCentred: readonly number[]; covariance: readonly (readonly number[])[] },
  second: { logWorthCentred: readonly number[]; covariance: readonly (readonly number[])[] },
  item: number,
  options: { reference?: number; level?: number } = {},
): Contrast | undefined {
  const { reference, level = 0.95 } = options;
  let difference = 0;
  let variance = 0;
  for (const [fit, sign] of [
    [first, 1],
    [second, -1],
  ] as const) {
    const at = (i: number, j: number) => fit.covariance[i]?.[j] ?? 0;
    difference += sign * (fit.logWorthCentred[item] ?? 0);
    variance += at(item, item);
    if (reference === undefined) continue;
    difference -= sign * (fit.logWorthCentred[reference] ?? 0);
    variance += at(reference, reference) - 2 * at(item, reference);
  }
  return contrast(difference, variance, level);
}

function contrast(difference: number, variance: number, level: number): Contrast | undefined {
  if (!(variance > 1e-20)) return undefined;
  const standardError = Math.sqrt(variance);
  const z = difference / standardError;
  const half = normalQuantile((1 + level) / 2) * standardError;
  return {
    ...{ difference, standardError, z, p: normalTwoSidedTail(z) },
    interval: [difference - half, difference + half],
  };
}
