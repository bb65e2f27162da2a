import type { AlphaDifference } from "./alpha-level.ts";

/** Values of all categories, with how often each occurs among the values compared. */
type CountedValues = { counts: Float64Array; values: Float64Array };

/**
 * The squared difference δ² of two categories, ready to be called for every pair of values.
 *
 * Nominal: 0 or 1. Ordinal: the values between the two, each end counted half, squared: the squared difference of midranks.
 * Interval: (c − k)². Ratio: ((c − k) / (c + k))².
 * Source: Krippendorff (2019), Content analysis, 4th ed., 12.3.3.
 * @throws RangeError if a ratio-level value is negative
 * @example differenceOf({ level: "interval" }, { counts, values: Float64Array.of(1, 4) })(0, 1) // 9
 */
export function differenceOf(
  difference: AlphaDifference,
  found: CountedValues,
): (category: number, other: number) => number {
  if ("distance" in difference) return difference.distance;
  const { level } = difference;
  if (level === "nominal") return (category, other) => (category === other ? 0 : 1);
  const scores = level === "ordinal" ? midranksOf(found.counts) : found.values;
  if (level !== "ratio")
    return (category, other) => ((scores[category] ?? 0) - (scores[other] ?? 0)) ** 2;
  if (found.values.some((value) => value < 0))
    throw new RangeError("the ratio level requires values from 0");
  return (category, other) => {
    const [a, b] = [scores[category] ?? 0, scores[other] ?? 0];
    return a === b ? 0 : ((a - b) / (a + b)) ** 2;
  };
}

/**
 * Sum of δ² over all ordered pairs of values, whichever unit they belong to.
 *
 * Nominal, ordinal and interval have closed forms, so that many different values cost no more than few.
 */
export function sumOfAllDifferences(difference: AlphaDifference, found: CountedValues): number {
  const { counts, values } = found;
  const level = "level" in difference ? difference.level : undefined;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (level === "nominal") return counts.reduce((sum, count) => sum + count * (total - count), 0);
  if (level === "ordinal") return squaredDifferences(counts, midranksOf(counts), total);
  if (level === "interval") return squaredDifferences(counts, values, total);
  const between = differenceOf(difference, found);
  let sum = 0;
  for (let category = 1; category < counts.length; category += 1) {
    const count = counts[category] ?? 0;
    if (count === 0) continue;
    for (let other = 0; other < category; other += 1)
      sum += count * (counts[other] ?? 0) * between(category, other);
  }
  return 2 * sum;
}

/** Taken from the mean first, so that large values with small differences keep their digits. */
function squaredDifferences(counts: Float64Array, scores: Float64Array, total: number): number {
  let mean = 0;
  for (const [category, count] of counts.entries()) mean += count * (scores[category] ?? 0);
  mean /= total;
  let squares = 0;
  for (const [category, count] of counts.entries())
    squares += count * ((scores[category] ?? 0) - mean) ** 2;
  return 2 * total * squares;
}

function midranksOf(counts: Float64Array): Float64Array {
  let below = 0;
  return counts.map((count) => {
    const midrank = below + count / 2;
    below += count;
    return midrank;
  });
}
