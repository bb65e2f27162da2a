import { type Interval, wilsonInterval } from "../wilson-interval.ts";
import { ranksByPlace, type ShownRanking } from "./shown-ranking.ts";

/** How many respondents left the items in the order shown, and how many would by chance. */
export type StraightThrough = {
  n: number;
  asShown: number;
  reversed: number;
  asShownShare: number;
  asShownInterval: Interval;
  /** Share of each that answering at random would give, over the same numbers of items placed. */
  chanceShare: number;
  /** Indices of the respondents who left the order as shown. */
  respondents: number[];
};

/**
 * Straight-through rankings: answers that leave the items as they were shown, a sign of no answer at all.
 *
 * A ranking is "as shown" if its first places are the first items shown, in that order; "reversed" if all items are
 * placed the other way round. Respondents who placed fewer than three items or tied some are not judged.
 * @throws RangeError if a presented order does not name every item once
 * @returns undefined if nobody can be judged
 * @example straightThrough([{ presented: [1, 0, 2], ranks: [2, 1, 3] }])?.asShown // 1
 */
export function straightThrough(rankings: readonly ShownRanking[]): StraightThrough | undefined {
  let [n, reversed, chance] = [0, 0, 0];
  const respondents: number[] = [];
  for (const [respondent, ranking] of rankings.entries()) {
    const byPlace = ranksByPlace(ranking);
    const placed = byPlace.filter((rank) => rank !== undefined);
    if (placed.length < 3 || new Set(placed).size < placed.length) continue;
    n += 1;
    chance += chanceOf(byPlace.length, placed.length);
    const isAsShown = placed.every((_, place) => byPlace[place] === place + 1);
    if (isAsShown) respondents.push(respondent);
    const isWhole = placed.length === byPlace.length;
    if (isWhole && placed.every((rank, place) => rank === placed.length - place)) reversed += 1;
  }
  const asShownInterval = wilsonInterval(respondents.length, n);
  if (asShownInterval === undefined) return undefined;
  return {
    ...{ n, asShown: respondents.length, reversed, asShownShare: respondents.length / n },
    ...{ asShownInterval, chanceShare: chance / n, respondents },
  };
}

/** 1 in the number of ways to place so many of the items. */
function chanceOf(items: number, placed: number): number {
  let ways = 1;
  for (let place = 0; place < placed; place += 1) ways *= items - place;
  return 1 / ways;
}

/**
 * Whether someone gave the same rating to every item of a block (straight-lining); blanks are passed over.
 *
 * @returns undefined if fewer than three items were rated
 * @example isStraightLined([4, 4, null, 4]) // true
 */
export function isStraightLined(
  ratings: readonly (number | null | undefined)[],
): boolean | undefined {
  const given = ratings.filter((rating) => rating !== null && rating !== undefined);
  return given.length < 3 ? undefined : given.every((rating) => rating === given[0]);
}
