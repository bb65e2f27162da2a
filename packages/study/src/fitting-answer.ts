import { issueList } from "./answers-schema/issues.ts";
import { questionCheck } from "./answers-schema/question-check.ts";
import type { Question } from "./instrument.ts";
import type { Answer } from "./survey-response.ts";

type Keyed = { [key: string]: string | number };

/**
 * What of an answer to another version of a question may stand as an answer to this one; undefined if nothing may.
 *
 * Values under keys (rows, ratings, entries, criteria) are answers of their own and stay one by one. A choice of
 * several, a ranking, MaxDiff sets and the hashes of a code stay whole or not at all: without the part that is gone
 * they would say something that nobody said. An answer that is not finished yet may stand.
 */
export function fittingAnswer(question: Question, answer: Answer): Answer | undefined {
  switch (question.type) {
    case "checkbox":
    case "ranking": {
      const { minSelectedChoices: _fewest, ...rest } = question;
      return isSound(rest, answer) ? answer : undefined;
    }
    case "maxdiff":
      return isKeyed(answer) && areOptions(question.choices, Object.values(answer))
        ? answer
        : undefined;
    case "matrix":
    case "double-rating":
    case "vignette":
    case "roster":
    case "statement-round":
    case "decision":
      return isKeyed(answer) ? fittingValues(question, answer) : undefined;
    default:
      return isSound(question, answer) ? answer : undefined;
  }
}

function fittingValues(question: Question, answer: Keyed): Answer | undefined {
  const kept = Object.entries(answer).filter(([key, value]) => {
    const [entry = ""] = key.split(".");
    const isOfEntry = question.type === "roster" && Object.hasOwn(answer, entry);
    return isSound(question, { ...(isOfEntry ? { [entry]: 1 } : {}), [key]: value });
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function isSound(question: Question, answer: Answer): boolean {
  const list = issueList();
  questionCheck(question)(answer, "#", list);
  return list.issues.length === 0;
}

function isKeyed(answer: Answer): answer is Keyed {
  return typeof answer === "object" && !Array.isArray(answer);
}

function areOptions(
  options: readonly { value: string }[],
  values: readonly (string | number)[],
): boolean {
  return values.every((given) => options.some(({ value }) => value === given));
}
