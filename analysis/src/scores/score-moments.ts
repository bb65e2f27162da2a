import { tCritical } from "@mehrwert/statistics";
import type { ScoreMoments, Scores } from "./score-table.ts";

/**
 * Number, mean, standard deviation (divisor n − 1) and 95 % interval of the mean (Student's t) of those with a score.
 *
 * @example scoreMoments([1, 2, 3, undefined]).mean // 2
 */
export function scoreMoments(scores: Scores): ScoreMoments {
  const given = scores.filter((score) => score !== undefined);
  const n = given.length;
  if (n === 0) return { n };
  const mean = given.reduce((sum, score) => sum + score, 0) / n;
  if (n === 1) return { n, mean };
  const squares = given.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  const sd = Math.sqrt(squares / (n - 1));
  const half = (tCritical(0.95, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, interval: [mean - half, mean + half] };
}

/** Two thirds, rounded up: how many of so many items must be answered where nothing else is said. */
export function usualMinimum(items: number): number {
  return Math.max(1, Math.ceil((2 * items) / 3));
}

/**
 * Mean per respondent of those items that are answered, if there are enough.
 *
 * Shape: items[item][respondent].
 */
export function meanOfItems(
  items: readonly Scores[],
  minimumAnswered: number,
  respondents: number,
): Scores {
  return Array.from({ length: respondents }, (_, respondent) => {
    const given = items.map((item) => item[respondent]).filter((value) => value !== undefined);
    if (given.length < minimumAnswered || given.length === 0) return undefined;
    return given.reduce((sum, value) => sum + value, 0) / given.length;
  });
}
