/**
 * Midranks: the place of each value in ascending order; tied values share the mean of the ranks they span.
 *
 * Shape: values[i] gives ranks[i]. Unit/range: 1 (smallest) to the number of values; the sum is n(n + 1)/2.
 * Source: Kendall (1945), The treatment of ties in ranking problems, Biometrika 33(3), 239–251.
 * @throws RangeError if a value is NaN
 * @example midranks([10, 20, 20, 5]) // [2, 3.5, 3.5, 1]
 */
export function midranks(values: readonly number[]): number[] {
  if (values.some((value) => Number.isNaN(value)))
    throw new RangeError("midranks requires numbers");
  const ascending = values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  const ranks = new Array<number>(values.length).fill(0);
  let start = 0;
  for (const [position, entry] of ascending.entries()) {
    const next = ascending[position + 1];
    if (next !== undefined && next.value === entry.value) continue;
    // Places start … position (from 0) are tied: ranks start + 1 … position + 1.
    const shared = (start + position) / 2 + 1;
    for (const tied of ascending.slice(start, position + 1)) ranks[tied.index] = shared;
    start = position + 1;
  }
  return ranks;
}
