import type { Expression } from "../expression/expression.ts";
import { readExpression } from "../expression/read-expression.ts";
import { ExpressionError } from "../expression/tokens.ts";

/** The smallest and largest number that a constraint such as `. >= 0 and . <= 24` allows; nothing for any other. */
export function boundsOf(constraint: string): { from?: number; to?: number } | undefined {
  try {
    const bounds: { from?: number; to?: number } = {};
    const expression = readExpression(constraint.replace(/(^|[\s(])\.(?=\s*[<>=!])/g, "$1self"));
    const parts = expression.kind === "and" ? expression.parts : [expression];
    return parts.every((part) => addBound(part, bounds)) ? bounds : undefined;
  } catch (cause) {
    if (cause instanceof ExpressionError) return undefined;
    throw cause;
  }
}

function addBound(part: Expression, bounds: { from?: number; to?: number }): boolean {
  if (part.kind !== "compare" || part.left.kind !== "variable" || part.left.name !== "self")
    return false;
  if (part.right.kind !== "value" || !/^-?\d+(\.\d+)?$/.test(part.right.value)) return false;
  const value = Number(part.right.value);
  if (part.operator === ">=") bounds.from = value;
  else if (part.operator === ">") bounds.from = value + 1;
  else if (part.operator === "<=") bounds.to = value;
  else if (part.operator === "<") bounds.to = value - 1;
  else return false;
  return true;
}
