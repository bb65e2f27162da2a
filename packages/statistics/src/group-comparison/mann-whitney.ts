import { normalLog10TwoSidedTail } from "../distributions/chi-square-log-tail.ts";
import { normalQuantile, normalTwoSidedTail } from "../distributions/standard-normal.ts";
import { midranks } from "../midranks.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import { tieSums } from "../rank-tests/pair-orders.ts";
import { subsetSums, subsetSumTail } from "../rank-tests/sum-distribution.ts";
import type { Interval } from "../wilson-interval.ts";

/** Two groups compared by order alone. */
export type MannWhitney = {
  exists: true;
  /** Pairs in which the first group's value is greater, ties counting half. */
  u: number;
  method: "exact" | "normal";
  /** Missing for the exact method. */
  z?: number;
  p: number;
  log10P: number;
  /** Share of pairs with the first group greater minus share with it smaller; also called rank-biserial. −1 to 1. */
  cliffsDelta: number;
  /** Missing for δ = ±1, or a group of one. */
  cliffsDeltaInterval?: Interval;
  /** Chance that a value of the first group is greater than one of the second, ties counting half. */
  probabilityOfSuperiority: number;
  n: [number, number];
};

/** Up to this many values in both groups together the exact distribution is counted out. */
const mostExact = 50;

/**
 * Mann–Whitney test with Cliff's δ: whether one group tends to give higher values than another.
 *
 * Ties: midranks. Method: "auto" is exact up to 50 values, given the ties; above, normal with tie and continuity
 * correction.
 * Source: Mann and Whitney (1947), Annals of Mathematical Statistics 18, 50–60; δ: Cliff (1993), Psychological
 * Bulletin 114, 494–509; its asymmetric interval: Feng and Cliff (2004), J. Modern Applied Statistical Methods 3(2).
 * @throws RangeError if a value is not finite or the level is not between 0 and 1
 * @returns "empty-group"; "everything-tied"
 * @example mannWhitney([4, 5, 6], [1, 2, 3]) // u 9, p 0.1, δ 1
 */
export function mannWhitney(
  first: readonly number[],
  second: readonly number[],
  options: { method?: "auto" | "exact" | "normal"; level?: number } = {},
): MannWhitney | NoStatistic {
  const [n1, n2] = [first.length, second.length];
  if (n1 === 0 || n2 === 0) return noStatistic("empty-group");
  const all = [...first, ...second];
  if (!all.every(Number.isFinite)) throw new RangeError("mannWhitney requires finite numbers");
  const ranks = midranks(all);
  const ties = tieSums([...ranks].sort((a, b) => a - b));
  if (ties.pairs === ((n1 + n2) * (n1 + n2 - 1)) / 2) return noStatistic("everything-tied");
  const rankSum = ranks.slice(0, n1).reduce((sum, rank) => sum + rank, 0);
  const u = rankSum - (n1 * (n1 + 1)) / 2;
  const { method = "auto", level = 0.95 } = options;
  const isExact = method === "exact" || (method === "auto" && n1 + n2 <= mostExact);
  const cliffsDelta = (2 * u) / (n1 * n2) - 1;
  const interval = deltaInterval(first, second, ranks, cliffsDelta, level);
  return {
    ...{ exists: true, u },
    ...(isExact ? exactTest(ranks, n1, rankSum) : normalTest(u, n1, n2, tieCubes(ranks))),
    cliffsDelta,
    ...(interval !== undefined && { cliffsDeltaInterval: interval }),
    ...{ probabilityOfSuperiority: u / (n1 * n2), n: [n1, n2] },
  };
}

function exactTest(ranks: readonly number[], n1: number, rankSum: number) {
  const ways = subsetSums(
    ranks.map((rank) => Math.round(2 * rank)),
    n1,
  );
  const p = subsetSumTail(ways, Math.round(2 * rankSum));
  return { method: "exact" as const, p, log10P: Math.log10(p) };
}

function normalTest(u: number, n1: number, n2: number, cubes: number) {
  const n = n1 + n2;
  const variance = ((n1 * n2) / 12) * (n + 1 - cubes / (n * (n - 1)));
  const distance = u - (n1 * n2) / 2;
  const z = (Math.sign(distance) * Math.max(0, Math.abs(distance) - 0.5)) / Math.sqrt(variance);
  return {
    method: "normal" as const,
    z,
    p: normalTwoSidedTail(z),
    log10P: normalLog10TwoSidedTail(z),
  };
}

/** Σ(t³ − t) over groups of t tied values. */
function tieCubes(ranks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}

/** Each value's own dominance over the other group follows from its rank among all and among its own. */
function deltaInterval(
  first: readonly number[],
  second: readonly number[],
  ranks: readonly number[],
  delta: number,
  level: number,
): Interval | undefined {
  const [n1, n2] = [first.length, second.length];
  if (n1 < 2 || n2 < 2 || Math.abs(delta) >= 1) return undefined;
  const ownFirst = midranks(first);
  const ownSecond = midranks(second);
  const squares = (own: readonly number[], offset: number, others: number, sign: number) =>
    own.reduce((sum, rank, index) => {
      const dominance = (2 * ((ranks[offset + index] ?? 0) - rank)) / others - 1;
      return sum + (sign * dominance - delta) ** 2;
    }, 0);
  const s1 = squares(ownFirst, 0, n2, 1) / (n1 - 1);
  const s2 = squares(ownSecond, n1, n1, -1) / (n2 - 1);
  const tiedShare = tiedPairs(first, second) / (n1 * n2);
  const s12 = ((1 - tiedShare - delta * delta) * n1 * n2) / (n1 * n2 - 1);
  const least = (1 - delta * delta) / (n1 * n2 - 1);
  const variance = Math.max(least, ((n2 - 1) * s1 + (n1 - 1) * s2 + s12) / (n1 * n2));
  const z = normalQuantile((1 + level) / 2);
  const rest = 1 - delta * delta;
  const half = z * Math.sqrt(variance) * Math.sqrt(rest * rest + z * z * variance);
  const scale = rest + z * z * variance;
  return [(delta - delta ** 3 - half) / scale, (delta - delta ** 3 + half) / scale];
}

function tiedPairs(first: readonly number[], second: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of first) counts.set(value, (counts.get(value) ?? 0) + 1);
  return second.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
}
