import { chiSquareTail } from "./chi-square-tail.ts";
import { chiSquareLog10Tail } from "./distributions/chi-square-log-tail.ts";
import type { FriedmanTest } from "./friedman-test.ts";
import type { KendallsW } from "./kendalls-w.ts";
import { type NoStatistic, noStatistic } from "./no-statistic.ts";
import { rankMoments } from "./rank-tests/rank-moments.ts";
import type { Rankings } from "./rankings.ts";

/** Kendall's W and Friedman's test of the same rankings; `log10P` is there for p values too small to print. */
export type RankingAgreement = {
  exists: true;
  kendallsW: KendallsW;
  friedman: FriedmanTest;
  log10P: number;
};

/**
 * Kendall's W and the Friedman test from compact rankings; rows count as often as they were given.
 *
 * Ties: midranks, with tie correction. Missing: with "below", unranked items share the mean of the places left (a tie);
 * rankings in which somebody was not shown an item have no W. Weights: not used; `weightsAsCounts` makes them counts.
 * Source: as `kendallsW` and `friedmanTest`, with which it agrees on the same rows.
 * @returns "fewer-than-two-respondents", "one-item", "unbalanced-design" (not everybody was shown all items), or
 *   "everything-tied"
 * @example agreementOfRankings(all) // { exists: true, kendallsW: { value: 0.17, … }, … }
 */
export function agreementOfRankings(all: Rankings): RankingAgreement | NoStatistic {
  const { itemCount: k, n } = all;
  if (n < 2) return noStatistic("fewer-than-two-respondents");
  if (k < 2) return noStatistic("one-item");
  if (all.unranked === "not-presented" || all.presented !== undefined)
    return noStatistic("unbalanced-design");
  const { sums, tieTerm } = rankMoments(all);
  const greatest = n * n * (k ** 3 - k) - n * tieTerm;
  if (greatest <= 0) return noStatistic("everything-tied");
  const middle = (n * (k + 1)) / 2;
  const squares = sums.reduce((sum, rankSum) => sum + (rankSum - middle) ** 2, 0);
  const value = Math.min(1, (12 * squares) / greatest);
  const chiSquare = n * (k - 1) * value;
  const test = { chiSquare, df: k - 1, p: chiSquareTail(chiSquare, k - 1), n };
  return {
    exists: true,
    kendallsW: { value, ...test },
    friedman: test,
    log10P: chiSquareLog10Tail(chiSquare, k - 1),
  };
}
