import { quantileSorted } from "simple-statistics";
import { type CountedRows, countRows } from "./counted-rows.ts";
import { seededRandom } from "./seeded-random.ts";
import type { Interval } from "./wilson-interval.ts";

/** How a resampled result was made; printed beside it, so that it can be made again. */
export type BootstrapSettings = { seed: number; draws: number; level: number };

/**
 * Percentile bootstrap: between which bounds a result would move if other, comparable people had answered.
 *
 * Draws respondents with replacement, computes the statistic each time, and cuts off the tails. Only the counts of
 * distinct rows are drawn. The rows are sorted first: the order of respondents does not change the result.
 * Shape: table[respondent][column]; statistic(resample) = one number per quantity; result = one interval for each.
 * Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13. Too narrow for few respondents.
 * @throws RangeError if there is no draw or the level is not between 0 and 1
 * @returns undefined if there are fewer than two respondents
 * @example bootstrapIntervals({ table: [[1], [1]], statistic: countedMeans, seed: 1, draws: 10, level: 0.95 }) // [[1, 1]]
 */
export function bootstrapIntervals(input: {
  table: readonly (readonly number[])[];
  statistic: (resample: CountedRows) => readonly number[];
  seed: number;
  draws: number;
  level: number;
  /** Called after each draw with how many are done, to show progress. */
  onDraw?: ((done: number) => void) | undefined;
}): Interval[] | undefined {
  const { table, statistic, seed, draws, level } = input;
  if (!Number.isInteger(draws) || draws < 1)
    throw new RangeError("bootstrap requires draws from 1");
  if (!(level > 0 && level < 1)) throw new RangeError("bootstrap requires a level between 0 and 1");
  if (table.length < 2) return undefined;
  const data = countRows(table);
  const drawCounts = resampler(data, seededRandom(seed));
  const width = statistic(data).length;
  const columns = Array.from({ length: width }, () => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    const results = statistic({ rows: data.rows, counts: drawCounts(), n: data.n });
    for (const [index, column] of columns.entries()) column[draw] = results[index] ?? Number.NaN;
    input.onDraw?.(draw + 1);
  }
  return columns.map((column) => bounds(column, level));
}

/** Returns a function that draws n respondents and hands out how often each distinct row came up. */
function resampler(data: CountedRows, random: () => number): () => Uint32Array {
  const rowOf = new Uint32Array(data.n);
  let respondent = 0;
  for (let row = 0; row < data.rows.length; row += 1) {
    const end = respondent + (data.counts[row] ?? 0);
    rowOf.fill(row, respondent, end);
    respondent = end;
  }
  const drawn = new Uint32Array(data.rows.length);
  return () => {
    drawn.fill(0);
    for (let pick = 0; pick < data.n; pick += 1) {
      const row = rowOf[Math.floor(random() * data.n)] ?? 0;
      drawn[row] = (drawn[row] ?? 0) + 1;
    }
    return drawn;
  };
}

function bounds(column: Float64Array, level: number): Interval {
  const sorted = Array.from(column.sort());
  const tail = (1 - level) / 2;
  return [quantileSorted(sorted, tail), quantileSorted(sorted, 1 - tail)];
}
