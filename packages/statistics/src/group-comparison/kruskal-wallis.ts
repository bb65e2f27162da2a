import { chiSquareTail } from "../chi-square-tail.ts";
import { chiSquareLog10Tail } from "../distributions/chi-square-log-tail.ts";
import { midranks } from "../midranks.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";

/** Several groups compared by order alone. */
export type KruskalWallis = {
  exists: true;
  h: number;
  df: number;
  p: number;
  log10P: number;
  /** Effect size H/(n − 1), 0 (no difference) to 1. */
  epsilonSquared: number;
  meanRanks: number[];
  n: number[];
};

/**
 * Kruskal–Wallis test: whether several groups differ in the level of their values.
 *
 * Shape: groups[group][value]. Ties: midranks with tie correction. p: chi-square approximation, rough below five a group.
 * Source: Kruskal and Wallis (1952), Journal of the American Statistical Association 47, 583–621; ε²: Kelley (1935),
 * as in Tomczak and Tomczak (2014), Trends in Sport Sciences 21, 19–25.
 * @throws RangeError if a value is not finite or there are fewer than two groups
 * @returns "empty-group"; "everything-tied"; "too-few-respondents" (one value in each of two groups)
 * @example kruskalWallis([[1, 2, 3], [4, 5, 6]])
 */
export function kruskalWallis(groups: readonly (readonly number[])[]): KruskalWallis | NoStatistic {
  if (groups.length < 2) throw new RangeError("kruskalWallis requires at least two groups");
  const all = groups.flat();
  if (!all.every(Number.isFinite)) throw new RangeError("kruskalWallis requires finite numbers");
  if (groups.some((group) => group.length === 0)) return noStatistic("empty-group");
  const total = all.length;
  if (total < 3) return noStatistic("too-few-respondents");
  const ranks = midranks(all);
  const middle = (total + 1) / 2;
  const spread = ranks.reduce((sum, rank) => sum + (rank - middle) ** 2, 0) / (total - 1);
  if (!(spread > 1e-12)) return noStatistic("everything-tied");
  let start = 0;
  const meanRanks = groups.map((group) => {
    const own = ranks.slice(start, start + group.length);
    start += group.length;
    return own.reduce((sum, rank) => sum + rank, 0) / group.length;
  });
  const between = meanRanks.reduce(
    (sum, rank, index) => sum + (groups[index]?.length ?? 0) * (rank - middle) ** 2,
    0,
  );
  const h = between / spread;
  const df = groups.length - 1;
  return {
    ...{ exists: true, h, df, p: chiSquareTail(h, df), log10P: chiSquareLog10Tail(h, df) },
    ...{ epsilonSquared: Math.min(1, h / (total - 1)), meanRanks },
    n: groups.map((group) => group.length),
  };
}
