import type { RankRows } from "./rank-rows.ts";

/**
 * Plackett–Luce log-worths (centred) by the MM algorithm as it stands in the paper: every step walks through every row.
 * For rows without ties whose unranked items are worse than the ranked ones. The yardstick of the benchmarks.
 * Source: Hunter (2004), Annals of Statistics 32(1), 384–406, equation 30.
 */
export function hunterMm(rows: RankRows, items: number, tolerance = 1e-9): Float64Array {
  const orders = rows.map(orderOf);
  const wins = new Float64Array(items);
  for (const { order, choices } of orders)
    for (let place = 0; place < choices; place += 1) {
      const item = order[place] ?? 0;
      wins[item] = (wins[item] ?? 0) + 1;
    }
  let worths = new Float64Array(items).fill(1 / items);
  for (let step = 0; step < 10_000; step += 1) {
    const next = mmStep(orders, wins, worths);
    const change = next.reduce(
      (most, worth, item) => Math.max(most, Math.abs(Math.log(worth / (worths[item] ?? 1)))),
      0,
    );
    worths = next;
    if (change < tolerance) break;
  }
  const logWorths = worths.map(Math.log);
  const mean = logWorths.reduce((sum, value) => sum + value, 0) / items;
  return logWorths.map((value) => value - mean);
}

/** All items, the ranked ones first; and how many choices among two or more items the row holds. */
type Order = { order: number[]; choices: number };

function orderOf(row: RankRows[number]): Order {
  const order = row.map((_, item) => item);
  order.sort((a, b) => (row[a] ?? Infinity) - (row[b] ?? Infinity) || a - b);
  const ranked = row.filter((rank) => rank !== null).length;
  return { order, choices: Math.min(ranked, row.length - 1) };
}

function mmStep(
  orders: readonly Order[],
  wins: Float64Array,
  worths: Float64Array,
): Float64Array<ArrayBuffer> {
  const shares = new Float64Array(worths.length);
  for (const { order, choices } of orders) {
    let left = 0;
    for (const item of order) left += worths[item] ?? 0;
    let share = 0;
    for (let place = 0; place < order.length; place += 1) {
      const item = order[place] ?? 0;
      if (place < choices) {
        share += 1 / left;
        left -= worths[item] ?? 0;
      }
      shares[item] = (shares[item] ?? 0) + share;
    }
  }
  const next = wins.map((won, item) => won / (shares[item] ?? 1));
  const sum = next.reduce((total, worth) => total + worth, 0);
  return next.map((worth) => worth / sum);
}
