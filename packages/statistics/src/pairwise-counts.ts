import type { PairwisePreferences } from "./pairwise-preferences.ts";
import { RowChoices } from "./rankings/row-choices.ts";
import type { Rankings } from "./rankings.ts";

/**
 * Pairwise preferences from compact rankings: how many respondents value the one item more than the other.
 *
 * Ties: compared, neither preferred. Missing: with "below", a ranked item is preferred to an unranked one, and two
 * unranked ones are not compared; items not shown are not compared. Weights: not used; rows count as often as given.
 * @example pairwiseCounts(all).preferred[0]?.[1] // respondents who value the first item more than the second
 */
export function pairwiseCounts(all: Rankings): PairwisePreferences {
  const k = all.itemCount;
  const preferred = new Float64Array(k * k);
  const tied = new Float64Array(k * k);
  const walk = new RowChoices(all);
  for (let row = 0; row < all.rowCount; row += 1) {
    walk.load(row);
    const count = all.counts?.[row] ?? 1;
    for (let choice = 0; choice < walk.choices; choice += 1) {
      const start = walk.starts[choice] ?? 0;
      const end = walk.starts[choice + 1] ?? 0;
      for (let place = start; place < end; place += 1) {
        const base = (walk.pool[place] ?? 0) * k;
        for (let other = start; other < walk.size; other += 1) {
          const cell = base + (walk.pool[other] ?? 0);
          if (other >= end) preferred[cell] = (preferred[cell] ?? 0) + count;
          else if (other !== place) tied[cell] = (tied[cell] ?? 0) + count;
        }
      }
    }
  }
  const square = (value: (i: number, j: number) => number) =>
    Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => value(i, j)));
  const at = (cells: Float64Array, i: number, j: number) => cells[i * k + j] ?? 0;
  return {
    preferred: square((i, j) => at(preferred, i, j)),
    compared: square((i, j) => at(preferred, i, j) + at(preferred, j, i) + at(tied, i, j)),
  };
}
