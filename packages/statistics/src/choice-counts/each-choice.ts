import { RowChoices } from "../rankings/row-choices.ts";
import type { Rankings } from "../rankings.ts";

/** Calls back for every choice from at least two items, with the items chosen and the set faced, ascending. */
export function eachChoice(
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
