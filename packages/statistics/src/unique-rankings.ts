import type { Rankings } from "./rankings.ts";
import { selectRankings } from "./select-rankings.ts";

/** Each different ranking once, with how many respondents gave it, and where each row went. */
export type UniqueRankings = { unique: Rankings; uniqueOfRow: Uint32Array };

/**
 * Different rankings with their counts, so that later work does not grow with the number of respondents.
 *
 * Order: ascending by ranks (and weight), so that the order of respondents leaves no trace in what is drawn from it. Weights: rows of different weight stay apart, so that robust errors stay right;
 * with `mergeWeights` they are merged and the weight becomes the mean, which keeps all weighted sums.
 * @example uniqueRankings(all).unique.counts // respondents per different ranking
 */
export function uniqueRankings(
  all: Rankings,
  options: { mergeWeights?: boolean } = {},
): UniqueRankings {
  const { itemCount, rowCount } = all;
  const isNumeric = all.presented === undefined && (itemCount + 1) ** itemCount < 2 ** 53;
  const keepsWeights = all.weights !== undefined && options.mergeWeights !== true;
  const seen = new Map<number | string, number>();
  const found: FoundRow[] = [];
  // First the place in which each row was found; in the end, the place after sorting.
  const uniqueOfRow = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const weight = all.weights?.[row] ?? 1;
    const order = isNumeric ? numericKey(all, row) : textKey(all, row);
    const key = keepsWeights ? `${order}|${weight}` : order;
    let place = seen.get(key);
    if (place === undefined) {
      place = found.length;
      seen.set(key, place);
      found.push({ place, order, weight: keepsWeights ? weight : 1, row, count: 0, weighted: 0 });
    }
    const entry = found[place];
    if (entry === undefined) continue;
    const count = all.counts?.[row] ?? 1;
    uniqueOfRow[row] = place;
    entry.count += count;
    entry.weighted += count * weight;
  }
  found.sort(byOrderThenWeight);
  const uniqueOfPlace = new Uint32Array(found.length);
  for (const [index, { place }] of found.entries()) uniqueOfPlace[place] = index;
  const unique: Rankings = {
    ...selectRankings(
      all,
      found.map(({ row }) => row),
    ),
    n: all.n,
    counts: Float64Array.from(found, ({ count }) => count),
  };
  if (all.weights !== undefined)
    unique.weights = Float64Array.from(found, ({ count, weighted }) => weighted / count);
  for (let row = 0; row < rowCount; row += 1)
    uniqueOfRow[row] = uniqueOfPlace[uniqueOfRow[row] ?? 0] ?? 0;
  return { unique, uniqueOfRow };
}

type FoundRow = {
  place: number;
  order: number | string;
  weight: number;
  row: number;
  count: number;
  weighted: number;
};

function byOrderThenWeight(a: FoundRow, b: FoundRow): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.weight - b.weight;
}

function numericKey({ ranks, itemCount }: Rankings, row: number): number {
  let key = 0;
  for (let cell = row * itemCount; cell < (row + 1) * itemCount; cell += 1)
    key = key * (itemCount + 1) + (ranks[cell] ?? 0);
  return key;
}

function textKey({ ranks, itemCount, presented }: Rankings, row: number): string {
  const [from, to] = [row * itemCount, (row + 1) * itemCount];
  const order = String.fromCharCode(...ranks.subarray(from, to));
  return presented === undefined ? order : `${order}|${presented.subarray(from, to).join("")}`;
}
