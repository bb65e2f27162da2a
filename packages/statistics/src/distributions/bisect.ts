/**
 * Where a rising function crosses zero, by halving the bracket until neighbouring numbers are reached.
 *
 * A function that does not cross zero inside the bracket ends at one of its ends.
 * @example bisect((x) => x * x - 2, 0, 2) // 1.4142135623730951
 */
export function bisect(rising: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
