import { drawGroups, drawnFor } from "./draw-presentation.ts";
import type { Instrument, Question } from "./instrument.ts";
import { randomGroups } from "./random-order.ts";
import { answerTo } from "./simulate-answers/answer-question.ts";
import { chance, type Random, wholeNumber } from "./simulate-answers/draws.ts";
import { endedEarly } from "./simulate-answers/ended-early.ts";
import {
  type Respondent,
  respondentOf,
  type SimulationOptions,
} from "./simulate-answers/respondent.ts";
import type { Answer, Answers, Presentation } from "./survey-response.ts";
import { visibleQuestions } from "./visible-questions.ts";

export { type SimulationOptions, usualDriverOrder } from "./simulate-answers/respondent.ts";

/**
 * One plausible respondent who gave consent: follows the routing, ranks by a Plackett–Luce model,
 * skips now and then, cannot judge everything. Always valid for `answersSchema(instrument)`.
 * The same `random` sequence gives the same respondent. `lastPage` is there if they ended early.
 */
export function simulateAnswers(
  instrument: Instrument,
  random: Random,
  options: SimulationOptions = {},
): { answers: Answers; presentation: Presentation; lastPage?: string } {
  const respondent = respondentOf(instrument, random, options);
  const { answers } = respondent;
  const presentation: Presentation = {};
  for (const question of instrument.pages.flatMap((page) => page.elements)) {
    if (!visibleQuestions(instrument, answers).has(question.name)) continue;
    const { answer, drawn } = answerAndDraw(question, respondent);
    if (answer !== undefined) answers[question.name] = answer;
    if (drawn !== undefined) presentation[question.name] = drawn;
  }
  Object.assign(presentation, groupsSeen(instrument, answers, random));
  const { endsEarlyShare } = respondent;
  return endsEarlyShare > 0 && chance(random, endsEarlyShare)
    ? endedEarly(instrument, { answers, presentation }, random)
    : { answers, presentation };
}

/** What an answer depends on is drawn before it, an order after it. */
function answerAndDraw(question: Question, respondent: Respondent) {
  const { random } = respondent;
  if (question.type === "vignette" || question.type === "maxdiff") {
    const drawn = drawnFor(question, random);
    return { answer: answerTo(question, respondent, drawn), drawn };
  }
  const answer = answerTo(question, respondent);
  const drawn = drawnFor(question, random);
  return question.type === "ranking" && drawn !== undefined
    ? { answer, drawn: { ...drawn, moves: movesFor(answer, random) } }
    : { answer, drawn };
}

function groupsSeen(instrument: Instrument, answers: Answers, random: Random): Presentation {
  const drawn = drawGroups(instrument, random);
  const visible = visibleQuestions(instrument, answers);
  const pages = instrument.pages.filter(({ elements }) =>
    elements.some(({ name }) => visible.has(name)),
  );
  const seen = new Set([...visible, ...pages.map(({ name }) => name)]);
  const groups = randomGroups(instrument).filter(({ parts }) =>
    parts.some((part) => seen.has(part)),
  );
  return Object.fromEntries(
    groups.flatMap(({ name }) => (drawn[name] === undefined ? [] : [[name, drawn[name]]])),
  );
}

/** Every placed option took a move, and some were moved again or taken back. */
function movesFor(answer: Answer | undefined, random: Random): number {
  return Array.isArray(answer) ? answer.length + wholeNumber(random, 0, 4) : 0;
}
