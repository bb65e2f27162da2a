/**
 * How many ways there are to reach each sum by choosing some of the given whole numbers.
 *
 * Shape: result[sum] = number of subsets; with `size`, only subsets of that many numbers. This is the null
 * distribution of rank sums given the ties (midranks doubled to whole numbers).
 * Source: the generating function Π(1 + x^v); Streitberg and Röhmel (1986), Computational Statistics & Data Analysis 4.
 * @throws RangeError if a value is not a whole number from 0
 * @example subsetSums([1, 2, 3]) // [1, 1, 1, 2, 1, 1, 1]
 */
export function subsetSums(values: readonly number[], size?: number): Float64Array {
  if (values.some((value) => !Number.isInteger(value) || value < 0))
    throw new RangeError("subsetSums requires whole numbers from 0");
  const total = values.reduce((sum, value) => sum + value, 0);
  const layers = size === undefined ? 1 : size + 1;
  const ways = new Float64Array(layers * (total + 1));
  ways[0] = 1;
  for (const value of values) {
    // From the top down, so that no value is used twice.
    for (let layer = layers - 1; layer >= (size === undefined ? 0 : 1); layer -= 1) {
      const to = layer * (total + 1);
      const from = size === undefined ? to : to - (total + 1);
      for (let sum = total; sum >= value; sum -= 1)
        ways[to + sum] = (ways[to + sum] ?? 0) + (ways[from + sum - value] ?? 0);
    }
  }
  return ways.slice((layers - 1) * (total + 1));
}

/**
 * Share of the ways that lie at least as far from the middle as the observed sum.
 *
 * @example subsetSumTail(subsetSums([1, 2, 3]), 6) // 0.25
 */
export function subsetSumTail(ways: Float64Array, observed: number): number {
  let all = 0;
  let weighted = 0;
  for (const [sum, count] of ways.entries()) {
    all += count;
    weighted += sum * count;
  }
  const middle = weighted / all;
  const distance = Math.abs(observed - middle) - 1e-9;
  let far = 0;
  for (const [sum, count] of ways.entries()) if (Math.abs(sum - middle) >= distance) far += count;
  return Math.min(1, far / all);
}
