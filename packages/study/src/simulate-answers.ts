import type { Instrument } from "./instrument.ts";
import { randomlyOrdered } from "./random-order.ts";
import { answerTo } from "./simulate-answers/answer-question.ts";
import { type Random, shuffled, wholeNumber } from "./simulate-answers/draws.ts";
import { respondentOf, type SimulationOptions } from "./simulate-answers/respondent.ts";
import type { Answer, Answers, Presentation } from "./survey-response.ts";
import { visibleQuestions } from "./visible-questions.ts";

export { type SimulationOptions, usualDriverOrder } from "./simulate-answers/respondent.ts";

/**
 * One plausible respondent who gave consent: follows the routing, ranks by a Plackett–Luce model,
 * skips now and then, cannot judge everything. Always valid for `answersSchema(instrument)`.
 * The same `random` sequence gives the same respondent.
 */
export function simulateAnswers(
  instrument: Instrument,
  random: Random,
  options: SimulationOptions = {},
): { answers: Answers; presentation: Presentation } {
  const respondent = respondentOf(instrument, random, options);
  const { answers } = respondent;
  const presentation: Presentation = {};
  for (const question of instrument.pages.flatMap((page) => page.elements)) {
    if (!visibleQuestions(instrument, answers).has(question.name)) continue;
    const answer = answerTo(question, respondent);
    if (answer !== undefined) answers[question.name] = answer;
    const codes = randomlyOrdered(question);
    if (codes === undefined) continue;
    const shown = shuffled(random, codes).map(String);
    presentation[question.name] =
      question.type === "ranking" ? { shown, moves: movesFor(answer, random) } : { shown };
  }
  return { answers, presentation };
}

/** Every placed option took a move, and some were moved again or taken back. */
function movesFor(answer: Answer | undefined, random: Random): number {
  return Array.isArray(answer) ? answer.length + wholeNumber(random, 0, 4) : 0;
}
