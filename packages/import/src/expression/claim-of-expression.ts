import type { LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type {
  SourceClaim,
  SourceCondition,
  SourceOperator,
  SourceVariable,
} from "../source-condition.ts";
import type { Expression } from "./expression.ts";
import { readExpression } from "./read-expression.ts";
import { ExpressionError } from "./tokens.ts";

/** Finds the answer that a name in a condition stands for; nothing if the file has none of that name. */
export type Resolve = (name: string) => SourceVariable | undefined;

/**
 * Reads a condition; what an instrument cannot say becomes an untranslatable claim with its reason.
 * `bareWords`: whether a word without brackets names an answer (LimeSurvey) or is a value (SurveyJS).
 */
export function conditionOf(
  original: string,
  resolve: Resolve,
  bareWords: "names" | "values" = "names",
): SourceCondition {
  try {
    return { original, claim: claimOf(readExpression(original, bareWords), resolve) };
  } catch (cause) {
    if (!(cause instanceof ExpressionError)) throw cause;
    return {
      original,
      claim: cannot(
        `„${cause.message}“ lässt sich in Bedingungen von Mehrwert nicht ausdrücken`,
        `“${cause.message}” cannot be said in conditions of Mehrwert`,
      ),
    };
  }
}

function claimOf(expression: Expression, resolve: Resolve): SourceClaim {
  switch (expression.kind) {
    case "and":
    case "or":
      return {
        kind: expression.kind,
        parts: expression.parts.map((part) => claimOf(part, resolve)),
      };
    case "not":
      return { kind: "not", part: claimOf(expression.part, resolve) };
    case "compare":
      return compared(expression, resolve);
    case "infix":
      return infix(expression, resolve);
    case "postfix": {
      const claim = answered(expression.part, resolve);
      return expression.word === "empty" ? { kind: "not", part: claim } : claim;
    }
    case "call":
      return called(expression.name, expression.parts, resolve);
    case "variable":
      return answered(expression, resolve);
    default:
      return cannot("ein Wert allein ist keine Bedingung", "a value alone is no condition");
  }
}

const flipped: Readonly<Record<SourceOperator, SourceOperator>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

function compared(
  { operator, left, right }: Extract<Expression, { kind: "compare" }>,
  resolve: Resolve,
): SourceClaim {
  if (left.kind === "value" && right.kind === "variable") {
    return compared(
      { kind: "compare", operator: flipped[operator], left: right, right: left },
      resolve,
    );
  }
  if (left.kind !== "variable" || right.kind !== "value") {
    return cannot(
      "verglichen wird etwas anderes als eine Antwort mit einem festen Wert",
      "something other than an answer and a fixed value is compared",
    );
  }
  const variable = resolve(left.name);
  if (variable === undefined) return unknownName(left.name);
  return comparison(variable, operator, right.value);
}

function comparison(
  variable: SourceVariable,
  operator: SourceOperator,
  value: string,
): SourceClaim {
  const claim = { kind: "answered", variable } as const;
  if (variable.option !== undefined)
    return optionClaim(variable.question, variable.option, operator, value);
  if (value !== "") return { kind: "compare", variable, operator, value };
  return operator === "=" ? { kind: "not", part: claim } : claim;
}

/** One option of a multiple choice, which platforms store as `Y` or 1 when chosen, and empty, `N` or 0 when not. */
function optionClaim(
  question: string,
  option: string,
  operator: SourceOperator,
  value: string,
): SourceClaim {
  const isYes = /^(y|1|true)$/i.test(value);
  if (!isYes && !/^(n|0|false)?$/i.test(value)) {
    return cannot(
      "der Vergleichswert ist weder ja noch nein",
      "the value compared is neither yes nor no",
    );
  }
  const chosen: SourceClaim = { kind: "chosen", question, option };
  if (operator !== "=" && operator !== "<>") {
    return cannot("Größer und kleiner gibt es hier nicht", "greater and less make no sense here");
  }
  return isYes === (operator === "=") ? chosen : { kind: "not", part: chosen };
}

function infix(
  { word, left, right }: Extract<Expression, { kind: "infix" }>,
  resolve: Resolve,
): SourceClaim {
  if (left.kind !== "variable")
    return cannot(`„${word}“ ohne Frage davor`, `“${word}” without a question before it`);
  const values = right.kind === "list" ? right.parts : [right];
  const parts = values.map((value): SourceClaim => {
    const variable = resolve(left.name);
    if (variable === undefined) return unknownName(left.name);
    if (value.kind !== "value") {
      return cannot(
        `„${word}“ mit etwas anderem als festen Werten`,
        `“${word}” with other than fixed values`,
      );
    }
    return variable.row === undefined
      ? { kind: "chosen", question: variable.question, option: value.value }
      : { kind: "compare", variable, operator: "=", value: value.value };
  });
  const joined: SourceClaim = { kind: word === "anyof" || word === "noneof" ? "or" : "and", parts };
  const [only] = parts;
  const claim = parts.length === 1 && only !== undefined ? only : joined;
  return word.startsWith("no") ? { kind: "not", part: claim } : claim;
}

function called(name: string, parts: readonly Expression[], resolve: Resolve): SourceClaim {
  const [first, second] = parts;
  if (first !== undefined && parts.length === 1) {
    if (name === "not") return { kind: "not", part: claimOf(first, resolve) };
    if (/^(is_empty|empty)$/.test(name)) return { kind: "not", part: answered(first, resolve) };
    if (/^(!is_empty|notempty)$/.test(name)) return answered(first, resolve);
  }
  if (name === "selected" && first?.kind === "variable" && second?.kind === "value") {
    const variable = resolve(first.name);
    if (variable === undefined) return unknownName(first.name);
    return { kind: "chosen", question: variable.question, option: second.value };
  }
  return cannot(
    `die Funktion ${name}() gibt es in Bedingungen von Mehrwert nicht`,
    `the function ${name}() does not exist in conditions of Mehrwert`,
  );
}

function answered(expression: Expression, resolve: Resolve): SourceClaim {
  if (expression.kind !== "variable") {
    return cannot(
      "gefragt wird nach etwas anderem als einer Antwort",
      "it asks for something other than an answer",
    );
  }
  const variable = resolve(expression.name);
  if (variable === undefined) return unknownName(expression.name);
  return variable.option === undefined
    ? { kind: "answered", variable }
    : { kind: "chosen", question: variable.question, option: variable.option };
}

function unknownName(name: string): SourceClaim {
  return cannot(`„${name}“ ist keine Frage dieser Datei`, `“${name}” is no question of this file`);
}

/** A claim that stays behind, with the reason. */
export function cannot(de: string, en: string): Extract<SourceClaim, { kind: "untranslatable" }> {
  const reason: LocalizedText = say(de, en);
  return { kind: "untranslatable", reason };
}
