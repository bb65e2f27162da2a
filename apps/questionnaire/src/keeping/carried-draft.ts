import { fittingAnswer, type Instrument, type Presentation, type Question } from "@mehrwert/study";
import type { Draft } from "./draft.ts";

/**
 * The draft of a questionnaire that was changed meanwhile, as a draft of the version that holds now: with every answer
 * that still fits, and with what was drawn before where it could be drawn now. Consent was given to something else
 * and is asked again.
 */
export function carriedDraft(kept: Draft, fresh: Draft, instrument: Instrument): Draft {
  const { question: consent } = instrument.mehrwert.consent;
  const questions = instrument.pages.flatMap(({ elements }) => elements);
  const byName = new Map(questions.map((question) => [question.name, question]));
  const stays = (name: string) =>
    isPossibleDraw(kept.presentation[name], fresh.presentation[name], byName.get(name));
  const answers = questions.flatMap((question) => {
    const { name } = question;
    const before = kept.answers[name];
    if (before === undefined || name === consent || isDrawnWithAnswer(question, stays)) return [];
    const after = fittingAnswer(question, before);
    return after === undefined ? [] : [[name, after] as const];
  });
  const presentation = Object.entries(fresh.presentation).map(([name, drawn]) => [
    name,
    stays(name) ? kept.presentation[name] : drawn,
  ]);
  return {
    ...fresh,
    answers: { ...fresh.answers, ...Object.fromEntries(answers) },
    presentation: Object.fromEntries(presentation),
  };
}

type Drawn = Presentation[string];

/** Whether the old answer means nothing now: to a variant or to sets that were drawn anew, or fixed by the study. */
function isDrawnWithAnswer(question: Question, stays: (name: string) => boolean): boolean {
  if (question.type === "assigned") return question.by === "study";
  return (question.type === "vignette" || question.type === "maxdiff") && !stays(question.name);
}

/** Whether what was drawn before may stand now: an order of the same options, a variant that is still told. */
function isPossibleDraw(
  before: Drawn | undefined,
  now: Drawn | undefined,
  question: Question | undefined,
): boolean {
  if (question?.type === "vignette") {
    return question.variants.some(({ value }) => value === before?.variant);
  }
  if (!before?.shown || !now?.shown) return false;
  return haveSameOptions(before.shown, now.shown);
}

function haveSameOptions(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((option) => other.includes(option));
}
