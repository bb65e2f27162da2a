import { gammaln } from "simple-statistics";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";

/** A 2 × 2 table, tested exactly; the odds ratio ad/bc is missing if it would be infinite. */
export type FisherExact = { exists: true; p: number; oddsRatio?: number; n: number };

/**
 * Fisher's exact test of a 2 × 2 table: whether two yes–no variables go together, for any counts however small.
 *
 * Shape: [[a, b], [c, d]]. Two-sided: all tables with the same margins that are no more probable than the one found.
 * Source: Fisher (1934), Statistical Methods for Research Workers, 5th ed., section 21.02.
 * @throws RangeError if counts are not whole numbers from 0
 * @returns "no-variance" if a row or a column is empty
 * @example fisherExact([[3, 1], [1, 3]]) // p 0.4857…, odds ratio 9
 */
export function fisherExact(
  counts: readonly [readonly [number, number], readonly [number, number]],
): FisherExact | NoStatistic {
  const [[a, b], [c, d]] = counts;
  if ([a, b, c, d].some((count) => !Number.isInteger(count) || count < 0))
    throw new RangeError("fisherExact requires whole counts from 0");
  const [rowOne, rowTwo, columnOne, n] = [a + b, c + d, a + c, a + b + c + d];
  if (rowOne === 0 || rowTwo === 0 || columnOne === 0 || columnOne === n)
    return noStatistic("no-variance");
  const logWays = (x: number) =>
    logChoose(rowOne, x) + logChoose(rowTwo, columnOne - x) - logChoose(n, columnOne);
  const found = logWays(a);
  let p = 0;
  for (let x = Math.max(0, columnOne - rowTwo); x <= Math.min(rowOne, columnOne); x += 1) {
    const probability = logWays(x);
    // Equally probable tables may differ by rounding.
    if (probability <= found + 1e-7) p += Math.exp(probability);
  }
  return {
    ...{ exists: true, p: Math.min(1, p) },
    ...(b * c > 0 && { oddsRatio: (a * d) / (b * c) }),
    n,
  };
}

function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}
