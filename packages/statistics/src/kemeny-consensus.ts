import { mostTableItems } from "./choice-counts.ts";
import { preferenceCounts } from "./consensus/preference-counts.ts";
import type { Rankings } from "./rankings.ts";

/**
 * The order that contradicts respondents least.
 *
 * order: items from first to last. distance: respondents × pairs contradicted, weighted. orderCount: how many orders
 * are as good (1 = the consensus is unique). isExact: false if there were too many items to try all orders.
 */
export type KemenyConsensus = {
  order: number[];
  distance: number;
  orderCount?: number;
  isExact: boolean;
};

/**
 * Kemeny consensus: the ranking with the least sum of Kendall distances to all respondents.
 *
 * Up to 16 items exact, by dynamic programming over the set of items still to place; beyond, the order by net wins is
 * improved by moving single items until no move helps, which need not be the best.
 * Ties and missing: a pair that a respondent ties or does not compare contradicts nothing.
 * Source: Kemeny (1959), Daedalus 88, 577–591; Held and Karp (1962) for the programme.
 * @example kemenyConsensus(all).order // [2, 0, 1]
 */
export function kemenyConsensus(all: Rankings): KemenyConsensus {
  const preferred = preferenceCounts(all);
  return all.itemCount <= mostTableItems
    ? exactConsensus(preferred, all.itemCount)
    : improvedConsensus(preferred, all.itemCount);
}

/** best[set] = least contradiction among the items of the set; the first of them is tried in turn. */
function exactConsensus(preferred: Float64Array, k: number): KemenyConsensus {
  const size = 1 << k;
  const best = new Float64Array(size);
  const orders = new Float64Array(size);
  orders[0] = 1;
  const first = new Uint8Array(size);
  for (let set = 1; set < size; set += 1) {
    let least = Infinity;
    for (let item = 0; item < k; item += 1) {
      if ((set & (1 << item)) === 0) continue;
      const rest = set ^ (1 << item);
      let cost = best[rest] ?? 0;
      for (let other = 0; other < k; other += 1)
        if (rest & (1 << other)) cost += preferred[other * k + item] ?? 0;
      const slack = 1e-9 * (1 + cost);
      if (cost < least - slack) {
        least = cost;
        first[set] = item;
        orders[set] = orders[rest] ?? 0;
      } else if (cost <= least + slack) orders[set] = (orders[set] ?? 0) + (orders[rest] ?? 0);
    }
    best[set] = least;
  }
  const order: number[] = [];
  for (let left = size - 1; left > 0; left ^= 1 << (order.at(-1) ?? 0))
    order.push(first[left] ?? 0);
  const [distance = 0] = best.slice(-1);
  const [orderCount = 1] = orders.slice(-1);
  return { order, distance, orderCount, isExact: true };
}

function improvedConsensus(preferred: Float64Array, k: number): KemenyConsensus {
  const at = (i: number, j: number) => preferred[i * k + j] ?? 0;
  const items = Array.from({ length: k }, (_, item) => item);
  const netWins = items.map((i) => items.reduce((sum, j) => sum + at(i, j) - at(j, i), 0));
  let order = [...items].sort((a, b) => (netWins[b] ?? 0) - (netWins[a] ?? 0));
  const costOf = (list: readonly number[]) => {
    let cost = 0;
    for (const [place, item] of list.entries())
      for (const later of list.slice(place + 1)) cost += at(later, item);
    return cost;
  };
  let distance = costOf(order);
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (const item of items) {
      const others = order.filter((other) => other !== item);
      const moves = [...others, item].map((_, place) => others.toSpliced(place, 0, item));
      const costs = moves.map(costOf);
      const least = Math.min(...costs);
      if (least >= distance - 1e-9 * (1 + distance)) continue;
      order = moves[costs.indexOf(least)] ?? order;
      distance = least;
      isBetter = true;
    }
  }
  return { order, distance, isExact: false };
}
