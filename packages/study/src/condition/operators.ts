import { areEqualValues, type ConditionValue, isEmptyValue } from "./equality.ts";
import type { ConditionOperator } from "./expression.ts";

type Operator = (left: ConditionValue, right: ConditionValue) => boolean;

/** What each operator claims, as survey-core 3.0.0 has it, case-blind and lenient between text and number. */
export const conditionOperators: Readonly<Record<ConditionOperator, Operator>> = {
  equal: areEqualValues,
  notequal: (left, right) => !areEqualValues(left, right),
  greater: isGreater,
  greaterorequal: (left, right) => areEqualValues(left, right) || isGreater(left, right),
  less: (left, right) => isGreater(right, left),
  lessorequal: (left, right) => areEqualValues(left, right) || isGreater(right, left),
  contains: (left, right) => containsAll(left, right, true),
  notcontains: (left, right) =>
    (isFalsy(left) && !isEmptyValue(right)) || containsAll(left, right, false),
  anyof: hasAny,
  noneof: (left, right) => !hasAny(left, right),
  allof: (left, right) => {
    if (isFalsy(left) && !isEmptyValue(right)) return false;
    const wanted = Array.isArray(right) ? right : [right];
    return wanted.every((value) => containsAll(left, value, true));
  },
};

/** A missing side is neither greater nor less. */
function isGreater(left: ConditionValue, right: ConditionValue): boolean {
  if (left === undefined || left === null || right === undefined || right === null) return false;
  return comparable(left) > comparable(right);
}

/** Lists and matrices compare by their text, as they do in JavaScript. */
function comparable(value: Exclude<ConditionValue, null | undefined>): string | number | boolean {
  return typeof value === "object" ? textOf(value) : value;
}

function textOf(value: ConditionValue): string {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? "[object Object]"
    : String(value);
}

/**
 * `expected` true: everything in `right` is in `left`; false: something in `right` is not.
 * A text is searched for a part of it. Nothing contains nothing and lacks nothing.
 */
function containsAll(left: ConditionValue, right: ConditionValue, expected: boolean): boolean {
  if (Array.isArray(left)) {
    if (left.length === 0) return !expected;
    const wanted = Array.isArray(right) ? right : [right];
    return wanted.every((value) => left.some((own) => areEqualValues(own, value))) === expected;
  }
  if (isFalsy(left) && left !== 0 && left !== false) return false;
  if (isFalsy(right)) return false;
  return textOf(left).toLowerCase().includes(textOf(right).toLowerCase()) === expected;
}

function hasAny(left: ConditionValue, right: ConditionValue): boolean {
  if (isEmptyValue(left)) return isEmptyValue(right);
  if (isEmptyValue(right)) return true;
  if (!Array.isArray(left)) return containsAll(right, left, true);
  const wanted = Array.isArray(right) ? right : [right];
  return wanted.some((value) => containsAll(left, value, true));
}

function isFalsy(value: ConditionValue): boolean {
  return !value;
}
