import type { Question } from "../instrument.ts";
import { askedParts } from "./asked-parts.ts";

/** Codes that a condition may name. */
type Codes = readonly { value: string | number }[];

/** What a question without rows can be answered with; undefined for texts and questions with rows. */
export function wholeOptions(question: Question): Codes | undefined {
  switch (question.type) {
    case "nps":
      return Array.from({ length: 11 }, (_, value) => ({ value }));
    case "number-band":
      return question.bands;
    case "radiogroup":
    case "checkbox":
    case "ranking":
    case "assigned":
      return question.choices;
    default:
      return undefined;
  }
}

/**
 * What stands under one key of an answer with rows; undefined where there is no such key. `any`: whatever is written.
 * The sets of MaxDiff and the hashes of a code are no concern of conditions.
 */
export function optionsUnder(question: Question, key: string): Codes | "any" | undefined {
  const part = askedParts(question, "")?.find(({ id }) => id === key);
  if (part !== undefined) return part.options;
  const [row, what] = key.split(".");
  switch (question.type) {
    case "roster":
      return question.entries.some(({ value }) => value === key) ? [{ value: 1 }] : undefined;
    case "decision":
      return what === "weight" && question.criteria.some(({ value }) => value === row)
        ? question.weights
        : undefined;
    case "statement-round":
      return what === "reason" && question.statements.some(({ value }) => value === row)
        ? "any"
        : undefined;
    default:
      return undefined;
  }
}
