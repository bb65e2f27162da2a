import type { Instrument, QuestionOf, ResponseOption } from "./instrument.ts";
import { type Random, weightedChoice } from "./simulate-answers/draws.ts";
import type { Answers } from "./survey-response.ts";

type Code = ResponseOption["value"];

/**
 * The group or form of one participant: the values of all questions of type `assigned`, to be put among the answers
 * before the first page. Those of hidden questions are left out when the answers are sent.
 *
 * `by: "study"`: what the study fixed in `Study.assigned`; without that record, as in a preview or a simulation,
 * one is drawn. `by: "random"`: drawn with the shares of the question.
 * @throws RangeError if the study's record lacks a question or gives a value it does not have
 */
export function drawAssigned(
  instrument: Instrument,
  random: Random,
  assigned?: { readonly [question: string]: Code },
): Answers {
  const answers: Answers = {};
  for (const question of assignedQuestions(instrument)) {
    answers[question.name] = assignedValue(question, random, assigned);
  }
  return answers;
}

/** The questions of type `assigned`. */
export function assignedQuestions(instrument: Instrument): QuestionOf<"assigned">[] {
  return instrument.pages
    .flatMap((page) => page.elements)
    .filter((question) => question.type === "assigned");
}

/** The value of one question of type `assigned`; see `drawAssigned`. */
export function assignedValue(
  { name, by, choices }: QuestionOf<"assigned">,
  random: Random,
  assigned?: { readonly [question: string]: Code },
): Code {
  if (by === "random" || assigned === undefined) {
    return weightedChoice(random, choices, ({ share }) => share ?? 1).value;
  }
  const value = Object.hasOwn(assigned, name) ? assigned[name] : undefined;
  if (value === undefined || !choices.some((choice) => choice.value === value)) {
    throw new RangeError(`drawAssigned requires one of the values of “${name}” from the study`);
  }
  return value;
}
