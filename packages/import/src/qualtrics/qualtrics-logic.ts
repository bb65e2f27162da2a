import { cannot } from "../expression/claim-of-expression.ts";
import { isJsonObject, type JsonObject, objectOf, textOf } from "../file/json-value.ts";
import type { SourceClaim, SourceCondition, SourceOperator } from "../source-condition.ts";

/** What a condition of Qualtrics needs to know about the file. */
export type LogicNames = {
  codes: ReadonlyMap<string, string>;
  /** Whether the options of a question are rows (matrix). */
  isMatrix(id: string): boolean;
};

/** Reads display logic or branch logic; nothing where there is none. */
export function qualtricsCondition(logic: unknown, names: LogicNames): SourceCondition | undefined {
  if (!isJsonObject(logic) || Object.keys(logic).length === 0) return undefined;
  const groups = numbered(logic);
  if (groups.length === 0) return undefined;
  let claim: SourceClaim | undefined;
  for (const group of groups) {
    const own = groupClaim(group, names);
    if (claim === undefined) claim = own;
    else claim = { kind: group.Type === "AndIf" ? "and" : "or", parts: [claim, own] };
  }
  const original = groups.flatMap(numbered).map(describe).join(" ").trim();
  return claim === undefined ? undefined : { original, claim };
}

function numbered(owner: JsonObject): JsonObject[] {
  return Object.entries(owner)
    .filter(([key, value]) => /^\d+$/.test(key) && isJsonObject(value))
    .map(([, value]) => objectOf(value));
}

/** `and` binds stronger than `or`. */
function groupClaim(group: JsonObject, names: LogicNames): SourceClaim {
  const alternatives: SourceClaim[][] = [];
  for (const expression of numbered(group)) {
    const claim = expressionClaim(expression, names);
    const last = alternatives.at(-1);
    const joint = textOf(expression.Conjuction) ?? textOf(expression.Conjunction) ?? "";
    if (last === undefined || /^or$/i.test(joint)) alternatives.push([claim]);
    else last.push(claim);
  }
  const parts = alternatives.map((claims) => joined("and", claims));
  return joined("or", parts);
}

function joined(kind: "and" | "or", parts: SourceClaim[]): SourceClaim {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}

function describe(expression: JsonObject): string {
  const joint = textOf(expression.Conjuction) ?? "";
  const left = textOf(expression.LeftOperand) ?? textOf(expression.ChoiceLocator) ?? "?";
  return [joint, left, textOf(expression.Operator), textOf(expression.RightOperand)]
    .filter(Boolean)
    .join(" ");
}

function expressionClaim(expression: JsonObject, names: LogicNames): SourceClaim {
  if (textOf(expression.LogicType) !== "Question") {
    const kind = textOf(expression.LogicType) ?? "?";
    return cannot(
      `Bedingungen über „${kind}“ gibt es hier nicht`,
      `there are no conditions about “${kind}” here`,
    );
  }
  const locator = textOf(expression.LeftOperand) ?? textOf(expression.ChoiceLocator) ?? "";
  const claim = locatorClaim(
    locator,
    textOf(expression.RightOperand) ?? "",
    textOf(expression.Operator) ?? "",
    names,
  );
  return (
    claim ??
    cannot(`„${locator}“ lässt sich hier nicht ausdrücken`, `“${locator}” cannot be said here`)
  );
}

/** Operators that claim the opposite of another. */
const negations: Readonly<Record<string, string>> = {
  NotSelected: "Selected",
  NotEqualTo: "EqualTo",
  Empty: "NotEmpty",
};

/** A claim about an answer named as Qualtrics names it: `q://QID1/SelectableChoice/2`. */
export function locatorClaim(
  locator: string,
  right: string,
  operator: string,
  names: LogicNames,
): SourceClaim | undefined {
  const opposite = negations[operator];
  if (opposite !== undefined) {
    const part = locatorClaim(locator, right, opposite, names);
    return part === undefined ? undefined : { kind: "not", part };
  }
  const [, id = "", part = "", first = "", second = ""] =
    /^q:\/\/(QID[^/]+)\/(\w+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(locator) ?? [];
  const question = names.codes.get(id);
  if (question === undefined) return undefined;
  if (operator === "Selected") {
    if (second !== "") {
      return { kind: "compare", variable: { question, row: first }, operator: "=", value: second };
    }
    return part === "SelectableChoice" && first !== "" && !names.isMatrix(id)
      ? { kind: "chosen", question, option: first }
      : undefined;
  }
  if (part !== "ChoiceTextEntryValue" && part !== "ChoiceNumericEntryValue") return undefined;
  const variable = { question: first === "" ? question : `${question}_${first}` };
  if (operator === "NotEmpty") return { kind: "answered", variable };
  const sign = comparisons[operator];
  return sign === undefined
    ? undefined
    : { kind: "compare", variable, operator: sign, value: right };
}

const comparisons: Readonly<Record<string, SourceOperator>> = {
  EqualTo: "=",
  GreaterThan: ">",
  GreaterThanOrEqual: ">=",
  LessThan: "<",
  LessThanOrEqual: "<=",
};
