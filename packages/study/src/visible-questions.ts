import { type Condition, conditionVariables, parseCondition } from "./condition.ts";
import { type AnswerOf, compileCondition } from "./evaluate-condition.ts";
import type { Instrument } from "./instrument.ts";
import type { Answers } from "./survey-response.ts";

/** Gives the names of the questions a participant with these answers sees. */
export type VisibleQuestions = (answers: Answers) => ReadonlySet<string>;

type Routed = { name: string; conditions: Condition[] };

const compiled = new WeakMap<Instrument, VisibleQuestions>();

/**
 * The names of the questions a participant with these answers sees. A question is visible when its own
 * condition and its page's hold. The answer of a hidden question counts as empty for all others,
 * as in SurveyJS with `clearInvisibleValues: "onHiddenContainer"`.
 * @throws ConditionSyntaxError if a condition cannot be read
 * @throws RangeError if conditions depend on each other in a circle
 */
export function visibleQuestions(instrument: Instrument, answers: Answers): ReadonlySet<string> {
  const known = compiled.get(instrument);
  if (known !== undefined) return known(answers);
  const fresh = compileVisibility(instrument);
  compiled.set(instrument, fresh);
  return fresh(answers);
}

/** Reads all conditions of an instrument once; the returned function is fast. Throws as `visibleQuestions` does. */
export function compileVisibility(instrument: Instrument): VisibleQuestions {
  const questions = routedQuestions(instrument);
  const always = questions.filter(({ conditions }) => conditions.length === 0);
  const alwaysVisible = always.map(({ name }) => name);
  const routed = inOrderOfDependence(questions).filter(({ conditions }) => conditions.length > 0);
  const rules = routed.map(({ name, conditions }) => ({
    name,
    claims: conditions.map(compileCondition),
  }));
  return (answers) => {
    const visible = new Set(alwaysVisible);
    const answerOf: AnswerOf = (question) =>
      visible.has(question) && Object.hasOwn(answers, question) ? answers[question] : undefined;
    for (const { name, claims } of rules) {
      if (claims.every((holds) => holds(answerOf))) visible.add(name);
    }
    return visible;
  };
}

function routedQuestions(instrument: Instrument): Routed[] {
  return instrument.pages.flatMap((page) =>
    page.elements.map((question) => ({
      name: question.name,
      conditions: [page.visibleIf, question.visibleIf]
        .filter((text) => text !== undefined)
        .map(parseCondition),
    })),
  );
}

/** Every question after all those its conditions look at, so that one pass settles everything. */
function inOrderOfDependence(questions: readonly Routed[]): Routed[] {
  const byName = new Map(questions.map((question) => [question.name, question]));
  const sorted = new Set<Routed>();
  const place = (question: Routed, path: readonly string[]): void => {
    if (sorted.has(question)) return;
    if (path.includes(question.name)) {
      const circle = [...path.slice(path.indexOf(question.name)), question.name].join(" → ");
      throw new RangeError(`The conditions of these questions depend on each other: ${circle}`);
    }
    for (const name of question.conditions.flatMap(conditionVariables)) {
      const needed = byName.get(name);
      if (needed !== undefined) place(needed, [...path, question.name]);
    }
    sorted.add(question);
  };
  for (const question of questions) place(question, []);
  return [...sorted];
}
