/** Anything an answer, or a part of one, can be. */
export type ConditionValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | ConditionValue[]
  | { [key: string]: ConditionValue };

/** No answer: nothing, an empty text, an empty list, or a matrix whose rows are all empty. */
export function isEmptyValue(value: ConditionValue): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) return Object.values(value).every(isEmptyValue);
  return value === undefined || value === null || value === "";
}

/**
 * Whether two values count as the same answer: texts without case and outer blanks, numbers also when
 * written as text, lists in any order. Follows `OperandMaker.isTwoValueEquals` of survey-core 3.0.0.
 */
export function areEqualValues(left: ConditionValue, right: ConditionValue): boolean {
  return areSame(
    left === "undefined" ? undefined : left,
    right === "undefined" ? undefined : right,
  );
}

function areSame(left: ConditionValue, right: ConditionValue): boolean {
  if (left === right) return true;
  if (isNothing(left, right) || isNothing(right, left)) return true;
  if (typeof left === "string" && typeof right === "string") {
    return left.trim().toLowerCase() === right.trim().toLowerCase();
  }
  if (isDecimal(left) && isDecimal(right) && decimalOf(left) === decimalOf(right)) return true;
  if (isEmptyValue(left) !== isEmptyValue(right)) return false;
  if (typeof left === "boolean" && typeof right === "string")
    return String(left) === right.toLowerCase();
  if (typeof right === "boolean" && typeof left === "string")
    return String(right) === left.toLowerCase();
  return isCompound(left) || isCompound(right)
    ? areSameCompounds(left, right)
    : areLoose(left, right);
}

/** An empty list equals an absent answer; an empty text equals none. */
function isNothing(one: ConditionValue, other: ConditionValue): boolean {
  if (Array.isArray(one) && one.length === 0) return other === undefined;
  return (one === undefined || one === null) && other === "";
}

function areSameCompounds(left: ConditionValue, right: ConditionValue): boolean {
  if (!isCompound(left) || !isCompound(right)) return false;
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return false;
    const sorted = right.toSorted();
    return left.toSorted().every((value, place) => areSame(value, sorted[place]));
  }
  const [a, b] = [new Map(Object.entries(left)), new Map(Object.entries(right))];
  return (
    a.size === b.size && [...a].every(([key, value]) => b.has(key) && areSame(value, b.get(key)))
  );
}

/** JavaScript's `==` between values that are neither lists nor records. */
function areLoose(left: ConditionValue, right: ConditionValue): boolean {
  if (left === undefined || left === null) return right === undefined || right === null;
  if (right === undefined || right === null) return false;
  return typeof left === typeof right ? left === right : Number(left) === Number(right);
}

/** A number, or a text that JavaScript takes for one; the sixteen-based ones compare by `areLoose`. */
function isDecimal(value: ConditionValue): boolean {
  if (value === undefined || value === null || isCompound(value)) return false;
  return !Number.isNaN(Number(value)) && !/^\s*0x/i.test(String(value));
}

function decimalOf(value: ConditionValue): number {
  return Number.parseFloat(String(value));
}

function isCompound(
  value: ConditionValue,
): value is ConditionValue[] | { [key: string]: ConditionValue } {
  return typeof value === "object" && value !== null;
}

function isRecord(value: ConditionValue): value is { [key: string]: ConditionValue } {
  return isCompound(value) && !Array.isArray(value);
}
