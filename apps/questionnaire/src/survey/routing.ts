import {
  type Answers,
  type Instrument,
  type Page,
  type Presentation,
  pagesAsShown,
  visibleQuestions,
} from "@mehrwert/study";
import { inShownOrder } from "../questions/shown-order.ts";

/** A page as one participant sees it: with the questions that concern them. */
export type VisiblePage = { name: string; questions: string[] };

const nameOf = ({ name }: { name: string }) => name;

/** All pages, and the questions on them, in the order drawn for one participant. */
export function pagesInShownOrder(instrument: Instrument, presentation: Presentation): Page[] {
  return pagesAsShown(instrument, presentation).map((page) => ({
    ...page,
    elements: inShownOrder(page.elements, presentation[page.name]?.shown, nameOf),
  }));
}

/**
 * The way through an instrument: which pages and questions concern somebody who has answered this far.
 *
 * The server judges answers by the same rules. The consent question is not part of the way, it is asked before;
 * nor are `assigned` questions, which nobody is asked.
 */
export function visiblePages(
  instrument: Instrument,
  answers: Answers,
  presentation: Presentation = {},
): VisiblePage[] {
  const visible = visibleQuestions(instrument, answers);
  const consent = instrument.mehrwert.consent.question;
  return pagesInShownOrder(instrument, presentation)
    .map(({ name, elements }) => ({
      name,
      questions: elements
        .filter(({ type }) => type !== "assigned")
        .map(nameOf)
        .filter((question) => question !== consent && visible.has(question)),
    }))
    .filter(({ questions }) => questions.length > 0);
}
