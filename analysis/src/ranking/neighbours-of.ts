import type { Interval } from "@mehrwert/statistics";
import type {
  AnalysedItem,
  Neighbours,
  NeighbourVerdict,
  RankingAnalysis,
} from "./ranking-analysis.ts";

/**
 * For each two neighbours of the result, whether the first is really ahead.
 *
 * Two yardsticks: the interval of the lead, and the sets of ranks that hold for all items at once (from the worths).
 * "clear": the interval lies above 0 and the sets do not overlap. "probable": only one of the two says so.
 * "open": neither does, so the lead may be chance. "contradictory": both are sure, of opposite orders.
 */
export function neighboursOf(input: {
  items: readonly AnalysedItem[];
  order: readonly number[];
  orderedBy: RankingAnalysis["orderedBy"];
  leadInterval: (first: number, second: number) => Interval | undefined;
}): Neighbours[] {
  const { items, order, orderedBy, leadInterval } = input;
  if (orderedBy === "none") return [];
  return order.slice(0, -1).flatMap((firstIndex, place) => {
    const secondIndex = order[place + 1] ?? firstIndex;
    const first = items[firstIndex];
    const second = items[secondIndex];
    const interval = leadInterval(firstIndex, secondIndex);
    if (first === undefined || second === undefined || interval === undefined) return [];
    const lead =
      orderedBy === "log-worth"
        ? (first.logWorthCentred ?? 0) - (second.logWorthCentred ?? 0)
        : (second.midrankMean ?? 0) - (first.midrankMean ?? 0);
    const verdict = verdictOf(first, second, interval);
    return [{ first: first.item, second: second.item, scale: orderedBy, lead, interval, verdict }];
  });
}

function verdictOf(
  { rankInterval: a }: AnalysedItem,
  { rankInterval: b }: AnalysedItem,
  interval: Interval,
): NeighbourVerdict {
  const isAhead = interval[0] > 0;
  if (a === undefined || b === undefined) return isAhead ? "probable" : "open";
  if (a[0] > b[1]) return isAhead ? "contradictory" : "open";
  const isApart = a[1] < b[0];
  return isAhead && isApart ? "clear" : isAhead || isApart ? "probable" : "open";
}
