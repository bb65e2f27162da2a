import type { Rankings } from "./rankings.ts";
import { selectRankings } from "./select-rankings.ts";

/** Each different ranking once, with how many respondents gave it, and where each row went. */
export type UniqueRankings = { unique: Rankings; uniqueOfRow: Uint32Array };

/**
 * Different rankings with their counts, so that later work does not grow with the number of respondents.
 *
 * Order: of first appearance. Weights: rows of different weight stay apart, so that robust errors stay right;
 * with `mergeWeights` they are merged and the weight becomes the mean, which keeps all weighted sums.
 * @example uniqueRankings(all).unique.counts // respondents per different ranking
 */
export function uniqueRankings(
  all: Rankings,
  options: { mergeWeights?: boolean } = {},
): UniqueRankings {
  const { itemCount, rowCount } = all;
  const seen = new Map<number | string, number>();
  const uniqueOfRow = new Uint32Array(rowCount);
  const firstRows: number[] = [];
  const counts: number[] = [];
  const weighted: number[] = [];
  const isNumeric = all.presented === undefined && (itemCount + 1) ** itemCount < 2 ** 53;
  for (let row = 0; row < rowCount; row += 1) {
    const weight = all.weights?.[row] ?? 1;
    const order = isNumeric ? numericKey(all, row) : textKey(all, row);
    const key = all.weights === undefined || options.mergeWeights ? order : `${order}|${weight}`;
    let index = seen.get(key);
    if (index === undefined) {
      index = firstRows.length;
      seen.set(key, index);
      firstRows.push(row);
      counts.push(0);
      weighted.push(0);
    }
    const count = all.counts?.[row] ?? 1;
    uniqueOfRow[row] = index;
    counts[index] = (counts[index] ?? 0) + count;
    weighted[index] = (weighted[index] ?? 0) + count * weight;
  }
  const unique: Rankings = { ...selectRankings(all, firstRows), n: all.n };
  unique.counts = Float64Array.from(counts);
  if (all.weights !== undefined)
    unique.weights = Float64Array.from(weighted, (sum, index) => sum / (counts[index] ?? 1));
  return { unique, uniqueOfRow };
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
