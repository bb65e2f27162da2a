import { type Interval, wilsonInterval } from "../wilson-interval.ts";

/** A share in one group minus the share in another. */
export type ShareDifference = { difference: number; interval: Interval };

/**
 * Newcombe interval of 95 % for the difference of two shares: how much more common something is in one group.
 *
 * Shape: of two groups that share no respondent, how many of how many. Unit/range: −1 to 1, never outside.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10 (from Wilson intervals).
 * @throws RangeError if the counts are not whole numbers with 0 ≤ successes ≤ total
 * @returns undefined if a group is empty
 * @example shareDifference({ successes: 56, total: 70 }, { successes: 48, total: 80 })?.interval // [0.0524…, 0.3339…]
 */
export function shareDifference(
  first: { successes: number; total: number },
  second: { successes: number; total: number },
): ShareDifference | undefined {
  const one = wilsonInterval(first.successes, first.total);
  const two = wilsonInterval(second.successes, second.total);
  if (one === undefined || two === undefined) return undefined;
  const [p1, p2] = [first.successes / first.total, second.successes / second.total];
  const difference = p1 - p2;
  const below = Math.hypot(p1 - one[0], two[1] - p2);
  const above = Math.hypot(one[1] - p1, p2 - two[0]);
  return { difference, interval: [difference - below, difference + above] };
}
