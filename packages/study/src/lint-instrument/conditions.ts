import type { ConditionExpression, ConditionVariable } from "../condition/expression.ts";
import { type Condition, conditionReferences, parseCondition } from "../condition.ts";
import type { Instrument, Question } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { optionsUnder, wholeOptions } from "./condition-options.ts";
import { error, pointer } from "./issue.ts";
import { type PlacedQuestion, placedQuestions, questionsByName } from "./outline.ts";

/** A condition, where it stands, and the first question whose answer it cannot know yet. */
type PlacedCondition = { text: string; path: string; firstUnknown: number };

/** Every condition can be read, and asks only for answers that exist and come before it. */
export function lintConditions(instrument: Instrument): Issue[] {
  const questions = questionsByName(instrument);
  return placedConditions(instrument, questions).flatMap((placed) => {
    const condition = readCondition(placed);
    if ("issue" in condition) return [condition.issue];
    return [
      ...conditionReferences(condition.value).flatMap((reference) =>
        lintReference(reference, placed, questions),
      ),
      ...constantsOf(condition.value.expression).flatMap(({ variable, constant }) =>
        lintConstant(variable, constant, placed.path, questions),
      ),
    ];
  });
}

function placedConditions(
  instrument: Instrument,
  questions: ReadonlyMap<string, PlacedQuestion>,
): PlacedCondition[] {
  const all = placedQuestions(instrument);
  const found: PlacedCondition[] = [];
  const add = (text: string | undefined, path: string, firstUnknown: number) => {
    if (text !== undefined) found.push({ text, path, firstUnknown });
  };
  for (const [index, page] of instrument.pages.entries()) {
    const first = all.find((placed) => placed.page === index)?.order ?? all.length;
    add(page.visibleIf, pointer("pages", index, "visibleIf"), first);
  }
  for (const { question, path, order } of all) add(question.visibleIf, `${path}/visibleIf`, order);
  for (const [index, { condition, question }] of instrument.mehrwert.wordings.entries()) {
    const order = questions.get(question)?.order ?? all.length;
    add(condition, pointer("mehrwert", "wordings", index, "condition"), order);
  }
  return found;
}

function readCondition({ text, path }: PlacedCondition): { value: Condition } | { issue: Issue } {
  try {
    return { value: parseCondition(text) };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return {
      issue: error(
        path,
        [
          `Die Bedingung ist nicht lesbar: ${cause.message}.`,
          `The condition cannot be read: ${cause.message}.`,
        ],
        [
          "Schreiben Sie zum Beispiel {frage} = 'ja' and {andere} notempty.",
          "Write for example {question} = 'yes' and {other} notempty.",
        ],
      ),
    };
  }
}

function lintReference(
  { question: name, row, index }: ConditionVariable,
  { path, firstUnknown }: PlacedCondition,
  questions: ReadonlyMap<string, PlacedQuestion>,
): Issue[] {
  const placed = questions.get(name);
  if (placed === undefined) return [unknownVariable(path, name)];
  const { question, order } = placed;
  const isList = question.type === "checkbox" || question.type === "ranking";
  const hasRow = row !== undefined && optionsUnder(question, row) !== undefined;
  if ((row !== undefined && !hasRow) || (index !== undefined && !isList)) {
    return [unknownVariable(path, row === undefined ? `${name}[${index}]` : `${name}.${row}`)];
  }
  if (order < firstUnknown || question.type === "assigned") return [];
  return [
    error(
      path,
      [
        `Die Frage „${name}“ kommt nicht vor der Stelle, die von ihr abhängt.`,
        `The question “${name}” does not come before what depends on it.`,
      ],
      ["Stellen Sie die Frage weiter nach vorn.", "Move the question further to the front."],
    ),
  ];
}

/** Comparisons for sameness between a variable and constants; larger and smaller accept any number. */
function constantsOf(
  expression: ConditionExpression,
): { variable: ConditionVariable; constant: string | number }[] {
  if (expression.kind === "and" || expression.kind === "or") {
    return expression.parts.flatMap(constantsOf);
  }
  if (expression.kind === "not") return constantsOf(expression.part);
  if (expression.kind !== "comparison") return [];
  const { operator, left, right } = expression;
  if (/greater|less/.test(operator)) return [];
  const [variable, constant] = left.kind === "variable" ? [left, right] : [right, left];
  if (variable.kind !== "variable" || constant.kind !== "constant") return [];
  return [constant.value].flat().map((value) => ({ variable, constant: value }));
}

function lintConstant(
  variable: ConditionVariable,
  constant: string | number,
  path: string,
  questions: ReadonlyMap<string, PlacedQuestion>,
): Issue[] {
  const question = questions.get(variable.question)?.question;
  if (question === undefined || question.type === "text" || question.type === "comment") return [];
  const { row } = variable;
  const isUnknownRow = row !== undefined && optionsUnder(question, row) === undefined;
  if (isUnknownRow || isPossible(question, variable, constant)) return [];
  return [
    error(
      path,
      [
        `„${constant}“ ist keine Antwort auf „${variable.question}“.`,
        `“${constant}” is not an answer to “${variable.question}”.`,
      ],
      [
        "Verwenden Sie den „value“ einer ihrer Antworten, bei einer Matrix mit der Zeile dazu.",
        "Use the “value” of one of its options, and for a matrix name the row too.",
      ],
    ),
  ];
}

function isPossible(question: Question, { row }: ConditionVariable, constant: string | number) {
  const options = row === undefined ? wholeOptions(question) : optionsUnder(question, row);
  if (options === "any") return true;
  return options?.some(({ value }) => String(value) === String(constant)) === true;
}

function unknownVariable(path: string, name: string): Issue {
  return error(
    path,
    [
      `Die Bedingung nennt „${name}“; das gibt es in diesem Fragebogen nicht.`,
      `The condition names “${name}”, which this questionnaire does not have.`,
    ],
    [
      "Nennen Sie eine Frage, bei mehreren Zeilen frage.zeile, bei mehreren Werten je Zeile frage.zeile.skala.",
      "Name a question, question.row where there are rows, question.row.rating where a row has several values.",
    ],
  );
}
