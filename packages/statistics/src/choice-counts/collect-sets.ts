import type { ChoiceCounts, TieModel } from "../choice-counts.ts";
import type { Rankings } from "../rankings.ts";
import { ChoiceTally } from "./choice-tally.ts";
import { eachChoice } from "./each-choice.ts";

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
