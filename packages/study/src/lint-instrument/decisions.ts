import type { Instrument, QuestionOf } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { error } from "./issue.ts";
import { unknownName } from "./items.ts";
import { placedQuestions } from "./outline.ts";

/** A decision aid can come to each of its recommendations, and its rules speak of what it asks. */
export function lintDecisions(instrument: Instrument): Issue[] {
  return placedQuestions(instrument).flatMap(({ question, path }) =>
    question.type === "decision" ? lintDecision(question, path) : [],
  );
}

function lintDecision(question: QuestionOf<"decision">, path: string): Issue[] {
  const { criteria, columns, weights, defaultWeight, conflict } = question;
  const points = columns.map(({ value }) => value).filter((value) => typeof value === "number");
  const issues: Issue[] = [];
  if (points.length < 2) issues.push(notRated(`${path}/columns`));
  if (criteria.every(({ direction }) => direction === 0)) {
    issues.push(withoutDirection(`${path}/criteria`));
  }
  if (!weights.some(({ value }) => value === defaultWeight)) {
    issues.push(unknownWeight(`${path}/defaultWeight`));
  }
  for (const [index, name] of conflict.criteria.entries()) {
    if (!criteria.some(({ value }) => value === name)) {
      issues.push(unknownName(`${path}/conflict/criteria/${index}`, "criterion", name));
    }
  }
  if (conflict.from <= Math.min(...points) || conflict.from > Math.max(...points)) {
    issues.push(alwaysOrNever(`${path}/conflict/from`));
  }
  return issues;
}

function notRated(path: string): Issue {
  return error(
    path,
    [
      "Kriterien werden mit Zahlen bewertet; hier gibt es keine zwei.",
      "Criteria are rated with numbers; here are no two.",
    ],
    ["Geben Sie den Stufen Zahlen als Codes.", "Give the points numbers as codes."],
  );
}

function withoutDirection(path: string): Issue {
  return error(
    path,
    [
      "Kein Kriterium spricht für eine der Empfehlungen.",
      "No criterion speaks for one of the recommendations.",
    ],
    ["Setzen Sie „direction“ auf 1 oder -1.", "Set “direction” to 1 or -1."],
  );
}

function unknownWeight(path: string): Issue {
  return error(
    path,
    ["Das übliche Gewicht steht nicht zur Wahl.", "The usual weight is not among the weights."],
    ["Nennen Sie eines der Gewichte.", "Name one of the weights."],
  );
}

function alwaysOrNever(path: string): Issue {
  return error(
    path,
    ["Die Konfliktregel gilt immer oder nie.", "The rule for conflicts holds always or never."],
    [
      "Wählen Sie eine Stufe über der niedrigsten bis zur höchsten.",
      "Choose a point above the lowest, up to the highest.",
    ],
  );
}
