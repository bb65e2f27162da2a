import { issueTexts } from "./answers-schema/issue-texts.ts";
import { below, type IssueList, isJsonObject, issueList } from "./answers-schema/issues.ts";
import { presentationCheck } from "./answers-schema/presentation-check.ts";
import { questionCheck } from "./answers-schema/question-check.ts";
import { type ResponseCircumstances, routingCheck } from "./answers-schema/routing-check.ts";
import type { ValueCheck } from "./answers-schema/value-checks.ts";
import type { Instrument } from "./instrument.ts";
import type { Issue } from "./result.ts";
import type { Answers } from "./survey-response.ts";

export type { ResponseCircumstances } from "./answers-schema/routing-check.ts";

/** Says what is wrong with answers to one instrument. */
export type AnswersSchema = {
  /**
   * An empty list means valid. Paths are JSON pointers (`#/answers/results-orientation/ro-1`).
   * Never throws on parsed JSON, never changes or repairs it, never repeats an answer in a text.
   * Routing, required questions and consent are judged once every single answer is sound,
   * because nothing can be said about what a participant with impossible answers saw.
   *
   * `circumstances`: where a participant ended early, and which groups the study fixed.
   */
  check(answers: unknown, presentation: unknown, circumstances?: ResponseCircumstances): Issue[];
};

/**
 * Compiles an instrument into the one guard of its answers: types, codes, ranges, lengths, rankings,
 * rows, routing, required questions, consent, and what was shown. Compile once, check often.
 * @throws ConditionSyntaxError or RangeError as `visibleQuestions` does; `lintInstrument` finds both before
 */
export function answersSchema(instrument: Instrument): AnswersSchema {
  const questions = instrument.pages.flatMap((page) => page.elements);
  const checks = new Map(questions.map((question) => [question.name, questionCheck(question)]));
  const checkPresentation = presentationCheck(instrument);
  const checkRouting = routingCheck(instrument);
  return {
    check(answers, presentation, circumstances = {}) {
      const list = issueList();
      if (!isJsonObject(answers)) list.add("#/answers", issueTexts.notAnObject);
      const areAnswersSound = isJsonObject(answers) && areSound(answers, checks, list);
      const isShown = checkPresentation(presentation, answers, areAnswersSound, list);
      if (areAnswersSound) {
        checkRouting(answers, isShown ? presentation : undefined, circumstances, list);
      }
      return list.issues;
    },
  };
}

function areSound(
  answers: { [question: string]: unknown },
  checks: ReadonlyMap<string, ValueCheck>,
  list: IssueList,
): answers is Answers {
  for (const name of Object.keys(answers)) {
    const check = checks.get(name);
    if (check === undefined) list.add(below("#/answers", name), issueTexts.unknownQuestion);
    else check(answers[name], `#/answers/${name}`, list);
  }
  return list.issues.length === 0;
}
