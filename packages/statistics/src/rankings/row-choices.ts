import type { Rankings } from "../rankings.ts";

/**
 * The choices that make up one ranking: the first choice from all items faced, the next from what is left, and so on.
 *
 * After `load(row)`: choice c picks the items pool[start(c) … starts[c + 1] − 1] (more than one = a tie) out of all
 * items pool[starts[c] … size − 1]. Items not ranked but worse than every ranked one stand at the end of the pool.
 */
export class RowChoices {
  readonly pool: Uint16Array;
  readonly starts: Uint16Array;
  choices = 0;
  size = 0;
  readonly #rankings: Rankings;
  readonly #fill: Uint16Array;

  constructor(rankings: Rankings) {
    this.#rankings = rankings;
    this.pool = new Uint16Array(rankings.itemCount);
    this.starts = new Uint16Array(rankings.itemCount + 2);
    this.#fill = new Uint16Array(rankings.itemCount + 2);
  }

  load(row: number): void {
    const { ranks, itemCount, unranked, presented } = this.#rankings;
    const { pool, starts } = this;
    const fill = this.#fill;
    const base = row * itemCount;
    starts.fill(0);
    let last = 0;
    for (let item = 0; item < itemCount; item += 1) {
      const rank = ranks[base + item] ?? 0;
      if (rank > last) last = rank;
      if (rank > 0) starts[rank] = (starts[rank] ?? 0) + 1;
    }
    for (let rank = 1; rank <= last; rank += 1)
      starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
    fill.set(starts);
    let end = starts[last] ?? 0;
    for (let item = 0; item < itemCount; item += 1) {
      const rank = ranks[base + item] ?? 0;
      if (rank > 0) {
        const place = fill[rank - 1] ?? 0;
        pool[place] = item;
        fill[rank - 1] = place + 1;
      } else if (
        unranked === "below" &&
        (presented === undefined || presented[base + item] === 1)
      ) {
        pool[end] = item;
        end += 1;
      }
    }
    this.choices = last;
    this.size = end;
  }
}
