import { type CompleteRankings, itemCount, rankSums } from "./complete-rankings.ts";

/**
 * Borda points of each item: the number of items placed below it, added up over respondents.
 *
 * Shape: rankings[respondent][item] = rank, 1 = most valued. Unit/range: 0 to n(k − 1).
 * Ties: midranks, so tied items share points. Missing: not allowed. Variant: last place gives 0 points.
 * Source: Borda (1781); variant as in Saari (1995), Basic Geometry of Voting.
 * @example bordaPoints([[1, 2, 3], [1, 3, 2]]) // [4, 1, 1]
 */
export function bordaPoints(rankings: CompleteRankings): number[] {
  const items = itemCount(rankings);
  return rankSums(rankings).map((sum) => rankings.length * items - sum);
}
