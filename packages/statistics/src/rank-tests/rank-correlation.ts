import { normalQuantile, normalTwoSidedTail } from "../distributions/standard-normal.ts";
import { tTwoSidedTail } from "../distributions/t-distribution.ts";
import { midranks } from "../midranks.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import type { Interval } from "../wilson-interval.ts";
import { countPairOrders } from "./pair-orders.ts";

/** A rank correlation; the interval is missing where it cannot be formed (too few pairs, or exactly ±1). */
export type RankCorrelation = {
  exists: true;
  coefficient: "spearman" | "kendall-tau-b";
  value: number;
  interval?: Interval;
  p?: number;
  n: number;
};

/**
 * Spearman's rank correlation: how far two orders of the same things agree.
 *
 * Unit/range: −1 (reversed) to 1 (same). Ties: midranks. p: Student's t with n − 2 degrees of freedom, rough below 10.
 * Interval: Fisher's z with standard error √((1 + r²/2)/(n − 3)), from n = 4.
 * Source: Spearman (1904); interval: Bonett and Wright (2000), Psychometrika 65, 23–28.
 * @throws RangeError if the lists differ in length, or the level is not between 0 and 1
 * @returns "fewer-than-two-respondents" for fewer than two pairs, "no-variance" if one list is constant
 * @example spearmansRho([1, 2, 3, 4], [1, 2, 4, 3]) // 0.8
 */
export function spearmansRho(
  x: readonly number[],
  y: readonly number[],
  options: { level?: number } = {},
): RankCorrelation | NoStatistic {
  const n = pairCount(x, y);
  if (n < 2) return noStatistic("fewer-than-two-respondents");
  const value = correlation(midranks(x), midranks(y));
  if (value === undefined) return noStatistic("no-variance");
  const error = n > 3 ? Math.sqrt((1 + value ** 2 / 2) / (n - 3)) : undefined;
  const interval = fisherInterval(value, error, options.level);
  const t =
    n > 2 && Math.abs(value) < 1 ? value * Math.sqrt((n - 2) / (1 - value ** 2)) : undefined;
  return {
    ...{ exists: true, coefficient: "spearman", value },
    ...(interval !== undefined && { interval }),
    ...(t !== undefined && { p: tTwoSidedTail(t, n - 2).p }),
    n,
  };
}

/**
 * Kendall's τ-b: share of pairs in the same order minus share of pairs in reverse order, corrected for ties.
 *
 * Unit/range: −1 to 1. p: exact up to 50 values without ties, else normal with tie correction and no continuity
 * correction. Interval: Fisher's z with standard error √(0.437/(n − 4)), from n = 5. Time: n log n.
 * Source: Kendall (1945), Biometrika 33, 239–251; variance with ties: Kendall and Gibbons (1990), equation 4.4;
 * interval: Fieller, Hartley and Pearson (1957), Biometrika 44, 470–481.
 * @throws RangeError if the lists differ in length, or the level is not between 0 and 1
 * @returns "fewer-than-two-respondents" for fewer than two pairs, "no-variance" if one list is constant
 * @example kendallsTauB([1, 2, 3, 4], [1, 2, 4, 3]) // 0.666…
 */
export function kendallsTauB(
  x: readonly number[],
  y: readonly number[],
  options: { level?: number } = {},
): RankCorrelation | NoStatistic {
  const n = pairCount(x, y);
  if (n < 2) return noStatistic("fewer-than-two-respondents");
  const orders = countPairOrders(x, y);
  const pairs = (n * (n - 1)) / 2;
  const [xPairs, yPairs] = [pairs - orders.tiedX.pairs, pairs - orders.tiedY.pairs];
  if (xPairs === 0 || yPairs === 0) return noStatistic("no-variance");
  const difference = orders.concordant - orders.discordant;
  const value = Math.max(-1, Math.min(1, difference / Math.sqrt(xPairs * yPairs)));
  const error = n > 4 ? Math.sqrt(0.437 / (n - 4)) : undefined;
  const interval = fisherInterval(value, error, options.level);
  const isTied = orders.tiedX.pairs + orders.tiedY.pairs > 0;
  const p = !isTied && n <= 50 ? exactTauTail(n, orders.discordant) : normalTauTail(n, orders);
  return {
    ...{ exists: true, coefficient: "kendall-tau-b", value },
    ...(interval !== undefined && { interval }),
    ...(p !== undefined && { p }),
    n,
  };
}

/** Product-moment correlation; undefined if one list is constant. */
export function correlation(x: readonly number[], y: readonly number[]): number | undefined {
  const n = x.length;
  const meanX = x.reduce((sum, value) => sum + value, 0) / n;
  const meanY = y.reduce((sum, value) => sum + value, 0) / n;
  let [xx, yy, xy] = [0, 0, 0];
  for (const [index, value] of x.entries()) {
    const [dx, dy] = [value - meanX, (y[index] ?? 0) - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (!(xx > 0 && yy > 0)) return undefined;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

function pairCount(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length) throw new RangeError("a rank correlation requires pairs of values");
  return x.length;
}

function fisherInterval(value: number, error: number | undefined, level = 0.95) {
  if (!(level > 0 && level < 1)) throw new RangeError("an interval requires a level in (0, 1)");
  if (error === undefined || Math.abs(value) >= 1) return undefined;
  const half = normalQuantile((1 + level) / 2) * error;
  const centre = Math.atanh(value);
  const interval: Interval = [Math.tanh(centre - half), Math.tanh(centre + half)];
  return interval;
}

/** Both tails of the number of inversions of a random order of n things (Mahonian numbers). */
function exactTauTail(n: number, inversions: number): number {
  let shares = Float64Array.of(1);
  for (let size = 2; size <= n; size += 1) {
    const next = new Float64Array(shares.length + size - 1);
    for (const [count, share] of shares.entries())
      for (let add = 0; add < size; add += 1)
        next[count + add] = (next[count + add] ?? 0) + share / size;
    shares = next;
  }
  const most = (n * (n - 1)) / 2;
  const fewer = Math.min(inversions, most - inversions);
  let tail = 0;
  for (let count = 0; count <= fewer; count += 1) tail += shares[count] ?? 0;
  return Math.min(1, 2 * tail);
}

function normalTauTail(n: number, orders: ReturnType<typeof countPairOrders>): number | undefined {
  const { tiedX: x, tiedY: y } = orders;
  const all = n * (n - 1);
  let variance = (all * (2 * n + 5) - x.cubic - y.cubic) / 18;
  variance += (2 * x.pairs * y.pairs) / all;
  if (n > 2) variance += (x.triples * y.triples) / (9 * all * (n - 2));
  if (!(variance > 0)) return undefined;
  return normalTwoSidedTail((orders.concordant - orders.discordant) / Math.sqrt(variance));
}
