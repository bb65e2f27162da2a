import type { Question } from "../instrument.ts";

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

/** What stands under one key of an answer with rows, where a condition can look: keys without a dot. Undefined where there is none. */
export function optionsUnder(question: Question, key: string): Codes | undefined {
  switch (question.type) {
    case "matrix":
      return question.rows.some(({ value }) => value === key) ? question.columns : undefined;
    case "vignette":
      return question.rows.find(({ value }) => value === key)?.columns;
    case "decision":
      return question.criteria.some(({ value }) => value === key) ? question.columns : undefined;
    case "roster":
      return question.entries.some(({ value }) => value === key) ? [{ value: 1 }] : undefined;
    default:
      return undefined;
  }
}
