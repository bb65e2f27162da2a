import { median } from "simple-statistics";
import { type CompleteRankings, itemCount } from "./complete-rankings.ts";

/**
 * Median rank of each item: half of the respondents place it here or better.
 *
 * Shape and missing as in `meanRanks`. Even numbers of respondents: mean of the two middle ranks.
 * @throws RangeError if there is no respondent
 * @example medianRanks([[1, 2], [2, 1], [1, 2]]) // [1, 2]
 */
export function medianRanks(rankings: CompleteRankings): number[] {
  if (rankings.length === 0) throw new RangeError("medianRanks requires at least one respondent");
  return Array.from({ length: itemCount(rankings) }, (_, item) =>
    median(rankings.map((ranks) => ranks[item] ?? Number.NaN)),
  );
}
