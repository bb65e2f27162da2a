import type { Question } from "../question.ts";

/** One element of a self-generated code, as a question asks for it. */
export type CodeElement = Extract<Question, { type: "code" }>["elements"][number];

/** Codes that are equally likely: how many, and how likely each. */
export type CodeClass = { count: number; probability: number };

/**
 * How likely the values of an element are, as classes of equally likely ones; adds up to 1.
 *
 * Copied from a random card (its text says "Karte" or "card"): all equally likely. Otherwise: letters fall off as
 * 1, 1/2, 1/3 … over 26 letters (our own assumption: a fixed place in names prefers few letters, more than running German
 * text, of which Beutelspacher, Kryptologie, gives frequencies); days as in the calendar, 29 to 31 being rarer; digits are
 * small counts such as older siblings, 45, 35, 13, 5 and 2 % for 0 to 4 (our own assumption).
 */
export function elementClasses(element: CodeElement): CodeClass[] {
  if (isFromCard(element)) {
    const values = { letter: 26, day: 31, digit: 10 }[element.kind];
    return [{ count: values, probability: 1 / values }];
  }
  switch (element.kind) {
    case "letter":
      return shares(Array.from({ length: 26 }, (_, at) => 1 / (at + 1)));
    case "day":
      return [
        { count: 28, probability: 12 / daysOfYear },
        { count: 1, probability: 11.25 / daysOfYear },
        { count: 1, probability: 11 / daysOfYear },
        { count: 1, probability: 7 / daysOfYear },
      ];
    case "digit":
      return shares([45, 35, 13, 5, 2]);
  }
}

const daysOfYear = 365.25;

function shares(weights: readonly number[]): CodeClass[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => ({ count: 1, probability: weight / total }));
}

/** Chance that two people have the same value; 1 divided by it is the number of values that the element is worth. */
export function sameValueChance(classes: readonly CodeClass[]): number {
  return classes.reduce((sum, { count, probability }) => sum + count * probability ** 2, 0);
}

/** Whether the element is copied from a random card, so that nobody can know it. */
export function isFromCard({ text }: CodeElement): boolean {
  return /karte/i.test(text.de) || /\bcard\b/i.test(text.en);
}

/** Whether colleagues usually know it: a name or birthday of the person's own. Looks at words only. */
export function isKnownToColleagues({ text }: CodeElement): boolean {
  const isOfParents = /mutter|vater|eltern|sorge/i.test(text.de);
  return !isOfParents && /(vor|nach|familien)name|geburtstag|geburtsdat/i.test(text.de);
}
