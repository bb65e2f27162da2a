import type { Answer, Question } from "@mehrwert/study";

/**
 * What of an answer to an older version of a question may stand as an answer to this one; undefined if nothing may.
 * Rows of a matrix are answers of their own and stay one by one. A choice of several or a ranking stays whole or not
 * at all: without the options that are gone it would say something that nobody said.
 */
export function fittingAnswer(question: Question, answer: Answer): Answer | undefined {
  switch (question.type) {
    case "radiogroup":
    case "assigned":
      return hasCode(question.choices, answer) ? answer : undefined;
    case "checkbox":
    case "ranking": {
      const most = question.maxSelectedChoices ?? question.choices.length;
      const fits =
        Array.isArray(answer) &&
        answer.length <= most &&
        answer.every((code) => hasCode(question.choices, code));
      return fits ? answer : undefined;
    }
    case "matrix": {
      if (typeof answer !== "object" || Array.isArray(answer)) return undefined;
      const rows = Object.entries(answer).filter(
        ([row, code]) => hasCode(question.rows, row) && hasCode(question.columns, code),
      );
      return rows.length > 0 ? Object.fromEntries(rows) : undefined;
    }
    case "vignette": {
      if (typeof answer !== "object" || Array.isArray(answer)) return undefined;
      const rows = Object.entries(answer).filter(([row, code]) =>
        question.rows.some(({ value, columns }) => value === row && hasCode(columns, code)),
      );
      return rows.length > 0 ? Object.fromEntries(rows) : undefined;
    }
    default:
      if (question.type !== "text" && question.type !== "comment") return undefined;
      return typeof answer === "string" && answer.length <= question.maxLength ? answer : undefined;
  }
}

function hasCode(options: readonly { value: string | number }[], code: unknown): boolean {
  return options.some(({ value }) => value === code);
}
