import { median } from "simple-statistics";

/** Respondents much faster than the middle one. */
export type Speeders = {
  n: number;
  median: number;
  /** Times below this are flagged. */
  limit: number;
  respondents: number[];
};

/**
 * Speeders: respondents who took less than a share of the median time; a reason to look, not to delete.
 *
 * Unit: any, the same for all. Missing times are passed over.
 * Source: Greszki, Meyer and Schoen (2015), Public Opinion Quarterly 79, 471–503 (30 to 50 % below the median, that is
 * shares of 0.7 to 0.5); the strict half is the default.
 * @throws RangeError if the share is not between 0 and 1 or a time is negative or not finite
 * @returns undefined if nobody has a time
 * @example speeders([100, 90, 110, 20])?.respondents // [3]
 */
export function speeders(
  times: readonly (number | undefined)[],
  options: { share?: number } = {},
): Speeders | undefined {
  const { share = 0.5 } = options;
  if (!(share > 0 && share < 1)) throw new RangeError("speeders requires a share between 0 and 1");
  const given = times.filter((time) => time !== undefined);
  if (!given.every((time) => Number.isFinite(time) && time >= 0))
    throw new RangeError("speeders requires times from 0");
  if (given.length === 0) return undefined;
  const middle = median(given);
  const limit = share * middle;
  const respondents = times.flatMap((time, index) =>
    time !== undefined && time < limit ? [index] : [],
  );
  return { n: given.length, median: middle, limit, respondents };
}
