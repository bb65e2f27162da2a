import {
  type Answers,
  type Instrument,
  type Language,
  type Presentation,
  type Study,
  type SurveyResponse,
  visibleQuestions,
} from "@mehrwert/study";
import type { Draft } from "../draft.ts";

/** The answers to questions that concern the participant; what was answered before the way changed is left out. */
export function visibleAnswers(instrument: Instrument, answers: Answers): Answers {
  const visible = visibleQuestions(instrument, answers);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => visible.has(name)));
}

/** What was shown, for the questions that concern the participant: orders drawn, and changes made to rankings. */
export function presentationOf(instrument: Instrument, draft: Draft): Presentation {
  const visible = visibleQuestions(instrument, draft.answers);
  const entries = instrument.pages
    .flatMap(({ elements }) => elements)
    .filter(({ name }) => visible.has(name))
    .flatMap((question) => {
      const shown = draft.shown[question.name];
      if (!shown) return [];
      const moves = question.type === "ranking" ? { moves: draft.moves[question.name] ?? 0 } : {};
      return [[question.name, { shown, ...moves }] as const];
    });
  return Object.fromEntries(entries);
}

/** The response as it is sent. */
export function responseOf(
  study: Study,
  instrument: Instrument,
  draft: Draft,
  language: Language,
): SurveyResponse {
  return {
    id: draft.responseId,
    wave: study.wave,
    instrumentSlug: study.instrumentSlug,
    instrumentVersion: study.instrumentVersion,
    definitionHash: study.definitionHash,
    language,
    answers: visibleAnswers(instrument, draft.answers),
    presentation: presentationOf(instrument, draft),
  };
}
