import { chiSquareTail } from "../chi-square-tail.ts";
import { chiSquareLog10Tail } from "../distributions/chi-square-log-tail.ts";
import { normalQuantile, normalTwoSidedTail } from "../distributions/standard-normal.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import type { Interval } from "../wilson-interval.ts";
import { ranksByPlace, type ShownRanking } from "./shown-ranking.ts";

/** Whether the place on the screen decided about the rank. */
export type PositionEffect = {
  exists: true;
  /** counts[place][rank − 1]; without an effect every cell is near n/k. */
  counts: number[][];
  chiSquare: number;
  df: number;
  p: number;
  log10P: number;
  /** Mean Spearman correlation of place and rank: positive = items shown first are ranked better. */
  meanCorrelation: number;
  correlationInterval: Interval;
  correlationP: number;
  meanRankByPlace: number[];
  n: number;
  /** Respondents left out, because they did not place every item or tied some. */
  leftOut: number;
};

/**
 * Position effect: whether items got better ranks for standing first, when each respondent saw a random order.
 *
 * Only for random orders: then, without an effect, all k! assignments of ranks to places are equally likely, however
 * strong the preferences. χ² = ((k − 1)/n) Σ(count − n/k)² with (k − 1)² degrees of freedom; good from n = 5k.
 * Source: Anderson (1959), Biometrics 15, 582–590; the correlation has variance 1/(n(k − 1)), Kendall and Gibbons (1990).
 * @throws RangeError if a presented order does not name every item once, or rankings differ in their items
 * @returns "one-item"; "fewer-than-two-respondents" (with all items placed)
 * @example positionEffect([{ presented: [1, 0], ranks: [1, 2] }, { presented: [0, 1], ranks: [1, 2] }])
 */
export function positionEffect(
  rankings: readonly ShownRanking[],
  options: { level?: number } = {},
): PositionEffect | NoStatistic {
  const k = rankings[0]?.ranks.length ?? 0;
  if (rankings.some(({ ranks }) => ranks.length !== k))
    throw new RangeError("positionEffect requires the same items in every ranking");
  if (rankings.length > 0 && k < 2) return noStatistic("one-item");
  const whole = rankings.map(ranksByPlace).filter((ranks) => isPermutation(ranks, k));
  const n = whole.length;
  if (n < 2) return noStatistic("fewer-than-two-respondents");
  const counts = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  let squares = 0;
  for (const ranks of whole) {
    for (const [place, rank = 0] of ranks.entries()) {
      const row = counts[place];
      if (row !== undefined) row[rank - 1] = (row[rank - 1] ?? 0) + 1;
      squares += (rank - place - 1) ** 2;
    }
  }
  const uneven = counts.flat().reduce((sum, count) => sum + (count - n / k) ** 2, 0);
  const chiSquare = ((k - 1) / n) * uneven;
  const df = (k - 1) ** 2;
  const meanCorrelation = 1 - (6 * squares) / (n * (k ** 3 - k));
  const error = 1 / Math.sqrt(n * (k - 1));
  const half = normalQuantile((1 + (options.level ?? 0.95)) / 2) * error;
  return {
    ...{ exists: true, counts, chiSquare, df, p: chiSquareTail(chiSquare, df) },
    ...{ log10P: chiSquareLog10Tail(chiSquare, df), meanCorrelation },
    correlationInterval: [
      Math.max(-1, meanCorrelation - half),
      Math.min(1, meanCorrelation + half),
    ],
    correlationP: normalTwoSidedTail(meanCorrelation / error),
    meanRankByPlace: counts.map(
      (row) => row.reduce((sum, count, r) => sum + count * (r + 1), 0) / n,
    ),
    ...{ n, leftOut: rankings.length - n },
  };
}

function isPermutation(ranks: readonly (number | undefined)[], k: number): boolean {
  const whole = ranks.filter((rank) => rank !== undefined);
  const isInRange = whole.every((rank) => Number.isInteger(rank) && rank >= 1 && rank <= k);
  return isInRange && whole.length === k && new Set(whole).size === k;
}
