import { tCritical } from "../distributions/t-distribution.ts";
import { type Interval, wilsonInterval } from "../wilson-interval.ts";
import type { MaxDiffChoices } from "./maxdiff-choices.ts";

/** How one item fared; shares and score are missing if it was never shown. */
export type MaxDiffCount = {
  item: number;
  shown: number;
  best: number;
  worst: number;
  bestShare?: number;
  bestInterval?: Interval;
  worstShare?: number;
  worstInterval?: Interval;
  /** (best − worst)/shown, −1 (always worst) to 1 (always best). */
  score?: number;
  /** Missing for fewer than two respondents. */
  scoreInterval?: Interval;
};

/**
 * Best–worst counts: how often each item was chosen as best and as worst, of how often it was shown.
 *
 * Intervals: shares by Wilson (95 %, tasks as if independent); scores by the spread between respondents (ratio
 * estimator, Student's t with respondents − 1), since one person's tasks resemble each other.
 * Source: Finn and Louviere (1992), Journal of Public Policy & Marketing 11, 12–25; Cochran (1977), Sampling
 * Techniques, 3rd ed., section 6.3.
 * @throws RangeError if the level is not between 0 and 1
 * @example maxDiffCounts(choices)[0]?.score
 */
export function maxDiffCounts(
  choices: MaxDiffChoices,
  options: { level?: number } = {},
): MaxDiffCount[] {
  return Array.from({ length: choices.itemCount }, (_, item) => {
    const people = respondentTallies(choices, item);
    const total = { shown: 0, best: 0, worst: 0 };
    for (const { shown, best, worst } of people) {
      total.shown += shown;
      total.best += best;
      total.worst += worst;
    }
    const bestInterval = wilsonInterval(total.best, total.shown);
    const worstInterval = wilsonInterval(total.worst, total.shown);
    if (bestInterval === undefined || worstInterval === undefined) return { item, ...total };
    const score = (total.best - total.worst) / total.shown;
    const scoreInterval = ratioInterval(people, score, total.shown, options.level ?? 0.95);
    return {
      ...{ item, ...total, bestShare: total.best / total.shown, bestInterval },
      ...{ worstShare: total.worst / total.shown, worstInterval, score },
      ...(scoreInterval !== undefined && { scoreInterval }),
    };
  });
}

/** One respondent's showings and choices of one item. */
export type RespondentTally = { respondent: number; shown: number; best: number; worst: number };

/**
 * What each respondent did with one item, for respondents who were shown it, by ascending respondent.
 *
 * @example respondentTallies(choices, 0)[0]?.best
 */
export function respondentTallies(choices: MaxDiffChoices, item: number): RespondentTally[] {
  const people = new Map<number, RespondentTally>();
  for (const { respondent, shown, best, worst } of choices.tasks) {
    if (!shown.includes(item)) continue;
    const tally = people.get(respondent) ?? { respondent, shown: 0, best: 0, worst: 0 };
    tally.shown += 1;
    tally.best += Number(best === item);
    tally.worst += Number(worst === item);
    people.set(respondent, tally);
  }
  return [...people.values()].sort((a, b) => a.respondent - b.respondent);
}

function ratioInterval(
  people: readonly RespondentTally[],
  score: number,
  shown: number,
  level: number,
): Interval | undefined {
  const n = people.length;
  if (n < 2) return undefined;
  const squares = people.reduce(
    (sum, person) => sum + (person.best - person.worst - score * person.shown) ** 2,
    0,
  );
  const half = (tCritical(level, n - 1) * Math.sqrt((n / (n - 1)) * squares)) / shown;
  return [Math.max(-1, score - half), Math.min(1, score + half)];
}
