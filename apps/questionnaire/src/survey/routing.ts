import type { Answers, Instrument, Page } from "@mehrwert/study";
import { Model } from "survey-core";

/** A page as one participant sees it: with the questions that concern them. */
export type VisiblePage = { name: string; questions: string[] };

function surveyPage(page: Page, consent: string) {
  return {
    name: page.name,
    ...(page.visibleIf ? { visibleIf: page.visibleIf } : {}),
    elements: page.elements
      .filter(({ name }) => name !== consent)
      .map((question) => ({
        type: question.type,
        name: question.name,
        ...(question.visibleIf ? { visibleIf: question.visibleIf } : {}),
        ...("choices" in question ? { choices: question.choices.map(({ value }) => value) } : {}),
        ...("columns" in question ? { columns: question.columns.map(({ value }) => value) } : {}),
        ...("rows" in question && Array.isArray(question.rows)
          ? { rows: question.rows.map(({ value }) => value) }
          : {}),
      })),
  };
}

/**
 * The way through an instrument: which pages and questions concern somebody who has answered this far.
 *
 * SurveyJS evaluates the conditions, and nothing else: it gets a copy of the answers and gives none back, because
 * it would change some of them. The consent question is not part of the
 * way; it is asked before.
 */
export function createRouting(instrument: Instrument): (answers: Answers) => VisiblePage[] {
  const { consent } = instrument.mehrwert;
  const survey = new Model({
    pages: instrument.pages
      .map((page) => surveyPage(page, consent.question))
      .filter(({ elements }) => elements.length > 0),
  });
  return (answers) => {
    survey.data = structuredClone(answers);
    return survey.visiblePages.map((page) => ({
      name: page.name,
      questions: page.questions.filter(({ isVisible }) => isVisible).map(({ name }) => name),
    }));
  };
}
