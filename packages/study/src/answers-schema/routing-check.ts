import type { Instrument, Question } from "../instrument.ts";
import { pagesAsShown } from "../places-reached.ts";
import type { Answers, Presentation } from "../survey-response.ts";
import { compileVisibility } from "../visible-questions.ts";
import { issueTexts } from "./issue-texts.ts";
import type { IssueList } from "./issues.ts";

/** What is known of a response beside its answers. */
export type ResponseCircumstances = {
  /** The last page seen by a participant who ended early; absent: went to the end. */
  lastPage?: string | undefined;
  /** What the study fixed, as in `Study.assigned`; absent: values of `assigned` questions are not compared. */
  assigned?: { readonly [question: string]: string | number } | undefined;
};

/** Judges sound answers together: routing, required questions, consent, groups, and where a participant ended. */
export type RoutingCheck = (
  answers: Answers,
  presentation: Presentation | undefined,
  circumstances: ResponseCircumstances,
  list: IssueList,
) => void;

/** How far a participant came: nothing later can be answered, and nothing from the last page on is required. */
type Reached = { isBeyond(question: string): boolean; isBefore(question: string): boolean };

const toTheEnd: Reached = { isBeyond: () => false, isBefore: () => true };

/**
 * Compiles the check of what answers mean for each other.
 * On the last page of a participant who ended early required questions and rows may be left open: nobody is held
 * back. `assigned` questions are never shown, and so may be answered wherever they stand.
 */
export function routingCheck(instrument: Instrument): RoutingCheck {
  const questions = instrument.pages.flatMap((page) => page.elements);
  const visibleQuestions = compileVisibility(instrument);
  const required = questions.filter(isRequired).map(({ name }) => name);
  const assigned = new Set(
    questions.filter(({ type }) => type === "assigned").map(({ name }) => name),
  );
  const fixed = questions
    .filter((question) => question.type === "assigned" && question.by === "study")
    .map(({ name }) => name);
  const fullRows = new Map(questions.flatMap(rowsToAnswer));
  const { question: consent, given } = instrument.mehrwert.consent;
  return (answers, presentation, circumstances, list) => {
    const visible = visibleQuestions(answers);
    const { lastPage } = circumstances;
    const reached =
      lastPage === undefined
        ? toTheEnd
        : reachedUntil(instrument, presentation ?? {}, lastPage, visible, list);
    for (const name of Object.keys(answers)) {
      if (!visible.has(name)) list.add(`#/answers/${name}`, issueTexts.hiddenAnswered);
      else if (reached.isBeyond(name) && !assigned.has(name))
        list.add(`#/answers/${name}`, issueTexts.notReached);
    }
    if (!Object.hasOwn(answers, consent) || answers[consent] !== given) {
      list.add(`#/answers/${consent}`, issueTexts.consentMissing);
    }
    const isOpen = (name: string) => visible.has(name) && !Object.hasOwn(answers, name);
    for (const name of required) {
      if (name !== consent && isOpen(name) && reached.isBefore(name)) {
        list.add(`#/answers/${name}`, issueTexts.answerMissing);
      }
    }
    for (const [name, rows] of fullRows) {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
      if (typeof answer === "object" && Object.keys(answer).length < rows && reached.isBefore(name))
        list.add(`#/answers/${name}`, issueTexts.rowsMissing);
    }
    for (const name of assigned) {
      if (isOpen(name) && !reached.isBeyond(name)) {
        list.add(`#/answers/${name}`, issueTexts.notAssigned);
      }
    }
    if (circumstances.assigned !== undefined) {
      checkFixed(answers, fixed, circumstances.assigned, list);
    }
  };
}

function checkFixed(
  answers: Answers,
  fixed: readonly string[],
  assigned: { readonly [question: string]: string | number },
  list: IssueList,
): void {
  for (const name of fixed) {
    if (!Object.hasOwn(answers, name) || !Object.hasOwn(assigned, name)) continue;
    if (answers[name] !== assigned[name]) {
      list.add(`#/answers/${name}`, issueTexts.assignedOtherwise);
    }
  }
}

function reachedUntil(
  instrument: Instrument,
  presentation: Presentation,
  lastPage: string,
  visible: ReadonlySet<string>,
  list: IssueList,
): Reached {
  const pages = pagesAsShown(instrument, presentation);
  const last = pages.findIndex(({ name }) => name === lastPage);
  const wasSeen = pages[last]?.elements.some(
    ({ name, type }) => type !== "assigned" && visible.has(name),
  );
  if (wasSeen !== true) {
    list.add("#/lastPage", issueTexts[last < 0 ? "unknownPage" : "hiddenPage"]);
    return toTheEnd;
  }
  const later = namesOn(pages.slice(last + 1));
  const before = namesOn(pages.slice(0, last));
  return { isBeyond: (name) => later.has(name), isBefore: (name) => before.has(name) };
}

function namesOn(pages: Instrument["pages"]): Set<string> {
  return new Set(pages.flatMap(({ elements }) => elements).map(({ name }) => name));
}

/** A matrix whose rows are all required needs an answer even when the question itself is not marked. */
function isRequired(question: Question): boolean {
  if (question.isRequired === true) return true;
  return question.type === "matrix" && question.isAllRowRequired === true;
}

function rowsToAnswer(question: Question): (readonly [string, number])[] {
  return question.type === "matrix" && question.isAllRowRequired === true
    ? [[question.name, question.rows.length]]
    : [];
}
