import type { ChoiceCounts, TieModel } from "../choice-counts.ts";
import { RowChoices } from "../rankings/row-choices.ts";
import type { Rankings } from "../rankings.ts";
import { ChoiceTally } from "./choice-tally.ts";

/** Counts by table: cell (set as bits) × itemCount + item = how often the item was chosen from the set. */
export function collectTable(all: Rankings, ties: TieModel): ChoiceCounts {
  const k = all.itemCount;
  const table = new Float64Array(2 ** k * k);
  const tiedRows = tallySingles(all, table);
  const tally = new ChoiceTally(k, ties);
  const facedBySet = new Float64Array(2 ** k);
  const members = bitMembers(k);
  for (let set = 1; set < 2 ** k; set += 1) {
    if ((set & (set - 1)) === 0) continue;
    let items: number[] | undefined;
    for (let item = 0; item < k; item += 1) {
      const count = table[set * k + item] ?? 0;
      if (count === 0) continue;
      items ??= members(set);
      facedBySet[set] = (facedBySet[set] ?? 0) + tally.add([item], items, count);
    }
  }
  eachChoice(all, tiedRows, (chosen, set, weight) => {
    const bits = set.reduce((sum, item) => sum + 2 ** item, 0);
    facedBySet[bits] = (facedBySet[bits] ?? 0) + tally.add(chosen, set, weight);
  });
  const sets: number[] = [];
  for (let set = 0; set < facedBySet.length; set += 1) if (facedBySet[set] !== 0) sets.push(set);
  return tally.counts(
    sets.map(members),
    sets.map((set) => facedBySet[set] ?? 0),
    all.n,
  );
}

/**
 * The hot pass: adds rows without ties to the table and returns the rows with ties.
 *
 * For up to eight items the order of a row fits into one number, four bits a place; no branch depends on the data.
 */
function tallySingles(all: Rankings, table: Float64Array): number[] {
  const { itemCount: k, ranks, rowCount, unranked, presented, counts, weights } = all;
  if (k > 8) return tallyLongRows(all, table);
  const tiedRows: number[] = [];
  const isWeighted = counts !== undefined || weights !== undefined;
  const everything = (1 << k) - 1;
  let base = 0;
  for (let row = 0; row < rowCount; row += 1, base += k) {
    let order = 0;
    let ranked = 0;
    let places = 0;
    for (let item = 0; item < k; item += 1) {
      const rank = ranks[base + item] ?? 0;
      const isRanked = -rank >> 31;
      order |= (item << ((rank - 1) << 2)) & isRanked;
      ranked |= (1 << item) & isRanked;
      places |= (1 << rank) & isRanked;
    }
    if (bitCount(places) !== bitCount(ranked)) {
      tiedRows.push(row);
      continue;
    }
    let left = ranked;
    if (unranked === "below")
      left = presented === undefined ? everything : bitsOf(presented, base, k);
    const weight = isWeighted ? (counts?.[row] ?? 1) * (weights?.[row] ?? 1) : 1;
    for (let unplaced = ranked; unplaced !== 0; order >>>= 4) {
      const item = order & 15;
      const cell = (Math.imul(left, k) + item) | 0;
      table[cell] = (table[cell] ?? 0) + weight;
      left ^= 1 << item;
      unplaced ^= 1 << item;
    }
  }
  return tiedRows;
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555);
  const fours = (pairs & 0x3333) + ((pairs >>> 2) & 0x3333);
  const eights = (fours + (fours >>> 4)) & 0x0f0f;
  return (eights + (eights >>> 8)) & 31;
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

/** Counts by the sets met, for many items. */
export function collectSets(all: Rankings, ties: TieModel): ChoiceCounts {
  const tally = new ChoiceTally(all.itemCount, ties);
  const index = new Map<string, number>();
  const sets: number[][] = [];
  const faced: number[] = [];
  const rows = Array.from({ length: all.rowCount }, (_, row) => row);
  eachChoice(all, rows, (chosen, set, weight) => {
    const key = String.fromCharCode(...set);
    let place = index.get(key);
    if (place === undefined) {
      place = sets.length;
      index.set(key, place);
      sets.push(set);
      faced.push(0);
    }
    faced[place] = (faced[place] ?? 0) + tally.add(chosen, set, weight);
  });
  return tally.counts(sets, faced, all.n);
}

/** Calls back for every choice from at least two items, with the items chosen and the set faced, ascending. */
function eachChoice(
  all: Rankings,
  rows: readonly number[],
  visit: (chosen: number[], set: number[], weight: number) => void,
): void {
  const walk = new RowChoices(all);
  for (const row of rows) {
    const weight = (all.counts?.[row] ?? 1) * (all.weights?.[row] ?? 1);
    if (weight === 0) continue;
    walk.load(row);
    for (let choice = 0; choice < walk.choices; choice += 1) {
      const start = walk.starts[choice] ?? 0;
      if (walk.size - start < 2) break;
      const chosen = Array.from(walk.pool.subarray(start, walk.starts[choice + 1]));
      const set = Array.from(walk.pool.subarray(start, walk.size).slice().sort());
      visit(chosen, set, weight);
    }
  }
}

function bitsOf(presented: Uint8Array, base: number, k: number): number {
  let bits = 0;
  for (let item = 0; item < k; item += 1) bits |= (presented[base + item] ?? 0) << item;
  return bits;
}

function bitMembers(k: number): (set: number) => number[] {
  return (set) => {
    const items: number[] = [];
    for (let item = 0; item < k; item += 1) if (set & (1 << item)) items.push(item);
    return items;
  };
}
