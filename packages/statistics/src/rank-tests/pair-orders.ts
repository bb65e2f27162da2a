/** Sums over groups of t tied values: pairs t(t − 1)/2, triples t(t − 1)(t − 2), cubic t(t − 1)(2t + 5). */
export type TieSums = { pairs: number; triples: number; cubic: number };

/** Pairs in the same order, in reverse order, and the ties of either list. */
export type PairOrders = {
  concordant: number;
  discordant: number;
  tiedX: TieSums;
  tiedY: TieSums;
};

/**
 * Counts pairs of things ordered alike and ordered in reverse by two lists of values, in n log n steps.
 *
 * Source: Knight (1966), Journal of the American Statistical Association 61, 436–439.
 * @example countPairOrders([1, 2, 3], [1, 3, 2]).discordant // 1
 */
export function countPairOrders(x: readonly number[], y: readonly number[]): PairOrders {
  const order = x.map((_, index) => index);
  order.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0));
  const sortedY = order.map((index) => y[index] ?? 0);
  const tiedX = tieSums(order.map((index) => x[index] ?? 0));
  let both = 0;
  let run = 1;
  for (let place = 1; place <= order.length; place += 1) {
    const [a, b] = [order[place - 1] ?? 0, order[place] ?? 0];
    if (place < order.length && x[a] === x[b] && y[a] === y[b]) run += 1;
    else {
      both += (run * (run - 1)) / 2;
      run = 1;
    }
  }
  const discordant = inversions(sortedY);
  const tiedY = tieSums(sortedY);
  const pairs = (x.length * (x.length - 1)) / 2;
  const concordant = pairs - tiedX.pairs - tiedY.pairs + both - discordant;
  return { concordant, discordant, tiedX, tiedY };
}

/**
 * Sums over the groups of equal neighbours in a sorted list.
 *
 * @example tieSums([1, 1, 2]) // { pairs: 1, triples: 0, cubic: 18 }
 */
export function tieSums(sorted: readonly number[]): TieSums {
  const sums = { pairs: 0, triples: 0, cubic: 0 };
  let run = 1;
  for (let place = 1; place <= sorted.length; place += 1) {
    if (place < sorted.length && sorted[place] === sorted[place - 1]) run += 1;
    else {
      sums.pairs += (run * (run - 1)) / 2;
      sums.triples += run * (run - 1) * (run - 2);
      sums.cubic += run * (run - 1) * (2 * run + 5);
      run = 1;
    }
  }
  return sums;
}

/** Sorts by merging, counting how often a smaller value passes greater ones; the list is left sorted. */
function inversions(values: number[]): number {
  let count = 0;
  let from = Float64Array.from(values);
  let to = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [left, right] = [start, middle];
      for (let place = start; place < end; place += 1) {
        const takeRight = right < end && (left >= middle || (from[right] ?? 0) < (from[left] ?? 0));
        if (takeRight) count += middle - left;
        to[place] = (takeRight ? from[right++] : from[left++]) ?? 0;
      }
    }
    [from, to] = [to, from];
  }
  for (const [place, value] of from.entries()) values[place] = value;
  return count;
}
