import { type CompleteRankings, rankSums } from "./complete-rankings.ts";

/**
 * Mean rank of each item: its place on average over respondents.
 *
 * Shape: rankings[respondent][item] = rank, 1 = most valued. Unit/range: 1 to the number of items.
 * Ties: midranks. Missing: not allowed; leave incomplete rankings out before.
 * @throws RangeError if there is no respondent
 * @example meanRanks([[1, 2], [2, 1], [1, 2]]) // [1.333…, 1.666…]
 */
export function meanRanks(rankings: CompleteRankings): number[] {
  if (rankings.length === 0) throw new RangeError("meanRanks requires at least one respondent");
  return rankSums(rankings).map((sum) => sum / rankings.length);
}
