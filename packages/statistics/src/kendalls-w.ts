import { chiSquareTail } from "./chi-square-tail.ts";
import { type CompleteRankings, itemCount, rankSums, tieTerm } from "./complete-rankings.ts";

/** Kendall's W with its chi-square test; `n` counts respondents. */
export type KendallsW = { value: number; chiSquare: number; df: number; p: number; n: number };

/**
 * Kendall's W: how far respondents agree in their order of the items.
 *
 * Shape: rankings[respondent][item] = rank, 1 = most valued. Unit/range: 0 (no agreement) to 1 (same order).
 * Ties: midranks, with tie correction. Missing: not allowed; leave incomplete rankings out before.
 * Test: chi-square = n(k − 1)W with k − 1 degrees of freedom; rough for fewer than about 8 items and 15 respondents.
 * Source: Kendall and Gibbons (1990), Rank Correlation Methods, 5th ed., chapter 6; tie-corrected variant.
 * @throws RangeError if there are fewer than two respondents or two items
 * @returns undefined if every respondent tied all items
 * @example kendallsW([[1, 2, 3], [1, 2, 3]])?.value // 1
 */
export function kendallsW(rankings: CompleteRankings): KendallsW | undefined {
  const n = rankings.length;
  const k = itemCount(rankings);
  if (n < 2) throw new RangeError("kendallsW requires at least two respondents");
  if (k < 2) throw new RangeError("kendallsW requires at least two items");
  const meanSum = (n * (k + 1)) / 2;
  const squares = rankSums(rankings).reduce((sum, rankSum) => sum + (rankSum - meanSum) ** 2, 0);
  const greatest = n * n * (k ** 3 - k) - n * tieTerm(rankings);
  if (greatest <= 0) return undefined;
  const value = Math.min(1, (12 * squares) / greatest);
  const chiSquare = n * (k - 1) * value;
  return { value, chiSquare, df: k - 1, p: chiSquareTail(chiSquare, k - 1), n };
}
