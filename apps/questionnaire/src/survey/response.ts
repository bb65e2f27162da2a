import {
  type Answers,
  type Instrument,
  type Presentation,
  type ReadingLanguage,
  type Study,
  type SurveyResponse,
  visibleQuestions,
} from "@mehrwert/study";
import type { Draft } from "../keeping/draft.ts";
import { pagesInShownOrder, visiblePages } from "./routing.ts";

/** The answers to questions that concern the participant; what was answered before the way changed is left out. */
export function visibleAnswers(instrument: Instrument, answers: Answers): Answers {
  const visible = visibleQuestions(instrument, answers);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => visible.has(name)));
}

/** The last page of a participant's way that was shown so far; undefined before the first. */
export function lastPageSeen(instrument: Instrument, draft: Draft): string | undefined {
  return visiblePages(instrument, draft.answers, draft.presentation)
    .map(({ name }) => name)
    .findLast((name) => name === draft.page || draft.seen.includes(name));
}

/** The answers as they are sent; with `lastPage` nothing of the pages behind it, whose questions nobody was asked. */
export function answersUntil(instrument: Instrument, draft: Draft, lastPage?: string): Answers {
  if (lastPage === undefined) return visibleAnswers(instrument, draft.answers);
  const pages = pagesInShownOrder(instrument, draft.presentation);
  const last = pages.findIndex(({ name }) => name === lastPage);
  const reached = new Set(
    pages.slice(0, last + 1).flatMap(({ elements }) => elements.map(({ name }) => name)),
  );
  const answers = Object.entries(draft.answers).filter(([name]) => reached.has(name));
  return visibleAnswers(instrument, Object.fromEntries(answers));
}

/**
 * What was drawn for the questions shown and answered, and for the pages and blocks they stand in; and changes made to
 * rankings. With `lastPage` only as far as that page.
 */
export function presentationOf(
  instrument: Instrument,
  draft: Draft,
  lastPage?: string,
): Presentation {
  const way = visiblePages(instrument, draft.answers, draft.presentation);
  const last = way.findIndex(({ name }) => name === lastPage);
  const shown = (last === -1 ? way : way.slice(0, last + 1)).flatMap(({ questions }) => questions);
  const concerned = new Set([...shown, ...Object.keys(answersUntil(instrument, draft, lastPage))]);
  for (const { name, elements } of instrument.pages) {
    if (elements.some((question) => concerned.has(question.name))) concerned.add(name);
  }
  for (const { name, pages } of instrument.mehrwert.blocks ?? []) {
    if (pages.some((page) => concerned.has(page))) concerned.add(name);
  }
  const rankings = new Set(
    instrument.pages
      .flatMap(({ elements }) => elements)
      .filter(({ type }) => type === "ranking")
      .map(({ name }) => name),
  );
  const entries = Object.entries(draft.presentation)
    .filter(([name, { shown, variant, sets }]) => concerned.has(name) && (shown ?? variant ?? sets))
    .map(([name, drawn]) => [name, rankings.has(name) ? { moves: 0, ...drawn } : drawn]);
  return Object.fromEntries(entries);
}

/** The response as it is sent. With `lastPage` that of somebody who ended early, there. */
export function responseOf(
  {
    study,
    instrument,
    draft,
    reading,
    responseId,
  }: {
    study: Study;
    instrument: Instrument;
    draft: Draft;
    reading: ReadingLanguage;
    responseId: string;
  },
  lastPage?: string,
): SurveyResponse {
  return {
    id: responseId,
    wave: study.wave,
    instrumentSlug: study.instrumentSlug,
    instrumentVersion: study.instrumentVersion,
    definitionHash: study.definitionHash,
    language: reading,
    answers: answersUntil(instrument, draft, lastPage),
    presentation: presentationOf(instrument, draft, lastPage),
    ...(lastPage === undefined ? {} : { lastPage }),
  };
}
