import type { Rankings } from "../rankings.ts";

/**
 * The hot pass: adds rows without ties to the table and returns the rows with ties.
 *
 * For up to eight items the order of a row fits into one number, four bits a place; no branch depends on the data.
 * Ranks are dense, so a row is without ties if its m ranked items hold the places 1 to m.
 */
export function tallySingles(all: Rankings, table: Float64Array): number[] {
  const { itemCount: k, ranks, rowCount, unranked, presented, counts, weights } = all;
  if (k > 8) return tallyLongRows(all, table);
  const tiedRows: number[] = [];
  const isWeighted = counts !== undefined || weights !== undefined;
  const everything = (1 << k) - 1;
  let base = 0;
  for (let row = 0; row < rowCount; row += 1, base += k) {
    let order = 0;
    let ranked = 0;
    let places = 1;
    let placed = 0;
    for (let item = 0; item < k; item += 1) {
      const rank = ranks[base + item] ?? 0;
      const isRanked = -rank >> 31;
      order |= (item << ((rank - 1) << 2)) & isRanked;
      ranked |= (1 << item) & isRanked;
      places |= 1 << rank;
      placed -= isRanked;
    }
    if (places !== (2 << placed) - 1) {
      tiedRows.push(row);
      continue;
    }
    let left = ranked;
    if (unranked === "below")
      left = presented === undefined ? everything : bitsOf(presented, base, k);
    const weight = isWeighted ? (counts?.[row] ?? 1) * (weights?.[row] ?? 1) : 1;
    for (let place = 0; place < placed; place += 1, order >>>= 4) {
      const item = order & 15;
      const cell = (Math.imul(left, k) + item) | 0;
      table[cell] = (table[cell] ?? 0) + weight;
      left ^= 1 << item;
    }
  }
  return tiedRows;
}

function tallyLongRows(all: Rankings, table: Float64Array): number[] {
  const { itemCount: k, ranks, rowCount, unranked, presented, counts, weights } = all;
  const order = new Uint8Array(k + 1);
  const tiedRows: number[] = [];
  const everything = (1 << k) - 1;
  let base = 0;
  for (let row = 0; row < rowCount; row += 1, base += k) {
    let ranked = 0;
    let placed = 0;
    let last = 0;
    for (let item = 0; item < k; item += 1) {
      const rank = ranks[base + item] ?? 0;
      if (rank === 0) continue;
      order[rank] = item;
      ranked |= 1 << item;
      placed += 1;
      if (rank > last) last = rank;
    }
    if (placed !== last) {
      tiedRows.push(row);
      continue;
    }
    let left = ranked;
    if (unranked === "below")
      left = presented === undefined ? everything : bitsOf(presented, base, k);
    const weight = (counts?.[row] ?? 1) * (weights?.[row] ?? 1);
    for (let rank = 1; rank <= last; rank += 1) {
      const item = order[rank] ?? 0;
      const cell = (Math.imul(left, k) + item) | 0;
      table[cell] = (table[cell] ?? 0) + weight;
      left ^= 1 << item;
    }
  }
  return tiedRows;
}

function bitsOf(presented: Uint8Array, base: number, k: number): number {
  let bits = 0;
  for (let item = 0; item < k; item += 1) bits |= (presented[base + item] ?? 0) << item;
  return bits;
}
