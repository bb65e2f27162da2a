import {
  type Interval,
  kendallDistance,
  normalQuantile,
  normalTwoSidedTail,
  wilsonInterval,
} from "@mehrwert/statistics";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { ResponseQuality } from "./ranking-analysis.ts";

const fewestPlaced = 3;

/**
 * How many left the order as it was shown, and whether the order shown pulls rankings towards itself.
 *
 * Straight-through: the placed items stand in exactly the order in which they were shown. Pull: Kendall's tau between
 * the order shown and the ranking of the placed items, averaged over respondents; with random orders its mean is 0 if
 * nobody is led by the order. Normal approximation over respondents.
 * @returns undefined if no order is known
 */
export function responseQuality(source: RankingSource): ResponseQuality | undefined {
  const { dataset, question, rankings, rowOrigins, items } = source;
  const shown = dataset?.columns.get(`${question ?? ""}.shown`);
  if (shown === undefined || rowOrigins === undefined) return undefined;
  const taus: number[] = [];
  let straight = 0;
  let byChance = 0;
  const k = rankings.itemCount;
  for (const [row, origin] of rowOrigins.entries()) {
    const order = (shown[origin] ?? "").split("|");
    if (order.length < fewestPlaced || items.some(({ item }) => !order.includes(item))) continue;
    const placed = items.flatMap(({ item }, index) => {
      const rank = rankings.ranks[row * k + index] ?? 0;
      return rank > 0 ? [{ rank, shown: order.indexOf(item) + 1 }] : [];
    });
    if (placed.length < fewestPlaced) continue;
    const { discordant, concordant } = kendallDistance(
      placed.map(({ rank }) => rank),
      placed.map((one) => one.shown),
    );
    const pairs = (placed.length * (placed.length - 1)) / 2;
    taus.push((concordant - discordant) / pairs);
    if (concordant === pairs) straight += 1;
    byChance += 1 / factorial(placed.length);
  }
  const interval = wilsonInterval(straight, taus.length);
  if (interval === undefined) return undefined;
  const n = taus.length;
  const pull = meanWithInterval(taus);
  return {
    n,
    straightThrough: { count: straight, share: straight / n, interval, byChance: byChance / n },
    ...(pull !== undefined && { shownOrder: { ...pull, n } }),
  };
}

function meanWithInterval(values: readonly number[]) {
  const n = values.length;
  if (n < 2) return undefined;
  const meanTau = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - meanTau) ** 2, 0);
  const standardError = Math.sqrt(squares / (n - 1) / n);
  if (!(standardError > 0)) return undefined;
  const half = normalQuantile(0.975) * standardError;
  const interval: Interval = [meanTau - half, meanTau + half];
  return { meanTau, standardError, interval, p: normalTwoSidedTail(meanTau / standardError) };
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
