import { type Interval, wilsonInterval } from "../wilson-interval.ts";
import type { RatingTable } from "./rating-table.ts";

/** Mean score of each respondent over the rated items; `undefined` = too few rated. */
export type ScaleScores = {
  scores: (number | undefined)[];
  minimumItems: number;
  /** Respondents with a score, and without. */
  n: number;
  tooFewItems: number;
  mean?: number;
  sd?: number;
};

/**
 * Scale scores: the mean of a respondent's ratings, if enough items were rated.
 *
 * Rule: two thirds of the items, rounded up, unless told otherwise; fewer gives no score rather than a guess.
 * Same as replacing a missing rating by the respondent's own mean (Downey and King 1998, J. General Psychology 125).
 * @throws RangeError if the minimum is not a whole number from 1
 * @example scaleScores(ratingTable([[1, 2, 3], [1, null, null]])).scores // [2, undefined]
 */
export function scaleScores(
  ratings: RatingTable,
  options: { minimumItems?: number } = {},
): ScaleScores {
  const { itemCount, columns } = ratings;
  const minimumItems = options.minimumItems ?? Math.max(1, Math.ceil((2 * itemCount) / 3));
  if (!Number.isInteger(minimumItems) || minimumItems < 1)
    throw new RangeError("scaleScores requires a minimum of whole items from 1");
  const scores = Array.from({ length: ratings.respondentCount }, (_, respondent) => {
    let [rated, sum] = [0, 0];
    for (const column of columns) {
      const rating = column[respondent] ?? Number.NaN;
      if (Number.isNaN(rating)) continue;
      rated += 1;
      sum += rating;
    }
    return rated >= minimumItems ? sum / rated : undefined;
  });
  const given = scores.filter((score) => score !== undefined);
  const n = given.length;
  const mean = given.reduce((sum, score) => sum + score, 0) / n;
  const squares = given.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return {
    ...{ scores, minimumItems, n, tooFewItems: scores.length - n },
    ...(n > 0 && { mean }),
    ...(n > 1 && { sd: Math.sqrt(squares / (n - 1)) }),
  };
}

/** Share at one end of the scale; `isNotable` from 15 %. */
export type EndShare = { count: number; share: number; interval: Interval; isNotable: boolean };

/**
 * Floor and ceiling: how many respondents sit at the ends of the scale, where differences can no longer be seen.
 *
 * Source: the 15 % rule of McHorney and Tarlov (1995), Quality of Life Research 4; Terwee et al. (2007),
 * Journal of Clinical Epidemiology 60, 34–42. Intervals: Wilson, 95 %.
 * @returns undefined if nobody has a score
 * @example floorAndCeiling([1, 3, 5, 5], [1, 5])?.ceiling.share // 0.5
 */
export function floorAndCeiling(
  scores: readonly (number | undefined)[],
  range: readonly [lowest: number, highest: number],
): { floor: EndShare; ceiling: EndShare; n: number } | undefined {
  const given = scores.filter((score) => score !== undefined);
  const [lowest, highest] = range;
  const floor = endShare(given.filter((score) => score <= lowest + 1e-9).length, given.length);
  const ceiling = endShare(given.filter((score) => score >= highest - 1e-9).length, given.length);
  return floor && ceiling && { floor, ceiling, n: given.length };
}

function endShare(count: number, n: number): EndShare | undefined {
  const interval = wilsonInterval(count, n);
  if (interval === undefined) return undefined;
  return { count, share: count / n, interval, isNotable: count / n >= 0.15 };
}
