import { type CompleteRankings, itemCount, rankSums } from "../complete-rankings.ts";
import { normalRangeTail } from "../distributions/studentised-range.ts";
import { tTwoSidedTail } from "../distributions/t-distribution.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import type { Rankings } from "../rankings.ts";
import { holmAdjusted } from "./adjust-p-values.ts";
import { rankMoments } from "./rank-moments.ts";

/** One pair of items: difference of mean ranks (first minus second; negative = first is valued more). */
export type RankContrast = {
  first: number;
  second: number;
  meanRankDifference: number;
  statistic: number;
  p: number;
  /** p after correction for the number of pairs; Nemenyi's p is already corrected. */
  adjustedP: number;
};

/** Every pair of items compared, each pair once, `first` < `second`. */
export type RankContrasts = { exists: true; contrasts: RankContrast[]; df?: number; n: number };

/**
 * Conover's comparisons after Friedman's test: which items really differ in their ranks.
 *
 * Shape: rankings[respondent][item] = rank, 1 = most valued. Ties: midranks. Missing: not allowed.
 * `statistic` is |t| with (n − 1)(k − 1) degrees of freedom; `adjustedP` is Holm's.
 * Meant for use after a significant Friedman test; more powerful and less cautious than Nemenyi.
 * Source: Conover (1999), Practical Nonparametric Statistics, 3rd ed., section 5.8, equation 6.
 * @throws RangeError if the rows differ in length
 * @returns "fewer-than-two-respondents", "one-item", "everything-tied", or "perfect-agreement" (no variation is left)
 * @example conoverContrasts([[1, 2, 3], [1, 3, 2], [2, 1, 3]])
 */
export function conoverContrasts(rankings: CompleteRankings): RankContrasts | NoStatistic {
  const k = itemCount(rankings);
  const n = rankings.length;
  if (n < 2) return noStatistic("fewer-than-two-respondents");
  if (k < 2) return noStatistic("one-item");
  let squares = 0;
  for (const ranks of rankings) for (const rank of ranks) squares += rank * rank;
  return conoverFrom({ sums: rankSums(rankings), squares, n });
}

/** Sums of ranks by item, the sum of all squared ranks, and how many ranked. */
type Sums = { sums: readonly number[]; squares: number; n: number };

function conoverFrom({ sums, squares, n }: Sums): RankContrasts | NoStatistic {
  const k = sums.length;
  if (squares - (n * k * (k + 1) ** 2) / 4 < 1e-9) return noStatistic("everything-tied");
  const left = n * squares - sums.reduce((sum, rankSum) => sum + rankSum * rankSum, 0);
  if (left < 1e-9 * n * squares) return noStatistic("perfect-agreement");
  const df = (n - 1) * (k - 1);
  const unit = Math.sqrt((2 * left) / df);
  const contrasts = pairs(sums, n).map((pair) => {
    const statistic = Math.abs(pair.meanRankDifference * n) / unit;
    return { ...pair, statistic, p: tTwoSidedTail(statistic, df).p };
  });
  const adjusted = holmAdjusted(contrasts.map(({ p }) => p));
  return {
    ...{ exists: true, df, n },
    contrasts: contrasts.map((pair, index) => ({ ...pair, adjustedP: adjusted[index] ?? 1 })),
  };
}

/**
 * Nemenyi's comparisons after Friedman's test: which items really differ, corrected for all pairs at once.
 *
 * Shape: rankings[respondent][item] = rank, 1 = most valued. Ties: midranks, without tie correction (cautious).
 * `statistic` is |difference of mean ranks| / √(k(k + 1)/(6n)); p comes from the studentised range, so it is
 * already corrected for all pairs and `adjustedP` repeats it.
 * Source: Nemenyi (1963), thesis, Princeton; Demšar (2006), Journal of Machine Learning Research 7, 1–30.
 * @throws RangeError if the rows differ in length
 * @returns "fewer-than-two-respondents" or "one-item"
 * @example nemenyiContrasts([[1, 2, 3], [1, 3, 2], [2, 1, 3]])
 */
export function nemenyiContrasts(rankings: CompleteRankings): RankContrasts | NoStatistic {
  const k = itemCount(rankings);
  const n = rankings.length;
  if (n < 2) return noStatistic("fewer-than-two-respondents");
  if (k < 2) return noStatistic("one-item");
  return nemenyiFrom(rankSums(rankings), n);
}

function nemenyiFrom(sums: readonly number[], n: number): RankContrasts {
  const k = sums.length;
  const unit = Math.sqrt((k * (k + 1)) / (6 * n));
  const contrasts = pairs(sums, n).map((pair) => {
    const statistic = Math.abs(pair.meanRankDifference) / unit;
    const p = normalRangeTail(statistic * Math.SQRT2, k);
    return { ...pair, statistic, p, adjustedP: p };
  });
  return { exists: true, contrasts, n };
}

/**
 * Both kinds of comparisons from compact rankings; rows count as often as they were given.
 *
 * Ties and missing: as in `agreementOfRankings`, whose Friedman test they follow. Weights: not used.
 * Source: as `conoverContrasts` and `nemenyiContrasts`, with which it agrees on the same rows.
 * @returns "fewer-than-two-respondents", "one-item", or "unbalanced-design" (not everybody was shown all items)
 * @example contrastsOfRankings(all) // { exists: true, conover: { contrasts: […] }, nemenyi: { contrasts: […] } }
 */
export function contrastsOfRankings(
  all: Rankings,
): { exists: true; conover: RankContrasts | NoStatistic; nemenyi: RankContrasts } | NoStatistic {
  if (all.n < 2) return noStatistic("fewer-than-two-respondents");
  if (all.itemCount < 2) return noStatistic("one-item");
  if (all.unranked === "not-presented" || all.presented !== undefined)
    return noStatistic("unbalanced-design");
  const { sums, squares } = rankMoments(all);
  const found = { sums: Array.from(sums), squares, n: all.n };
  return { exists: true, conover: conoverFrom(found), nemenyi: nemenyiFrom(found.sums, all.n) };
}

function pairs(sums: readonly number[], n: number) {
  return sums.flatMap((sum, first) =>
    sums.slice(first + 1).map((other, offset) => ({
      ...{ first, second: first + 1 + offset },
      meanRankDifference: (sum - other) / n,
    })),
  );
}
