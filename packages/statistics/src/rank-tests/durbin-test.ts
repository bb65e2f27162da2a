import { chiSquareTail } from "../chi-square-tail.ts";
import { itemCount, type PartialRankings } from "../complete-rankings.ts";
import { chiSquareLog10Tail } from "../distributions/chi-square-log-tail.ts";
import { fTail } from "../distributions/f-distribution.ts";
import { midranks } from "../midranks.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import { RowChoices } from "../rankings/row-choices.ts";
import type { Rankings } from "../rankings.ts";
import { rankMoments } from "./rank-moments.ts";

/** Durbin's test as chi-square and as F (missing if the F form is infinite); `n` counts respondents. */
export type DurbinTest = {
  exists: true;
  chiSquare: number;
  df: number;
  p: number;
  log10P: number;
  f?: { value: number; df1: number; df2: number; p: number };
  n: number;
  rankSums: number[];
};

/**
 * Durbin test: whether items differ in their ranks when each respondent was shown only some of them.
 *
 * Shape: rankings[respondent][item] = rank among the items shown, 1 = most valued; `undefined` = not shown.
 * Design: everyone was shown as many items, every item as often, every pair of items equally often.
 * Ties: midranks (ranks are ranked again within the respondent). With nothing left out it is Friedman's test.
 * Source: Durbin (1951), British Journal of Psychology 4, 85–90; Conover (1999), Practical Nonparametric
 * Statistics, 3rd ed., section 5.9, T₁ (chi-square) and T₂ (F, recommended there).
 * @throws RangeError if the rows differ in length
 * @returns "unbalanced-design", "everything-tied", "one-item" or "fewer-than-two-respondents"
 * @example durbinTest([[1, 2, undefined], [1, undefined, 2], [undefined, 1, 2]])
 */
export function durbinTest(rankings: PartialRankings): DurbinTest | NoStatistic {
  const t = itemCount(rankings);
  const b = rankings.length;
  if (b < 2) return noStatistic("fewer-than-two-respondents");
  if (t < 2) return noStatistic("one-item");
  const design = balancedDesign(rankings, t);
  if (design === undefined) return noStatistic("unbalanced-design");
  const { shown: k, times: r } = design;
  const rankSums = new Array<number>(t).fill(0);
  let squares = 0;
  for (const ranks of rankings) {
    const items = ranks.flatMap((rank, item) => (rank === undefined ? [] : [item]));
    const ranked = midranks(items.map((item) => ranks[item] ?? 0));
    for (const [place, item] of items.entries()) {
      const rank = ranked[place] ?? 0;
      rankSums[item] = (rankSums[item] ?? 0) + rank;
      squares += rank * rank;
    }
  }
  return durbinFrom({ rankSums, squares, b, t, k, r });
}

/**
 * Durbin's test from compact rankings in which blanks were not shown; rows count as often as they were given.
 *
 * Source: as `durbinTest`, with which it agrees on the same rows. Weights: not used.
 * @returns "unbalanced-design" unless everyone was shown as many items and every pair of items equally often;
 *   "everything-tied", "one-item" or "fewer-than-two-respondents"
 * @example durbinOfRankings(all) // { exists: true, chiSquare: 12, df: 6, … }
 */
export function durbinOfRankings(all: Rankings): DurbinTest | NoStatistic {
  const { itemCount: t, n: b } = all;
  if (b < 2) return noStatistic("fewer-than-two-respondents");
  if (t < 2) return noStatistic("one-item");
  if (all.unranked === "below") return noStatistic("unbalanced-design");
  const met = new Float64Array(t * t);
  const sizes = new Set<number>();
  const walk = new RowChoices(all);
  for (let row = 0; row < all.rowCount; row += 1) {
    walk.load(row);
    sizes.add(walk.size);
    countMeetings(met, walk.pool.subarray(0, walk.size), all.counts?.[row] ?? 1);
  }
  const design = constantDesign(met, sizes, t);
  if (design === undefined) return noStatistic("unbalanced-design");
  const { sums, squares } = rankMoments(all);
  return durbinFrom({
    ...{ rankSums: Array.from(sums), squares, b, t },
    ...{ k: design.shown, r: design.times },
  });
}

/** Respondents b, items t, shown to each k, times each was shown r, as in Conover. */
type DurbinSums = {
  rankSums: number[];
  squares: number;
  b: number;
  t: number;
  k: number;
  r: number;
};

function durbinFrom({ rankSums, squares, b, t, k, r }: DurbinSums): DurbinTest | NoStatistic {
  const c = (b * k * (k + 1) ** 2) / 4;
  if (squares - c < 1e-9) return noStatistic("everything-tied");
  const sumOfSquares = rankSums.reduce((sum, rankSum) => sum + rankSum * rankSum, 0);
  const chiSquare = Math.max(0, ((t - 1) * (sumOfSquares - r * c)) / (squares - c));
  const df1 = t - 1;
  const df2 = b * k - b - t + 1;
  const left = b * (k - 1) - chiSquare;
  const f = df2 > 0 && left > 1e-9 ? fForm(chiSquare / df1 / (left / df2), df1, df2) : undefined;
  return {
    ...{ exists: true, chiSquare, df: df1, p: chiSquareTail(chiSquare, df1) },
    log10P: chiSquareLog10Tail(chiSquare, df1),
    ...(f !== undefined && { f }),
    ...{ n: b, rankSums },
  };
}

function fForm(value: number, df1: number, df2: number) {
  return { value, df1, df2, p: fTail(value, df1, df2).p };
}

/** Items shown per respondent and times each item was shown, if both and the pair counts are constant. */
function balancedDesign(
  rankings: PartialRankings,
  items: number,
): { shown: number; times: number } | undefined {
  const met = new Float64Array(items * items);
  const sizes = new Set<number>();
  for (const ranks of rankings) {
    const shown = ranks.flatMap((rank, item) => (rank === undefined ? [] : [item]));
    sizes.add(shown.length);
    countMeetings(met, shown, 1);
  }
  return constantDesign(met, sizes, items);
}

function countMeetings(met: Float64Array, shown: ArrayLike<number>, count: number): void {
  const items = Math.sqrt(met.length);
  for (let i = 0; i < shown.length; i += 1)
    for (let j = 0; j < shown.length; j += 1) {
      const cell = (shown[i] ?? 0) * items + (shown[j] ?? 0);
      met[cell] = (met[cell] ?? 0) + count;
    }
}

function constantDesign(met: Float64Array, sizes: ReadonlySet<number>, items: number) {
  const times = new Set(met.filter((_, cell) => cell % (items + 1) === 0));
  const pairs = new Set(met.filter((_, cell) => cell % (items + 1) !== 0));
  const [shown = 0] = sizes;
  if (sizes.size !== 1 || times.size !== 1 || pairs.size !== 1 || shown < 2) return undefined;
  return { shown, times: [...times][0] ?? 0 };
}
