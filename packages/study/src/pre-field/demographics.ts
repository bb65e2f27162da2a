import type { Instrument, ResponseOption } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";

/** Below this many, a group of people with the same details can be recognised. */
const smallestGroup = 5;

/** What the details asked about a person add up to. */
export type Demographics = {
  questions: { name: string; title: LocalizedText; options: number }[];
  /** Number of combinations of all of them. */
  combinations: number;
  /** Undefined if nobody said how many will answer. */
  expected: SmallGroups | undefined;
  /** The same without the question with most options, and with that question coarsened to two. */
  withoutLargest: { question: string; combinations: number; coarsened: number } | undefined;
};

/** Expected numbers if everybody were spread evenly over the combinations; real people cluster, which leaves more alone. */
export type SmallGroups = {
  respondents: number;
  /** Combinations with one to four people. */
  smallGroups: number;
  /** People in them. */
  people: number;
};

const missingCodes: ReadonlySet<ResponseOption["value"]> = new Set<ResponseOption["value"]>(
  missingOptionCodes,
);

/**
 * How many groups the details asked of a person (`d-…`) form together, and how many of them will be so small that a
 * person can be recognised. Single choices only; missing options do not count as details.
 *
 * Expected numbers are those of a binomial distribution with equal shares.
 * @returns undefined if no details are asked
 */
export function demographics(
  instrument: Instrument,
  expectedRespondents: number | undefined,
): Demographics | undefined {
  const questions = instrument.pages
    .flatMap(({ elements }) => elements)
    .flatMap((question) => {
      if (!question.name.startsWith("d-")) return [];
      const isSingle = question.type === "radiogroup" || question.type === "number-band";
      if (!isSingle) return [];
      const all = question.type === "radiogroup" ? question.choices : question.bands;
      const options = all.filter(({ value }) => !missingCodes.has(value)).length;
      return [{ name: question.name, title: question.title, options }];
    });
  if (questions.length === 0) return undefined;
  const combinations = questions.reduce((product, { options }) => product * options, 1);
  const largest = questions.toSorted((a, b) => b.options - a.options)[0];
  return {
    questions,
    combinations,
    expected:
      expectedRespondents === undefined
        ? undefined
        : smallGroups(combinations, expectedRespondents),
    withoutLargest: largest && {
      question: largest.name,
      combinations: combinations / largest.options,
      coarsened: (combinations / largest.options) * Math.min(2, largest.options),
    },
  };
}

/** Expected small groups when `respondents` people spread evenly over `combinations`. */
export function smallGroups(combinations: number, respondents: number): SmallGroups {
  const share = 1 / combinations;
  let probability = (1 - share) ** respondents;
  let [groups, people] = [0, 0];
  for (let size = 1; size < Math.min(smallestGroup, respondents + 1); size += 1) {
    // From P(size − 1) to P(size) of a binomial distribution; with one combination everybody is in it.
    probability =
      share === 1
        ? Number(size === respondents)
        : (probability * (respondents - size + 1) * share) / (size * (1 - share));
    groups += combinations * probability;
    people += combinations * probability * size;
  }
  return { respondents, smallGroups: groups, people };
}
