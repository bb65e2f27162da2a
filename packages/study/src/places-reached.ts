import { conditionVariables, parseCondition } from "./condition.ts";
import type { Instrument, Page, Question } from "./instrument.ts";
import type { Presentation, SurveyResponse } from "./survey-response.ts";
import { visibleQuestions } from "./visible-questions.ts";

/** What became of a question, page or block: reached; not shown by routing; or the participant had ended before. */
export type PlaceState = "reached" | "not-shown" | "not-reached";

/** The pages in the order in which a participant came to them: blocks as drawn. */
export function pagesAsShown(instrument: Instrument, presentation: Presentation): Page[] {
  const byName = new Map(instrument.pages.map((page) => [page.name, page]));
  const orders = (instrument.mehrwert.blocks ?? []).map(({ name, pages }) => ({
    pages: new Set(pages),
    left: [...(Object.hasOwn(presentation, name) ? (presentation[name]?.shown ?? pages) : pages)],
  }));
  return instrument.pages.map((page) => {
    const next = orders.find(({ pages }) => pages.has(page.name))?.left.shift();
    return byName.get(next ?? page.name) ?? page;
  });
}

/**
 * What became of every question, page and block for one response.
 *
 * After the last page of a participant who ended early, a question is not reached if it would have been shown, or if
 * whether it would have been depends on one that was not reached. Where a given answer hides it, it is not shown.
 * A name that a page shares with a question stands for the question; no order is drawn of such a page.
 * @throws RangeError if the response names a last page that the instrument does not have
 */
export function placesReached(
  instrument: Instrument,
  response: Pick<SurveyResponse, "answers" | "presentation" | "lastPage">,
): Map<string, PlaceState> {
  const { answers, presentation, lastPage } = response;
  const visible = visibleQuestions(instrument, answers);
  const pages = pagesAsShown(instrument, presentation);
  const last = pages.findIndex(({ name }) => name === lastPage);
  if (lastPage !== undefined && last < 0) {
    throw new RangeError(`there is no page ${lastPage} in this version`);
  }
  const later = new Set(lastPage === undefined ? [] : pages.slice(last + 1));
  const states = new Map<string, PlaceState>();
  for (const page of pages) {
    for (const { name } of page.elements) {
      states.set(
        name,
        !visible.has(name) ? "not-shown" : later.has(page) ? "not-reached" : "reached",
      );
    }
  }
  if (later.size > 0) spreadDoubt([...later], states);
  for (const page of pages) {
    const state = jointState(page.elements.map(({ name }) => states.get(name)));
    if (!states.has(page.name)) states.set(page.name, state);
  }
  for (const block of instrument.mehrwert.blocks ?? []) {
    states.set(block.name, jointState(block.pages.map((page) => states.get(page))));
  }
  return states;
}

/** Marks hidden later questions whose condition looks at a question that was not reached, until nothing changes. */
function spreadDoubt(later: readonly Page[], states: Map<string, PlaceState>): void {
  const hidden = later.flatMap((page) =>
    page.elements.map((question) => ({
      name: question.name,
      looksAt: variablesLookedAt(question, page),
    })),
  );
  for (let hasChanged = true; hasChanged; ) {
    const open = hidden.filter(
      ({ name, looksAt }) =>
        states.get(name) === "not-shown" &&
        looksAt.some((variable) => states.get(variable) === "not-reached"),
    );
    for (const { name } of open) states.set(name, "not-reached");
    hasChanged = open.length > 0;
  }
}

function variablesLookedAt(question: Question, page: Page): string[] {
  return [page.visibleIf, question.visibleIf]
    .filter((condition) => condition !== undefined)
    .flatMap((condition) => conditionVariables(parseCondition(condition)));
}

function jointState(states: readonly (PlaceState | undefined)[]): PlaceState {
  if (states.includes("reached")) return "reached";
  return states.includes("not-reached") ? "not-reached" : "not-shown";
}
