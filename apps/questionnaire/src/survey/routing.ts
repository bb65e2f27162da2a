import { type Answers, type Instrument, visibleQuestions } from "@mehrwert/study";

/** A page as one participant sees it: with the questions that concern them. */
export type VisiblePage = { name: string; questions: string[] };

/**
 * The way through an instrument: which pages and questions concern somebody who has answered this far.
 *
 * The server judges answers by the same rules. The consent question is not part of the way; it is asked before.
 */
export function visiblePages(instrument: Instrument, answers: Answers): VisiblePage[] {
  const visible = visibleQuestions(instrument, answers);
  const consent = instrument.mehrwert.consent.question;
  return instrument.pages
    .map(({ name, elements }) => ({
      name,
      questions: elements
        .map((question) => question.name)
        .filter((question) => question !== consent && visible.has(question)),
    }))
    .filter(({ questions }) => questions.length > 0);
}
