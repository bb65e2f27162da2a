import {
  type Answer,
  type Answers,
  conditionVariables,
  drawAssigned,
  type Instrument,
  parseCondition,
  simulateAnswers,
} from "@mehrwert/study";
import { visiblePages } from "../survey/routing.ts";

/** A page, or a question of it, that somebody wants to see. */
export type Target = { page: string; question?: string };

const attempts = 2000;

function isShown(instrument: Instrument, answers: Answers, { page, question }: Target): boolean {
  const shown = visiblePages(instrument, answers).find(({ name }) => name === page);
  return shown !== undefined && (question === undefined || shown.questions.includes(question));
}

/** The questions on whose answers it depends whether the target is shown, those that they depend on included. */
function deciding(instrument: Instrument, target: Target): ReadonlySet<string> {
  const conditions = new Map(
    instrument.pages.flatMap(({ visibleIf, elements }) =>
      elements.map((question) => [
        question.name,
        [visibleIf, question.visibleIf].filter((text) => text !== undefined),
      ]),
    ),
  );
  const page = instrument.pages.find(({ name }) => name === target.page);
  const left = (page?.elements ?? [])
    .map(({ name }) => name)
    .filter((name) => target.question === undefined || name === target.question);
  const found = new Set<string>();
  for (const name of left) {
    for (const text of conditions.get(name) ?? []) {
      for (const variable of conditionVariables(parseCondition(text))) {
        if (found.has(variable)) continue;
        found.add(variable);
        left.push(variable);
      }
    }
  }
  return found;
}

/**
 * The answers to give or, with `undefined`, to take back, so that a page or question is shown: none if it is shown
 * already. Only questions that decide about it are answered, as one of many simulated respondents would.
 * @returns undefined if none of them is shown the target
 */
export function answersLeadingTo(
  instrument: Instrument,
  target: Target,
  answers: Answers,
  random: () => number,
): Map<string, Answer | undefined> | undefined {
  if (isShown(instrument, answers, target)) return new Map();
  const names = deciding(instrument, target);
  if (names.size === 0) return undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const simulated: Answers = {
      ...drawAssigned(instrument, random),
      ...simulateAnswers(instrument, random).answers,
    };
    const changes = new Map([...names].map((name) => [name, simulated[name]] as const));
    const given = Object.entries(answers).filter(([name]) => !changes.has(name));
    const changed = [...changes].flatMap(([name, answer]) =>
      answer === undefined ? [] : [[name, answer] as const],
    );
    if (isShown(instrument, Object.fromEntries([...given, ...changed]), target)) return changes;
  }
  return undefined;
}
