import type { ConditionExpression, ConditionVariable } from "./condition/expression.ts";
import { readExpression } from "./condition/reader.ts";
import { ConditionSyntaxError } from "./condition/tokens.ts";

/** A condition of an instrument, read once by `parseCondition`. */
export type Condition = { readonly text: string; readonly expression: ConditionExpression };

/** Longer conditions are refused. */
export const maximumConditionLength = 2000;

/**
 * Reads a SurveyJS expression of the kind Mehrwert evaluates: claims joined by `and`, `or`, `!( )`.
 * A claim compares (`=` `<>` `<` `<=` `>` `>=`), looks into a list (`contains` `notcontains` `anyof`
 * `noneof` `allof`) or asks whether there is an answer (`{x} empty`, `{x} notempty`).
 * Everything else SurveyJS knows (functions, arithmetic, bare words, chained comparisons) is refused here:
 * routing does not need it, and much of it means something nobody expects.
 * @throws ConditionSyntaxError (a SyntaxError) with the position
 * @example parseCondition("{consent} = 'given' and {value-drivers[0]} anyof ['vd-1', 'vd-2']")
 */
export function parseCondition(text: string): Condition {
  if (text.length > maximumConditionLength) {
    throw new ConditionSyntaxError(
      `A condition has at most ${maximumConditionLength} characters`,
      maximumConditionLength,
    );
  }
  return { text, expression: readExpression(text) };
}

/** The names of the questions a condition looks at, each once, in the order of their first mention. */
export function conditionVariables(condition: Condition): string[] {
  return [...new Set(conditionReferences(condition).map((variable) => variable.question))];
}

/** Every answer a condition looks at, with row and place, in the order of mention. */
export function conditionReferences(condition: Condition): ConditionVariable[] {
  return referencesOf(condition.expression);
}

function referencesOf(expression: ConditionExpression): ConditionVariable[] {
  switch (expression.kind) {
    case "and":
    case "or":
      return expression.parts.flatMap(referencesOf);
    case "not":
      return referencesOf(expression.part);
    case "comparison":
      return [expression.left, expression.right].filter((side) => side.kind === "variable");
    default:
      return [expression.operand];
  }
}
