/** Rows of numbers, each distinct row once with how many respondents gave it. */
export type CountedRows = {
  rows: readonly (readonly number[])[];
  counts: ArrayLike<number>;
  n: number;
};

/**
 * Distinct rows with their counts, in ascending order, so that the order of respondents leaves no trace.
 *
 * @throws RangeError if the rows differ in length
 * @example countRows([[1, 2], [2, 1], [1, 2]]) // { rows: [[1, 2], [2, 1]], counts: [2, 1], n: 3 }
 */
export function countRows(table: readonly (readonly number[])[]): CountedRows {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width)) {
    throw new RangeError("countRows requires rows of the same length");
  }
  const rows: (readonly number[])[] = [];
  const counts: number[] = [];
  for (const row of [...table].sort(compareRows)) {
    const last = rows.at(-1);
    if (last !== undefined && compareRows(last, row) === 0) {
      counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    } else {
      rows.push(row);
      counts.push(1);
    }
  }
  return { rows, counts, n: table.length };
}

/**
 * Mean of each column, a row counting as often as it was given.
 *
 * @throws RangeError if there are no rows
 * @example countedMeans({ rows: [[1, 2], [2, 1]], counts: [3, 1], n: 4 }) // [1.25, 1.75]
 */
export function countedMeans({ rows, counts, n }: CountedRows): number[] {
  if (n === 0) throw new RangeError("countedMeans requires at least one row");
  const width = rows[0]?.length ?? 0;
  const sums = new Array<number>(width).fill(0);
  for (let index = 0; index < rows.length; index += 1) {
    const count = counts[index] ?? 0;
    const row = rows[index];
    if (count === 0 || row === undefined) continue;
    for (let column = 0; column < width; column += 1) {
      sums[column] = (sums[column] ?? 0) + count * (row[column] ?? 0);
    }
  }
  return sums.map((sum) => sum / n);
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
