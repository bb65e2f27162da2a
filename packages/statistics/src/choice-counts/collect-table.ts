import type { ChoiceCounts, TieModel } from "../choice-counts.ts";
import type { Rankings } from "../rankings.ts";
import { ChoiceTally } from "./choice-tally.ts";
import { eachChoice } from "./each-choice.ts";
import { tallySingles } from "./tally-singles.ts";

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

function bitMembers(k: number): (set: number) => number[] {
  return (set) => {
    const items: number[] = [];
    for (let item = 0; item < k; item += 1) if (set & (1 << item)) items.push(item);
    return items;
  };
}
