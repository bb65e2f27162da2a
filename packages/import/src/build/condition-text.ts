import type { LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { SourceClaim, SourceOperator, SourceVariable } from "../source-condition.ts";
import type { BuiltQuestion } from "./built-question.ts";

/** A condition in our words, or why there is none. */
export type ConditionText = { text: string } | { reason: LocalizedText };

/** Finds a question by its name in the file; nothing if it was left out. */
export type FindQuestion = (code: string) => BuiltQuestion | undefined;

/**
 * Writes a claim of the file as a condition of an instrument. A part that cannot be said makes the whole unsayable:
 * half a condition would show questions to the wrong people.
 */
export function conditionText(claim: SourceClaim, find: FindQuestion): ConditionText {
  switch (claim.kind) {
    case "and":
    case "or": {
      const parts = claim.parts.map((part) => conditionText(part, find));
      const failed = parts.find((part) => "reason" in part);
      if (failed !== undefined) return failed;
      const texts = parts.map((part) => ("text" in part ? part.text : ""));
      const [only] = texts;
      if (texts.length === 1 && only !== undefined) return { text: only };
      return { text: `(${texts.join(` ${claim.kind} `)})` };
    }
    case "not": {
      if (claim.part.kind === "not") return conditionText(claim.part.part, find);
      if (claim.part.kind === "answered") return answered(claim.part.variable, "empty", find);
      const inner = conditionText(claim.part, find);
      return "reason" in inner ? inner : { text: negated(inner.text) };
    }
    case "chosen":
      return chosen(claim.question, claim.option, find);
    case "answered":
      return answered(claim.variable, "notempty", find);
    case "compare":
      return compared(claim, find);
    case "untranslatable":
      return { reason: claim.reason };
  }
}

/** Takes off brackets that enclose a whole condition. */
export function withoutOuterBrackets(text: string): string {
  if (!text.startsWith("(") || !text.endsWith(")")) return text;
  let depth = 0;
  for (const [place, sign] of [...text].entries()) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (depth === 0 && place < text.length - 1) return text;
  }
  return text.slice(1, -1);
}

function answered(
  variable: SourceVariable,
  claim: "empty" | "notempty",
  find: FindQuestion,
): ConditionText {
  const place = placeOf(variable, find);
  return "reason" in place ? place : { text: `${place.name} ${claim}` };
}

function negated(text: string): string {
  return text.startsWith("(") ? `!${text}` : `!(${text})`;
}

/** A matrix without a row can be answered or not, but has no value to compare. */
type Place = { name: string; built: BuiltQuestion; isWholeMatrix: boolean };

function placeOf(
  { question, row }: SourceVariable,
  find: FindQuestion,
): Place | { reason: LocalizedText } {
  const built = find(question);
  if (built === undefined) {
    return reason(
      `die Frage „${question}“ wurde nicht übernommen`,
      `the question “${question}” was not carried over`,
    );
  }
  const { name } = built.question;
  const isWholeMatrix = row === undefined && built.rows.size > 0;
  if (row === undefined) return { name: `{${name}}`, built, isWholeMatrix };
  const ownRow = built.rows.get(row);
  if (ownRow === undefined || built.question.type === "double-rating") {
    return reason(
      `nach der Zeile „${row}“ lässt sich hier nicht fragen`,
      `the row “${row}” cannot be asked about here`,
    );
  }
  return { name: `{${name}.${ownRow}}`, built, isWholeMatrix };
}

function chosen(question: string, option: string, find: FindQuestion): ConditionText {
  const place = placeOf({ question }, find);
  if ("reason" in place) return place;
  const { type } = place.built.question;
  const operator = type === "checkbox" || type === "ranking" ? "contains" : "=";
  return withValue(place, operator, option);
}

function compared(
  { variable, operator, value }: Extract<SourceClaim, { kind: "compare" }>,
  find: FindQuestion,
): ConditionText {
  const place = placeOf(variable, find);
  if ("reason" in place) return place;
  const { type } = place.built.question;
  if (type === "checkbox" || type === "ranking") {
    if (operator === "=") return withValue(place, "contains", value);
    if (operator === "<>") return withValue(place, "notcontains", value);
    return reason("eine Liste ist weder größer noch kleiner", "a list is neither greater nor less");
  }
  if (type === "number-band") {
    return reason(
      "aus der Zahl wurden Stufen, deren Grenzen erst festzulegen sind",
      "the number became bands whose limits are still to be settled",
    );
  }
  return withValue(place, operator, value);
}

function withValue(
  { name, built, isWholeMatrix }: Place,
  operator: SourceOperator | "contains" | "notcontains",
  value: string,
): ConditionText {
  if (isWholeMatrix) {
    return reason(
      `„${built.code}“ hat mehrere Zeilen; verglichen wird immer eine`,
      `“${built.code}” has several rows; one of them is compared`,
    );
  }
  const isOpen = built.question.type === "text" || built.question.type === "comment";
  const code = isOpen ? value : built.codes.get(value);
  if (code === undefined) {
    return reason(
      `„${value}“ ist keine Antwort auf „${built.code}“`,
      `“${value}” is no answer to “${built.code}”`,
    );
  }
  if (typeof code === "number") return { text: `${name} ${operator} ${code}` };
  if (/[<>]/.test(operator) && operator !== "<>") {
    return reason("Worte sind weder größer noch kleiner", "words are neither greater nor less");
  }
  if (/['"\\<>{}]|equals|=/.test(code)) {
    return reason(
      "der Vergleichswert enthält Sonderzeichen",
      "the value compared has special characters",
    );
  }
  return { text: `${name} ${operator} '${code}'` };
}

function reason(de: string, en: string): { reason: LocalizedText } {
  return { reason: say(de, en) };
}
