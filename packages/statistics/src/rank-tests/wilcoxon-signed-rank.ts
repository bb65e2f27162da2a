import { normalLog10TwoSidedTail } from "../distributions/chi-square-log-tail.ts";
import { normalTwoSidedTail } from "../distributions/standard-normal.ts";
import { midranks } from "../midranks.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import { subsetSums, subsetSumTail } from "./sum-distribution.ts";

/** `n` counts the differences that are not zero, `zeros` those left out because they are. */
export type WilcoxonSignedRank = {
  exists: true;
  n: number;
  zeros: number;
  /** Sum of the ranks of positive differences (first greater than second). */
  positiveRankSum: number;
  method: "exact" | "normal";
  /** Missing for the exact method. */
  z?: number;
  p: number;
  log10P: number;
  /** Effect size: share of rank sum for "first is greater" minus share against it, −1 to 1. */
  rankBiserial: number;
};

/** Up to this many differences the exact distribution is counted out. */
const mostExact = 50;

/**
 * Wilcoxon signed-rank test: whether the same respondents give one item other values than the other.
 *
 * Shape: first[i] and second[i] belong to one respondent. Zeros: left out (Wilcoxon's rule). Ties: midranks.
 * Method: "auto" is exact up to 50 differences, given the ties; above it, normal with tie and continuity correction.
 * Source: Wilcoxon (1945), Biometrics Bulletin 1, 80–83; exact with ties: Streitberg and Röhmel (1986);
 * effect size: Kerby (2014), Comprehensive Psychology 3.
 * @throws RangeError if the lists differ in length or hold something other than finite numbers
 * @returns "no-differences" if all differences are zero or there are none
 * @example wilcoxonSignedRank([5, 6, 7], [1, 2, 3]) // p 0.25, rank-biserial 1
 */
export function wilcoxonSignedRank(
  first: readonly number[],
  second: readonly number[],
  options: { method?: "auto" | "exact" | "normal" } = {},
): WilcoxonSignedRank | NoStatistic {
  if (first.length !== second.length)
    throw new RangeError("wilcoxonSignedRank requires pairs of values");
  const all = first.map((value, index) => value - (second[index] ?? 0));
  if (all.some((difference) => !Number.isFinite(difference)))
    throw new RangeError("wilcoxonSignedRank requires finite numbers");
  const differences = all.filter((difference) => difference !== 0);
  const n = differences.length;
  if (n === 0) return noStatistic("no-differences");
  const ranks = midranks(differences.map(Math.abs));
  let positiveRankSum = 0;
  for (const [index, rank] of ranks.entries())
    if ((differences[index] ?? 0) > 0) positiveRankSum += rank;
  const total = (n * (n + 1)) / 2;
  const { method = "auto" } = options;
  const isExact = method === "exact" || (method === "auto" && n <= mostExact);
  return {
    ...{ exists: true, n, zeros: all.length - n, positiveRankSum },
    ...(isExact ? exactTest(ranks, positiveRankSum) : normalTest(ranks, positiveRankSum)),
    rankBiserial: (2 * positiveRankSum - total) / total,
  };
}

function exactTest(ranks: readonly number[], positiveRankSum: number) {
  const ways = subsetSums(ranks.map((rank) => Math.round(2 * rank)));
  const p = subsetSumTail(ways, 2 * positiveRankSum);
  return { method: "exact" as const, p, log10P: Math.log10(p) };
}

function normalTest(ranks: readonly number[], positiveRankSum: number) {
  // Given the ties, each rank is positive or negative by the toss of a coin: variance Σ rank² / 4.
  const variance = ranks.reduce((sum, rank) => sum + rank * rank, 0) / 4;
  const distance = positiveRankSum - ranks.reduce((sum, rank) => sum + rank, 0) / 2;
  const z = (Math.sign(distance) * Math.max(0, Math.abs(distance) - 0.5)) / Math.sqrt(variance);
  return {
    method: "normal" as const,
    z,
    p: normalTwoSidedTail(z),
    log10P: normalLog10TwoSidedTail(z),
  };
}
