import type { Instrument } from "@mehrwert/study";
import type { Draft } from "./draft.ts";
import { fittingAnswer } from "./fitting-answer.ts";

/**
 * The draft of a questionnaire that was changed meanwhile, as a draft of the version that holds now: with every answer
 * that still fits, and orders as they were shown where the options are the same. Consent was given to something else
 * and is asked again. The response's id stays, so that what got through after all is not stored twice.
 */
export function carriedDraft(kept: Draft, fresh: Draft, instrument: Instrument): Draft {
  const { question: consent } = instrument.mehrwert.consent;
  const answers = instrument.pages
    .flatMap(({ elements }) => elements)
    .flatMap((question) => {
      const before = kept.answers[question.name];
      if (before === undefined || question.name === consent) return [];
      const after = fittingAnswer(question, before);
      return after === undefined ? [] : [[question.name, after] as const];
    });
  const carried = new Map(answers);
  const shown = Object.entries(fresh.shown).map(([name, drawn]) => {
    const before = kept.shown[name] ?? [];
    return [name, haveSameOptions(before, drawn) ? before : drawn];
  });
  const moves = Object.entries(kept.moves).filter(([name]) => carried.has(name));
  return {
    ...fresh,
    responseId: kept.responseId,
    answers: Object.fromEntries(answers),
    shown: Object.fromEntries(shown),
    moves: Object.fromEntries(moves),
  };
}

function haveSameOptions(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((option) => other.includes(option));
}
