import type { Question, QuestionOf, ResponseOption } from "../instrument.ts";
import { issueTexts, tooFew, tooLong, tooMany } from "./issue-texts.ts";
import { below, type IssueList, isJsonObject } from "./issues.ts";

/** Reports everything that is wrong with one given answer, whoever else sees the question or not. */
export type QuestionCheck = (answer: unknown, pointer: string, list: IssueList) => void;

/** Compiles the check of one question. */
export function questionCheck(question: Question): QuestionCheck {
  switch (question.type) {
    case "radiogroup":
      return codeCheck(question.choices);
    case "checkbox":
    case "ranking":
      return listCheck(question);
    case "matrix":
      return matrixCheck(question);
    case "text":
    case "comment":
      return textCheck(question.maxLength);
    default:
      throw new RangeError(`questionCheck does not know questions of type ${question.type}`);
  }
}

function codeCheck(options: readonly ResponseOption[]): QuestionCheck {
  const codes = new Set<unknown>(options.map(({ value }) => value));
  const numbersAsText = new Set<unknown>(
    options.filter(({ value }) => typeof value === "number").map(({ value }) => String(value)),
  );
  return (answer, pointer, list) => {
    if (codes.has(answer)) return;
    list.add(pointer, issueTexts[numbersAsText.has(answer) ? "numberAsText" : "unknownCode"]);
  };
}

/** A multiple choice (any order) or a ranking (first = most valued): known options, each once. */
function listCheck(question: QuestionOf<"checkbox" | "ranking">): QuestionCheck {
  const checkCode = codeCheck(question.choices);
  const minimum = Math.max(1, question.minSelectedChoices ?? 1);
  const maximum = Math.min(
    question.choices.length,
    question.maxSelectedChoices ?? question.choices.length,
  );
  const fewer = tooFew(minimum);
  const more = tooMany(maximum);
  return (answer, pointer, list) => {
    if (!Array.isArray(answer)) return list.add(pointer, issueTexts.notAList);
    if (answer.length === 0) return list.add(pointer, issueTexts.empty);
    if (answer.length < minimum) list.add(pointer, fewer);
    if (answer.length > maximum) return list.add(pointer, more);
    const seen = new Set<unknown>();
    for (const [place, code] of answer.entries()) {
      if (seen.has(code)) list.add(below(pointer, place), issueTexts.chosenTwice);
      else checkCode(code, below(pointer, place), list);
      seen.add(code);
    }
  };
}

function matrixCheck(question: QuestionOf<"matrix">): QuestionCheck {
  const checkCode = codeCheck(question.columns);
  const rows = new Set(question.rows.map(({ value }) => value));
  return (answer, pointer, list) => {
    if (!isJsonObject(answer)) return list.add(pointer, issueTexts.notAnObject);
    const keys = Object.keys(answer);
    if (keys.length === 0) return list.add(pointer, issueTexts.empty);
    for (const row of keys) {
      if (rows.has(row)) checkCode(answer[row], `${pointer}/${row}`, list);
      else list.add(below(pointer, row), issueTexts.unknownRow);
    }
    if (question.isAllRowRequired === true && keys.length < rows.size) {
      list.add(pointer, issueTexts.rowsMissing);
    }
  };
}

/** Length first: nothing is read of a text that is too long. A UTF-16 unit takes at most 3 bytes of UTF-8. */
function textCheck(maxLength: number): QuestionCheck {
  const longer = tooLong(maxLength);
  return (answer, pointer, list) => {
    if (typeof answer !== "string") return list.add(pointer, issueTexts.notAText);
    if (answer === "") return list.add(pointer, issueTexts.empty);
    if (answer.length > maxLength) return list.add(pointer, longer);
    if (answer.includes("\0")) list.add(pointer, issueTexts.nulCharacter);
    if (/\p{Surrogate}/u.test(answer)) list.add(pointer, issueTexts.loneSurrogate);
  };
}
