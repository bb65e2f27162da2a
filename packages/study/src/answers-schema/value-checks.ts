import type { QuestionOf, ResponseOption } from "../instrument.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import { issueTexts, tooFew, tooLong, tooMany } from "./issue-texts.ts";
import { below, type IssueList } from "./issues.ts";

/** Reports everything that is wrong with one given value, whoever else sees the question or not. */
export type ValueCheck = (value: unknown, pointer: string, list: IssueList) => void;

/** One of several codes. */
export function codeCheck(options: readonly { value: ResponseOption["value"] }[]): ValueCheck {
  const codes = new Set<unknown>(options.map(({ value }) => value));
  const numbersAsText = new Set<unknown>(
    options.filter(({ value }) => typeof value === "number").map(({ value }) => String(value)),
  );
  return (answer, pointer, list) => {
    if (codes.has(answer)) return;
    list.add(pointer, issueTexts[numbersAsText.has(answer) ? "numberAsText" : "unknownCode"]);
  };
}

const noOpinions = new Set<unknown>(missingOptionCodes);

/**
 * A multiple choice (any order) or a ranking (first = most valued): known options, each once. What is no opinion stands
 * alone, whatever the fewest are: in a dataset nothing beside it would count.
 */
export function listCheck(question: QuestionOf<"checkbox" | "ranking">): ValueCheck {
  const checkCode = codeCheck(question.choices);
  const opinions = question.choices.filter(({ value }) => !noOpinions.has(value)).length;
  const minimum = Math.max(1, Math.min(opinions, question.minSelectedChoices ?? 1));
  const maximum = Math.min(
    question.choices.length,
    question.maxSelectedChoices ?? question.choices.length,
  );
  const fewer = tooFew(minimum);
  const more = tooMany(maximum);
  return (answer, pointer, list) => {
    if (!Array.isArray(answer)) return list.add(pointer, issueTexts.notAList);
    if (answer.length === 0) return list.add(pointer, issueTexts.empty);
    const hasNoOpinion = answer.some((code) => noOpinions.has(code));
    if (answer.length < minimum && !hasNoOpinion) list.add(pointer, fewer);
    if (answer.length > maximum) return list.add(pointer, more);
    const seen = new Set<unknown>();
    for (const [place, code] of answer.entries()) {
      if (seen.has(code)) list.add(below(pointer, place), issueTexts.chosenTwice);
      else checkCode(code, below(pointer, place), list);
      seen.add(code);
    }
    if (hasNoOpinion && answer.length > 1) list.add(pointer, issueTexts.noOpinionBesides);
  };
}

/** Length first: nothing is read of a text that is too long. A UTF-16 unit takes at most 3 bytes of UTF-8. */
export function textCheck(maxLength: number): ValueCheck {
  const longer = tooLong(maxLength);
  return (answer, pointer, list) => {
    if (typeof answer !== "string") return list.add(pointer, issueTexts.notAText);
    if (answer === "") return list.add(pointer, issueTexts.empty);
    if (answer.length > maxLength) return list.add(pointer, longer);
    if (answer.includes("\0")) list.add(pointer, issueTexts.nulCharacter);
    if (/\p{Surrogate}/u.test(answer)) list.add(pointer, issueTexts.loneSurrogate);
  };
}

/** 32 hexadecimal digits in lower case. */
export function hashCheck(answer: unknown, pointer: string, list: IssueList): void {
  if (typeof answer !== "string" || answer.length !== 32 || !/^[0-9a-f]{32}$/.test(answer)) {
    list.add(pointer, issueTexts.notAHash);
  }
}
