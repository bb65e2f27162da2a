import type { Rankings } from "./rankings.ts";

/**
 * Rankings whose rows count as often as they weigh, so that whatever counts rows becomes a weighted count.
 *
 * Scaled to a total: respondents (default) for numbers that people read, the effective number for tests and intervals.
 * Rankings without weights come back as they are.
 * @throws RangeError if there are weights and all are 0
 * @example weightsAsCounts({ ...all, weights: Float64Array.of(1, 3) }).counts // [0.5, 1.5]
 */
export function weightsAsCounts(all: Rankings, total: number = all.n): Rankings {
  const { weights, counts, ...rest } = all;
  if (weights === undefined) return all;
  const sum = weightedSize(all)?.sum ?? 0;
  if (!(sum > 0)) throw new RangeError("weightsAsCounts requires a weight above 0");
  return {
    ...rest,
    n: total,
    counts: weights.map((weight, row) => ((counts?.[row] ?? 1) * weight * total) / sum),
  };
}

/**
 * How much weighted rankings weigh together, and how many equally weighted respondents would be worth as much.
 *
 * Source: Kish (1965), Survey Sampling: (Σw)² / Σw².
 * @returns undefined if there are no weights; without `effectiveN` if all are 0
 * @example weightedSize({ ...all, weights: Float64Array.of(1, 3) }) // { sum: 4, effectiveN: 1.6 }
 */
export function weightedSize({
  counts,
  weights,
}: Rankings): { sum: number; effectiveN?: number } | undefined {
  if (weights === undefined) return undefined;
  let [sum, squares] = [0, 0];
  for (const [row, weight] of weights.entries()) {
    const count = counts?.[row] ?? 1;
    sum += count * weight;
    squares += count * weight * weight;
  }
  return { sum, ...(squares > 0 && { effectiveN: (sum * sum) / squares }) };
}
