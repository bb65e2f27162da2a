/** Numbers of categories or answers that are shown as one; a single one stands alone. */
export type Block = readonly number[];

/** A sum over the places a list names. */
export function sumAt(values: readonly number[], places: Iterable<number>): number {
  let sum = 0;
  for (const place of places) sum += values[place] ?? 0;
  return sum;
}

/**
 * The blocks of a breakdown: each shown category alone, in order, then the hidden ones together as the rest. If
 * nobody is in any hidden one there is no rest: that is known from the others.
 *
 * @example columnBlocks([12, 4, 11], [false, true, true]) // [[0], [1, 2]]
 */
export function columnBlocks(sizes: readonly number[], hidden: readonly boolean[]): number[][] {
  const all = [...sizes.keys()];
  const rest = all.filter((place) => hidden[place] === true);
  const shown = all.filter((place) => hidden[place] !== true).map((place) => [place]);
  return sumAt(sizes, rest) > 0 ? [...shown, rest] : shown;
}

/** The block that each of `length` places is in; -1 for none. */
export function blockOfEach(blocks: readonly Block[], length: number): number[] {
  const of = Array.from({ length }, () => -1);
  for (const [block, places] of blocks.entries()) for (const place of places) of[place] = block;
  return of;
}

/** Counts added up to blocks: result[row block][column block]. */
export function countsInBlocks(
  counts: readonly (readonly number[])[],
  rows: readonly Block[],
  columns: readonly Block[],
): number[][] {
  return rows.map((places) =>
    columns.map((column) =>
      places.reduce((sum, place) => sum + sumAt(counts[place] ?? [], column), 0),
    ),
  );
}
