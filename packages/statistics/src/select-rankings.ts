import type { Rankings } from "./rankings.ts";

/**
 * The given rows of the rankings, in the given order; a row may come more than once.
 *
 * @throws RangeError if there is no such row
 * @example selectRankings(all, [0, 2, 2]).rowCount // 3
 */
export function selectRankings(all: Rankings, rows: ArrayLike<number>): Rankings {
  const { itemCount } = all;
  const cells = rows.length * itemCount;
  const ranks = itemCount < 256 ? new Uint8Array(cells) : new Uint16Array(cells);
  const presented = all.presented === undefined ? undefined : new Uint8Array(cells);
  const counts = all.counts === undefined ? undefined : new Float64Array(rows.length);
  const weights = all.weights === undefined ? undefined : new Float64Array(rows.length);
  let n = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? -1;
    if (!Number.isInteger(row) || row < 0 || row >= all.rowCount)
      throw new RangeError("selectRankings requires rows that exist");
    const from = row * itemCount;
    ranks.set(all.ranks.subarray(from, from + itemCount), index * itemCount);
    if (all.presented !== undefined)
      presented?.set(all.presented.subarray(from, from + itemCount), index * itemCount);
    if (counts !== undefined) counts[index] = all.counts?.[row] ?? 0;
    if (weights !== undefined) weights[index] = all.weights?.[row] ?? 0;
    n += all.counts?.[row] ?? 1;
  }
  return {
    itemCount,
    rowCount: rows.length,
    n,
    ranks,
    unranked: all.unranked,
    ...(counts !== undefined && { counts }),
    ...(weights !== undefined && { weights }),
    ...(presented !== undefined && { presented }),
  };
}
