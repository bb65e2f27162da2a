import type { Instrument, Question } from "../instrument.ts";
import { pointer } from "../lint-instrument/issue.ts";
import { placedQuestions } from "../lint-instrument/outline.ts";
import type { LocalizedText } from "../localized-text.ts";

/** One text that asks something: a row that is rated, or the question itself. */
export type AskedText = {
  /** Variable name. */
  variable: string;
  text: LocalizedText;
  /** JSON pointer to the text. */
  path: string;
};

type Part = { value: string; text: LocalizedText };

function partsOf(question: Question): { property: string; parts: readonly Part[] } | undefined {
  switch (question.type) {
    case "matrix":
    case "double-rating":
    case "vignette":
      return { property: "rows", parts: question.rows };
    case "statement-round":
      return { property: "statements", parts: question.statements };
    case "decision":
      return { property: "criteria", parts: question.criteria };
    default:
      return undefined;
  }
}

/** Every text of an instrument that asks something, in order. */
export function askedTexts(instrument: Instrument): AskedText[] {
  return placedQuestions(instrument).flatMap(({ question, path }) => {
    if (question.type === "assigned") return [];
    const { name, title } = question;
    const found = partsOf(question);
    if (found === undefined)
      return [{ variable: name, text: title, path: `${path}${pointer("title")}` }];
    return found.parts.map(({ value, text }, index) => ({
      variable: value,
      text,
      path: `${path}${pointer(found.property, index, "text")}`,
    }));
  });
}
