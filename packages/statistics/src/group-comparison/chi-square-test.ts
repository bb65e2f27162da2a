import { chiSquareTail } from "../chi-square-tail.ts";
import { chiSquareLog10Tail } from "../distributions/chi-square-log-tail.ts";
import { noncentralityInterval } from "../distributions/noncentral-chi-square.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import type { Interval } from "../wilson-interval.ts";

/** Two categorical variables compared. */
export type ChiSquareTest = {
  exists: true;
  chiSquare: number;
  df: number;
  p: number;
  log10P: number;
  n: number;
  expected: number[][];
  /** Share of cells with an expected count below 5; from a fifth on, the approximation is doubtful. */
  shareOfSmallExpected: number;
  cramersV: number;
  cramersVCorrected: number;
  cramersVInterval: Interval;
};

/**
 * Chi-square test with Cramér's V: whether two categorical variables go together, and how closely.
 *
 * Shape: counts[row][column]; rows and columns without counts are left out. No continuity correction.
 * V: 0 to 1; `cramersVCorrected` without the upward bias of small samples. Interval: by the noncentrality,
 * √(λ/(n(m − 1))), m the smaller number of rows or columns; for V of the population, so it may lie below the raw V.
 * Source: Pearson (1900); Cramér (1946); Bergsma (2013), Journal of the Korean Statistical Society 42, 323–328;
 * Steiger (2004), Psychological Methods 9, 164–182.
 * @throws RangeError if counts are not whole numbers from 0 or rows differ in length
 * @returns "no-variance" if fewer than two rows or columns have counts
 * @example chiSquareTest([[30, 10], [20, 40]])
 */
export function chiSquareTest(
  counts: readonly (readonly number[])[],
  options: { level?: number } = {},
): ChiSquareTest | NoStatistic {
  const table = withoutEmpty(counts);
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  if (rows < 2 || columns < 2) return noStatistic("no-variance");
  const rowSums = table.map(sum);
  const columnSums = Array.from({ length: columns }, (_, j) =>
    sum(table.map((row) => row[j] ?? 0)),
  );
  const n = sum(rowSums);
  const expected = rowSums.map((row) => columnSums.map((column) => (row * column) / n));
  const cells = table.flatMap((row, i) =>
    row.map((count, j) => ({ count, expected: expected[i]?.[j] ?? 1 })),
  );
  const chiSquare = sum(cells.map((cell) => (cell.count - cell.expected) ** 2 / cell.expected));
  const df = (rows - 1) * (columns - 1);
  const smaller = Math.min(rows, columns) - 1;
  const noncentrality = noncentralityInterval(chiSquare, df, options.level ?? 0.95);
  const [lower, upper] = noncentrality.map((value) =>
    Math.min(1, Math.sqrt(value / (n * smaller))),
  );
  return {
    ...{ exists: true, chiSquare, df, p: chiSquareTail(chiSquare, df) },
    ...{ log10P: chiSquareLog10Tail(chiSquare, df), n, expected },
    shareOfSmallExpected: cells.filter((cell) => cell.expected < 5).length / cells.length,
    cramersV: Math.min(1, Math.sqrt(chiSquare / (n * smaller))),
    cramersVCorrected: correctedV(chiSquare / n, n, rows, columns),
    cramersVInterval: [lower ?? 0, upper ?? 1],
  };
}

function correctedV(phiSquared: number, n: number, rows: number, columns: number): number {
  const corrected = Math.max(0, phiSquared - ((rows - 1) * (columns - 1)) / (n - 1));
  const smaller = Math.min(
    rows - (rows - 1) ** 2 / (n - 1),
    columns - (columns - 1) ** 2 / (n - 1),
  );
  return smaller > 1 ? Math.min(1, Math.sqrt(corrected / (smaller - 1))) : 0;
}

function withoutEmpty(counts: readonly (readonly number[])[]): number[][] {
  const width = counts[0]?.length ?? 0;
  if (counts.some((row) => row.length !== width))
    throw new RangeError("chiSquareTest requires rows of the same length");
  if (counts.flat().some((count) => !Number.isInteger(count) || count < 0))
    throw new RangeError("chiSquareTest requires whole counts from 0");
  const filled = counts.filter((row) => sum(row) > 0);
  const used = Array.from({ length: width }, (_, j) => filled.some((row) => (row[j] ?? 0) > 0));
  return filled.map((row) => row.filter((_, j) => used[j] === true));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
