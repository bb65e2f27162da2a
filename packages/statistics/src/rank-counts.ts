import { RowChoices } from "./rankings/row-choices.ts";
import type { Rankings } from "./rankings.ts";

/**
 * Where respondents placed one item. counts[r − 1]: how often with r − 1 items before it (tied items share the better
 * rank). ranked: how often at all; faced: how often it could have been. rankSum: sum of its midranks where it was
 * ranked. midranks: how often each midrank, ascending, unranked ones sharing the places left.
 */
export type RankCounts = {
  counts: number[];
  ranked: number;
  faced: number;
  rankSum: number;
  midranks: [midrank: number, count: number][];
};

/**
 * The distribution of ranks of every item; rows count as often as they were given. Weights: not used.
 *
 * @example rankCounts(all)[0]?.counts[0] // how often the first item was placed first, ties included
 */
export function rankCounts(all: Rankings): RankCounts[] {
  const k = all.itemCount;
  const found = Array.from({ length: k }, () => ({
    counts: new Array<number>(k).fill(0),
    ranked: 0,
    faced: 0,
    rankSum: 0,
    midranks: new Map<number, number>(),
  }));
  const walk = new RowChoices(all);
  for (let row = 0; row < all.rowCount; row += 1) {
    walk.load(row);
    const count = all.counts?.[row] ?? 1;
    for (let choice = 0; choice <= walk.choices; choice += 1) {
      const start = walk.starts[choice] ?? 0;
      const isRanked = choice < walk.choices;
      const end = isRanked ? (walk.starts[choice + 1] ?? 0) : walk.size;
      const midrank = (start + 1 + end) / 2;
      for (let place = start; place < end; place += 1) {
        const item = found[walk.pool[place] ?? 0];
        if (item === undefined) continue;
        item.faced += count;
        item.midranks.set(midrank, (item.midranks.get(midrank) ?? 0) + count);
        if (!isRanked) continue;
        item.ranked += count;
        item.rankSum += count * midrank;
        item.counts[start] = (item.counts[start] ?? 0) + count;
      }
    }
  }
  return found.map((item) => ({
    ...item,
    midranks: [...item.midranks].sort(([a], [b]) => a - b),
  }));
}
