import type { Rankings } from "../rankings.ts";
import { RowChoices } from "./row-choices.ts";

/** Midranks of every row, row-major, and the weight with which each counts (0 = the item was not faced). */
export type RowMidranks = { midranks: Float64Array; weightOf: Float64Array };

/** Midranks among the items faced; items left unranked below the others share the mean of the places left. */
export function rowMidranks(all: Rankings): RowMidranks {
  const { itemCount: k, rowCount, weights } = all;
  const midranks = new Float64Array(rowCount * k);
  const weightOf = new Float64Array(rowCount * k);
  const walk = new RowChoices(all);
  for (let row = 0; row < rowCount; row += 1) {
    walk.load(row);
    const weight = weights === undefined ? 1 : (weights[row] ?? 0);
    for (let choice = 0; choice <= walk.choices; choice += 1) {
      const start = walk.starts[choice] ?? 0;
      const end = choice < walk.choices ? (walk.starts[choice + 1] ?? 0) : walk.size;
      for (let place = start; place < end; place += 1) {
        const cell = row * k + (walk.pool[place] ?? 0);
        midranks[cell] = (start + 1 + end) / 2;
        weightOf[cell] = weight;
      }
    }
  }
  return { midranks, weightOf };
}
