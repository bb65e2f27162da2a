import { RowChoices } from "../rankings/row-choices.ts";
import type { Rankings } from "../rankings.ts";

/** What rank tests need of the rankings: sums of midranks by item, their squares, and the tie term Σ(t³ − t). */
export type RankMoments = { sums: Float64Array; squares: number; tieTerm: number };

/** Moments of the midranks among the items faced, in one pass; items left unranked below share the places left. */
export function rankMoments(all: Rankings): RankMoments {
  const sums = new Float64Array(all.itemCount);
  let [squares, tieTerm] = [0, 0];
  const walk = new RowChoices(all);
  for (let row = 0; row < all.rowCount; row += 1) {
    walk.load(row);
    const count = all.counts?.[row] ?? 1;
    for (let choice = 0; choice <= walk.choices; choice += 1) {
      const start = walk.starts[choice] ?? 0;
      const end = choice < walk.choices ? (walk.starts[choice + 1] ?? 0) : walk.size;
      const size = end - start;
      const midrank = (start + 1 + end) / 2;
      tieTerm += count * (size ** 3 - size);
      squares += count * size * midrank * midrank;
      for (let place = start; place < end; place += 1) {
        const item = walk.pool[place] ?? 0;
        sums[item] = (sums[item] ?? 0) + count * midrank;
      }
    }
  }
  return { sums, squares, tieTerm };
}
