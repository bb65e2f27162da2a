import { itemCount, type PartialRankings } from "./complete-rankings.ts";

/** For every pair of items: how many respondents compared them, and how many preferred the row to the column. */
export type PairwisePreferences = { preferred: number[][]; compared: number[][] };

/**
 * Pairwise preferences: item against item, how many respondents value the one more than the other.
 *
 * Shape: preferred[row][column] counts respondents with row placed before column; compared is symmetric.
 * Missing: a placed item is preferred to one not placed; two that were not placed are not compared.
 * Ties: compared, but neither is preferred.
 * @example pairwisePreferences([[1, 2, undefined]]).preferred // [[0, 1, 1], [0, 0, 1], [0, 0, 0]]
 */
export function pairwisePreferences(rankings: PartialRankings): PairwisePreferences {
  const items = itemCount(rankings);
  const preferred = zeros(items);
  const compared = zeros(items);
  for (const ranks of rankings) {
    for (const [row, rowRank] of ranks.entries()) {
      for (const [column, columnRank] of ranks.entries()) {
        if (row === column || (rowRank === undefined && columnRank === undefined)) continue;
        increment(compared, row, column);
        if ((rowRank ?? Infinity) < (columnRank ?? Infinity)) increment(preferred, row, column);
      }
    }
  }
  return { preferred, compared };
}

function zeros(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

function increment(matrix: number[][], row: number, column: number): void {
  const cells = matrix[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + 1;
}
