import type { QuestionOf } from "./question.ts";

/** A version of a design: its sets, each the places of options in `choices`, from 0. */
export type MaxdiffVersion = readonly (readonly number[])[];

/**
 * Two sets of four each, which together show every one of eight options once. All seven couples together
 * show every option seven times and every pair of options three times.
 */
const couples: readonly (readonly [string, string])[] = [
  ["1357", "2468"],
  ["1256", "3478"],
  ["1458", "2367"],
  ["1234", "5678"],
  ["1368", "2457"],
  ["1278", "3456"],
  ["1467", "2358"],
];

/** Choices of four couples in which some pair of options never meets. */
const unbalanced: ReadonlySet<string> = new Set([
  "1247",
  "1256",
  "1346",
  "1357",
  "2345",
  "2367",
  "4567",
]);

/**
 * The versions of a MaxDiff design, of which every participant is given one.
 *
 * `couples-of-8`: 28 versions of eight sets of four. In each version every option appears four times and every pair
 * at least once; over all versions together every pair appears 48 times. The sets 0 and 1, 2 and 3, … are couples
 * that share no option.
 */
export function maxdiffVersions(
  question: Pick<QuestionOf<"maxdiff">, "design">,
): readonly MaxdiffVersion[] {
  return question.design === "couples-of-8" ? versionsOfEight : question.design;
}

const versionsOfEight: readonly MaxdiffVersion[] = choicesOfFour(couples.length)
  .filter((numbers) => !unbalanced.has(numbers.join("")))
  .map((numbers) => numbers.flatMap((number) => (couples[number - 1] ?? []).map(placesOf)));

function placesOf(set: string): number[] {
  return [...set].map((digit) => Number(digit) - 1);
}

/** All ascending choices of four of the numbers from 1 to `most`. */
function choicesOfFour(most: number): number[][] {
  let choices: number[][] = [[]];
  for (let size = 0; size < 4; size += 1) {
    choices = choices.flatMap((choice) => {
      const first = (choice.at(-1) ?? 0) + 1;
      return Array.from({ length: most - first + 1 }, (_, step) => [...choice, first + step]);
    });
  }
  return choices;
}
