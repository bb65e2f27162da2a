import { type ChoiceCounts, mostTableItems, type TieModel } from "./choice-counts.ts";
import { RowChoices } from "./rankings/row-choices.ts";
import type { Rankings } from "./rankings.ts";

/**
 * Every row as the list of its choices, by number of the set in the counts: for work that needs single rows.
 *
 * Entries of row r: starts[r] … starts[r + 1] − 1. Entry e: item items[e] was chosen from set sets[e]; sizes[e] is the
 * number of items tied with it there (itself included; 1 = no tie, and always under "breslow").
 */
export type CodedChoices = {
  starts: Uint32Array;
  items: Uint16Array;
  sets: Uint32Array;
  sizes: Uint16Array;
};

/**
 * Codes the rows by the sets of the counts, which must be counts of the same rows under the same tie model.
 *
 * @throws RangeError if a set was not counted
 * @example codedChoices(unique, choiceCounts(unique)).starts
 */
export function codedChoices(
  all: Rankings,
  counts: ChoiceCounts,
  options: { ties?: TieModel } = {},
): CodedChoices {
  const isBreslow = options.ties === "breslow";
  const setOf = setFinder(counts);
  const walk = new RowChoices(all);
  const most = all.rowCount * all.itemCount;
  const starts = new Uint32Array(all.rowCount + 1);
  const items = new Uint16Array(most);
  const sets = new Uint32Array(most);
  const sizes = new Uint16Array(most);
  let entry = 0;
  for (let row = 0; row < all.rowCount; row += 1) {
    if (all.weights?.[row] !== 0) walk.load(row);
    else walk.choices = 0;
    setOf.load(walk);
    for (let choice = 0; choice < walk.choices; choice += 1) {
      const start = walk.starts[choice] ?? 0;
      const end = walk.starts[choice + 1] ?? 0;
      if (walk.size - start < 2) break;
      const set = setOf.find(walk, start, end);
      for (let place = start; place < end; place += 1, entry += 1) {
        items[entry] = walk.pool[place] ?? 0;
        sets[entry] = set;
        sizes[entry] = isBreslow ? 1 : end - start;
      }
    }
    starts[row + 1] = entry;
  }
  return {
    starts,
    items: items.slice(0, entry),
    sets: sets.slice(0, entry),
    sizes: sizes.slice(0, entry),
  };
}

/** Finds the number of the set faced, choice after choice of one row. */
type SetFinder = {
  load(walk: RowChoices): void;
  find(walk: RowChoices, start: number, end: number): number;
};

function setFinder(counts: ChoiceCounts): SetFinder {
  return counts.itemCount <= mostTableItems ? tableFinder(counts) : textFinder(counts);
}

/** Sets as bits; what was chosen is taken off, so that a row costs one pass. */
function tableFinder({ itemCount, setStarts, setItems, faced }: ChoiceCounts): SetFinder {
  const table = new Int32Array(2 ** itemCount).fill(-1);
  for (let set = 0; set < faced.length; set += 1) {
    let bits = 0;
    for (const item of setItems.subarray(setStarts[set], setStarts[set + 1])) bits |= 1 << item;
    table[bits] = set;
  }
  let left = 0;
  const without = ({ pool }: RowChoices, start: number, end: number) => {
    let bits = 0;
    for (let place = start; place < end; place += 1) bits |= 1 << (pool[place] ?? 0);
    return bits;
  };
  return {
    load(walk) {
      left = without(walk, 0, walk.size);
    },
    find(walk, start, end) {
      const set = table[left];
      left ^= without(walk, start, end);
      return known(set);
    },
  };
}

function textFinder({ setStarts, setItems, faced }: ChoiceCounts): SetFinder {
  const places = new Map<string, number>();
  for (let set = 0; set < faced.length; set += 1)
    places.set(String.fromCharCode(...setItems.subarray(setStarts[set], setStarts[set + 1])), set);
  return {
    load() {},
    find({ pool, size }, start) {
      return known(places.get(String.fromCharCode(...pool.slice(start, size).sort())));
    },
  };
}

function known(set: number | undefined): number {
  if (set === undefined || set < 0)
    throw new RangeError("codedChoices requires counts of the same rankings");
  return set;
}
