import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import { completeRatings, type RatingTable } from "./rating-table.ts";

/** Whether a pair of items uses all who rated both, or only those who rated every item. */
export type MissingRatings = "pairwise" | "listwise";

/**
 * Means and covariances of items; matrix[i × k + j], divisor n − 1.
 *
 * `counts[item]` = who rated the item; `n` = who rated both items of the pair with fewest such respondents.
 */
export type ItemCovariances = {
  exists: true;
  k: number;
  n: number;
  missing: MissingRatings;
  means: number[];
  counts: number[];
  matrix: Float64Array;
};

/**
 * Covariances of items, the raw material of reliability.
 *
 * Missing: "pairwise" uses for each pair all who rated both; "listwise" only respondents who rated every item.
 * @returns "one-item", "fewer-than-two-respondents", "no-overlap" (with the items) or "constant-item" (with the items)
 * @example itemCovariances(ratingTable([[1, 2], [2, 1]]))
 */
export function itemCovariances(
  given: RatingTable,
  missing: MissingRatings = "pairwise",
): ItemCovariances | NoStatistic {
  const table = missing === "listwise" ? completeRatings(given) : given;
  const k = table.itemCount;
  if (k < 2) return noStatistic("one-item");
  if (table.respondentCount < 2) return noStatistic("fewer-than-two-respondents");
  const counted = table.columns.map(countedMean);
  const empty = counted.flatMap(({ n }, item) => (n < 2 ? [item] : []));
  if (empty.length > 0) return noStatistic("fewer-than-two-respondents", empty);
  const means = counted.map(({ mean }) => mean);
  // Distances from the mean: sums of squares of raw ratings would lose digits.
  const centred = table.columns.map((column, item) => column.map((x) => x - (means[item] ?? 0)));
  const sums = table.isComplete ? completeSums(centred) : presentSums(centred);
  const matrix = new Float64Array(k * k);
  let n = table.respondentCount;
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const pairN = sums.n[i * k + j] ?? 0;
      if (pairN < 2) return noStatistic("no-overlap", [j, i]);
      n = Math.min(n, pairN);
      const shift = ((sums.own[i * k + j] ?? 0) * (sums.own[j * k + i] ?? 0)) / pairN;
      const covariance = ((sums.product[i * k + j] ?? 0) - shift) / (pairN - 1);
      matrix[i * k + j] = covariance;
      matrix[j * k + i] = covariance;
    }
  }
  const constant = means.flatMap((mean, item) =>
    (matrix[item * k + item] ?? 0) <= 1e-24 * Math.max(1, mean * mean) ? [item] : [],
  );
  if (constant.length > 0) return noStatistic("constant-item", constant);
  const counts = counted.map((item) => item.n);
  return { exists: true, k, n, missing, means, counts, matrix };
}

/**
 * Correlations from covariances; matrix[i × k + j].
 *
 * @example correlationsOf(covariances)[1] // between the first and the second item
 */
export function correlationsOf({ k, matrix }: { k: number; matrix: Float64Array }): Float64Array {
  const deviations = Array.from({ length: k }, (_, i) => Math.sqrt(matrix[i * k + i] ?? 0));
  return matrix.map((covariance, cell) => {
    const [i, j] = [Math.floor(cell / k), cell % k];
    return i === j ? 1 : covariance / ((deviations[i] ?? 1) * (deviations[j] ?? 1));
  });
}

function countedMean(column: Float64Array): { n: number; mean: number } {
  let [n, sum] = [0, 0];
  for (let index = 0; index < column.length; index += 1) {
    const x = column[index] ?? Number.NaN;
    if (Number.isNaN(x)) continue;
    n += 1;
    sum += x;
  }
  return { n, mean: n === 0 ? 0 : sum / n };
}

/** Rows are taken in blocks that stay in the processor's cache while all pairs of items use them. */
const blockSize = 1024;

/**
 * Over the respondents who rated both items: n[i × k + j] their number, product[i × k + j] sum of products, and
 * own[i × k + j] the sum of item i. Only i ≥ j is filled, but for `own`.
 */
type PairSums = { n: Float64Array; own: Float64Array; product: Float64Array };

function completeSums(columns: readonly Float64Array[]): PairSums {
  const k = columns.length;
  const length = columns[0]?.length ?? 0;
  const product = new Float64Array(k * k);
  for (let from = 0; from < length; from += blockSize) {
    const blocks = columns.map((column) => column.subarray(from, from + blockSize));
    for (const [i, a] of blocks.entries()) {
      for (let j = 0; j <= i; j += 1) {
        const b = blocks[j] ?? a;
        let sum = 0;
        for (let row = 0; row < a.length; row += 1) sum += (a[row] ?? 0) * (b[row] ?? 0);
        product[i * k + j] = (product[i * k + j] ?? 0) + sum;
      }
    }
  }
  // Sums of centred columns are zero but for rounding.
  return { n: new Float64Array(k * k).fill(length), own: new Float64Array(k * k), product };
}

function presentSums(columns: readonly Float64Array[]): PairSums {
  const k = columns.length;
  const length = columns[0]?.length ?? 0;
  const sums = {
    n: new Float64Array(k * k),
    own: new Float64Array(k * k),
    product: new Float64Array(k * k),
  };
  const add = (cells: Float64Array, cell: number, value: number) => {
    cells[cell] = (cells[cell] ?? 0) + value;
  };
  for (let from = 0; from < length; from += blockSize) {
    const given = columns.map((column) => column.subarray(from, from + blockSize));
    // Missing = 0 with weight 0: sums without a branch.
    const weights = given.map((block) => block.map((x) => (Number.isNaN(x) ? 0 : 1)));
    const blocks = given.map((block) => block.map((x) => (Number.isNaN(x) ? 0 : x)));
    for (const [i, a] of blocks.entries()) {
      const wa = weights[i] ?? a;
      for (let j = 0; j <= i; j += 1) {
        const b = blocks[j] ?? a;
        const wb = weights[j] ?? a;
        let n = 0;
        let ownA = 0;
        let ownB = 0;
        let product = 0;
        for (let row = 0; row < a.length; row += 1) {
          const x = a[row] ?? 0;
          const y = b[row] ?? 0;
          const wx = wa[row] ?? 0;
          const wy = wb[row] ?? 0;
          n += wx * wy;
          ownA += x * wy;
          ownB += y * wx;
          product += x * y;
        }
        add(sums.n, i * k + j, n);
        add(sums.product, i * k + j, product);
        add(sums.own, i * k + j, ownA);
        if (i !== j) add(sums.own, j * k + i, ownB);
      }
    }
  }
  return sums;
}
