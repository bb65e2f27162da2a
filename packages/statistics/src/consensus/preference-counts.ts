import { RowChoices } from "../rankings/row-choices.ts";
import type { Rankings } from "../rankings.ts";
import { uniqueRankings } from "../unique-rankings.ts";

/**
 * How many respondents (weighted) preferred one item to another: preferred[i × itemCount + j].
 *
 * Ties prefer neither. With "below", ranked items are preferred to unranked ones; items not presented are not compared.
 */
export function preferenceCounts(all: Rankings): Float64Array {
  const k = all.itemCount;
  const { unique } = uniqueRankings(all, { mergeWeights: true });
  const preferred = new Float64Array(k * k);
  const walk = new RowChoices(unique);
  for (let row = 0; row < unique.rowCount; row += 1) {
    walk.load(row);
    const weight = (unique.counts?.[row] ?? 1) * (unique.weights?.[row] ?? 1);
    for (let choice = 0; choice < walk.choices; choice += 1) {
      const end = walk.starts[choice + 1] ?? 0;
      for (let place = walk.starts[choice] ?? 0; place < end; place += 1) {
        const base = (walk.pool[place] ?? 0) * k;
        for (let later = end; later < walk.size; later += 1) {
          const cell = base + (walk.pool[later] ?? 0);
          preferred[cell] = (preferred[cell] ?? 0) + weight;
        }
      }
    }
  }
  return preferred;
}
