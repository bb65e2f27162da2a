import { itemCount, type PartialRankings } from "./complete-rankings.ts";

/**
 * How many respondents place each item among their first k; with k = 1, how often it is the first choice.
 *
 * Shape: rankings[respondent][item] = rank or undefined (not placed, so not among the first).
 * Ties: an item counts if its midrank is at most k.
 * @throws RangeError if k is not a whole number from 1
 * @example topCounts([[1, 2, 3], [2, 1, undefined]], 2) // [2, 2, 0]
 */
export function topCounts(rankings: PartialRankings, k: number): number[] {
  if (!Number.isInteger(k) || k < 1) throw new RangeError("topCounts requires k from 1");
  const counts = new Array<number>(itemCount(rankings)).fill(0);
  for (const ranks of rankings) {
    for (const [item, rank] of ranks.entries()) {
      if (rank !== undefined && rank <= k) counts[item] = (counts[item] ?? 0) + 1;
    }
  }
  return counts;
}
