import { fQuantile, fTail } from "./f-distribution.ts";
import type { LogProbability } from "./incomplete-beta.ts";

/**
 * Both tails of Student's t: how probable a value at least this far from 0 is by chance alone.
 *
 * Degrees of freedom need not be whole numbers. `logP` is the natural logarithm.
 * Source: t² with d degrees of freedom is F with 1 and d.
 * @throws RangeError if the value is not finite or the degrees of freedom are not positive
 * @example tTwoSidedTail(2.2281388519649385, 10).p // 0.05
 */
export function tTwoSidedTail(value: number, df: number): LogProbability {
  return fTail(value * value, 1, df);
}

/**
 * Half-width of a two-sided interval in standard errors, by Student's t.
 *
 * @throws RangeError if the level is not between 0 and 1
 * @example tCritical(0.95, 10) // 2.2281388519649385
 */
export function tCritical(level: number, df: number): number {
  return Math.sqrt(fQuantile(level, 1, df));
}
