import { issueTexts } from "./answers-schema/issue-texts.ts";
import { below, type IssueList, isJsonObject, issueList } from "./answers-schema/issues.ts";
import { presentationCheck } from "./answers-schema/presentation-check.ts";
import { type QuestionCheck, questionCheck } from "./answers-schema/question-check.ts";
import type { Instrument, Question } from "./instrument.ts";
import type { Issue } from "./result.ts";
import type { Answers } from "./survey-response.ts";
import { compileVisibility } from "./visible-questions.ts";

/** Says what is wrong with answers to one instrument. */
export type AnswersSchema = {
  /**
   * An empty list means valid. Paths are JSON pointers (`#/answers/results-orientation/ro-1`).
   * Never throws on parsed JSON, never changes or repairs it, never repeats an answer in a text.
   * Routing, required questions and consent are judged once every single answer is sound,
   * because nothing can be said about what a participant with impossible answers saw.
   */
  check(answers: unknown, presentation: unknown): Issue[];
};

/**
 * Compiles an instrument into the one guard of its answers: types, codes, ranges, lengths, rankings,
 * rows, routing, required questions, consent, and what was shown. Compile once, check often.
 * @throws ConditionSyntaxError or RangeError as `visibleQuestions` does; `lintInstrument` finds both before
 */
export function answersSchema(instrument: Instrument): AnswersSchema {
  const questions = instrument.pages.flatMap((page) => page.elements);
  const checks = new Map(questions.map((question) => [question.name, questionCheck(question)]));
  const checkPresentation = presentationCheck(questions);
  const checkRouting = routingCheck(instrument, questions);
  return {
    check(answers, presentation) {
      const list = issueList();
      if (!isJsonObject(answers)) list.add("#/answers", issueTexts.notAnObject);
      else if (areSound(answers, checks, list)) checkRouting(answers, list);
      checkPresentation(presentation, answers, list);
      return list.issues;
    },
  };
}

function areSound(
  answers: { [question: string]: unknown },
  checks: ReadonlyMap<string, QuestionCheck>,
  list: IssueList,
): answers is Answers {
  for (const name of Object.keys(answers)) {
    const check = checks.get(name);
    if (check === undefined) list.add(below("#/answers", name), issueTexts.unknownQuestion);
    else check(answers[name], `#/answers/${name}`, list);
  }
  return list.issues.length === 0;
}

function routingCheck(instrument: Instrument, questions: readonly Question[]) {
  const visibleQuestions = compileVisibility(instrument);
  const required = questions.filter(isRequired).map(({ name }) => name);
  const { question: consent, given } = instrument.mehrwert.consent;
  return (answers: Answers, list: IssueList): void => {
    const visible = visibleQuestions(answers);
    for (const name of Object.keys(answers)) {
      if (!visible.has(name)) list.add(`#/answers/${name}`, issueTexts.hiddenAnswered);
    }
    if (!Object.hasOwn(answers, consent) || answers[consent] !== given) {
      list.add(`#/answers/${consent}`, issueTexts.consentMissing);
    }
    for (const name of required) {
      if (name !== consent && visible.has(name) && !Object.hasOwn(answers, name)) {
        list.add(`#/answers/${name}`, issueTexts.answerMissing);
      }
    }
  };
}

/** A matrix whose rows are all required needs an answer even when the question itself is not marked. */
function isRequired(question: Question): boolean {
  if (question.isRequired === true) return true;
  return question.type === "matrix" && question.isAllRowRequired === true;
}
