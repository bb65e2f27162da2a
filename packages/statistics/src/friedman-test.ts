import { chiSquareTail } from "./chi-square-tail.ts";
import { type CompleteRankings, itemCount, rankSums, tieTerm } from "./complete-rankings.ts";

/** Friedman's test; `n` counts respondents. */
export type FriedmanTest = { chiSquare: number; df: number; p: number; n: number };

/**
 * Friedman test: whether the items differ in their ranks at all, or only by chance.
 *
 * Shape: rankings[respondent][item] = rank. Ties: midranks, with tie correction. Missing: not allowed.
 * The p value is the chi-square approximation; it is rough for few respondents.
 * Source: Conover (1999), Practical Nonparametric Statistics, 3rd ed., section 5.8, statistic T1.
 * @throws RangeError if there are fewer than two respondents or two items
 * @returns undefined if every respondent tied all items
 * @example friedmanTest([[1, 2, 3], [1, 2, 3]])?.chiSquare // 4
 */
export function friedmanTest(rankings: CompleteRankings): FriedmanTest | undefined {
  const n = rankings.length;
  const k = itemCount(rankings);
  if (n < 2) throw new RangeError("friedmanTest requires at least two respondents");
  if (k < 2) throw new RangeError("friedmanTest requires at least two items");
  const tieCorrection = 1 - tieTerm(rankings) / (n * (k ** 3 - k));
  if (tieCorrection <= 0) return undefined;
  const squares = rankSums(rankings).reduce((sum, rankSum) => sum + rankSum ** 2, 0);
  const uncorrected = (12 * squares) / (n * k * (k + 1)) - 3 * n * (k + 1);
  const chiSquare = Math.max(0, uncorrected / tieCorrection);
  return { chiSquare, df: k - 1, p: chiSquareTail(chiSquare, k - 1), n };
}
