import type { LocalizedText } from "@mehrwert/study";
import { type JsonObject, listOf, numberOf, textOf } from "../file/json-value.ts";
import { say } from "../refusal.ts";
import type { SourceOption, SourceShape, SourceText } from "../source-survey.ts";
import { choicesOf, itemsOf } from "./choices.ts";
import { surveyJsText } from "./texts.ts";

/** What a SurveyJS question is here: a shape, a shape for each of its fields, or nothing. */
export type SurveyJsShape =
  | { shape: SourceShape; changed?: LocalizedText }
  | { fields: { code: string; text: SourceText; shape: SourceShape }[] }
  | { reason: LocalizedText };

/** What a SurveyJS question asks for, in the terms of the import. */
export function surveyJsShape(element: JsonObject, locale: string): SurveyJsShape {
  const type = textOf(element.type) ?? "text";
  switch (type) {
    case "radiogroup":
    case "dropdown":
    case "buttongroup":
    case "checkbox":
    case "tagbox":
    case "imagepicker":
    case "ranking":
      return listShape(type, element, locale);
    case "boolean":
      return {
        shape: { kind: "single", options: yesAndNo(element, locale) },
        changed: say(
          "Einfachauswahl; true und false heißen yes und no",
          "single choice; true and false are called yes and no",
        ),
      };
    case "rating":
      return { shape: ratingShape(element, locale) };
    case "matrix":
      return { shape: matrixShape(element, locale) };
    case "text":
      return textShape(element);
    case "comment":
      return { shape: { kind: "text", isLong: true, ...lengthOf(element) } };
    case "slider":
      return {
        shape: {
          kind: "number",
          from: numberOf(element.min) ?? 0,
          to: numberOf(element.max) ?? 100,
        },
      };
    case "multipletext":
      return {
        fields: itemsOf(element.items, locale).map(({ code, text }) => ({
          code,
          text,
          shape: { kind: "text", isLong: false },
        })),
      };
    case "html":
      return { shape: { kind: "note" } };
    default:
      return {
        reason:
          reasons[type] ??
          say("Diesen Fragetyp gibt es hier nicht.", "This question type does not exist here."),
      };
  }
}

const manyCells = say(
  "Fragen Sie jede Spalte als eigene Matrix.",
  "Ask every column as a matrix of its own.",
);
const reasons: Readonly<Record<string, LocalizedText>> = {
  matrixdropdown: manyCells,
  matrixdynamic: manyCells,
  file: say("Dateien werden nicht gesammelt.", "Files are not collected."),
  signaturepad: say("Unterschriften werden nicht gesammelt.", "Signatures are not collected."),
  image: say(
    "Beschreiben Sie in Worten, was zu sehen war.",
    "Describe in words what was to be seen.",
  ),
  expression: say(
    "Berechnungen gehören in die Auswertung.",
    "Computations belong in the analysis.",
  ),
};

function listShape(type: string, element: JsonObject, locale: string): SurveyJsShape {
  if (element.choicesByUrl !== undefined || element.choicesFromQuestion !== undefined) {
    return {
      reason: say(
        "Die Antworten stehen nicht in der Datei, sondern kommen von anderswo.",
        "The options do not stand in the file but come from elsewhere.",
      ),
    };
  }
  const options = choicesOf(element, locale);
  const isRandom = element.choicesOrder === "random";
  const [min, max] = [numberOf(element.minSelectedChoices), numberOf(element.maxSelectedChoices)];
  const amount = { ...(min ? { min } : {}), ...(max ? { max } : {}) };
  if (type === "ranking") return { shape: { kind: "ranking", options, isRandom, ...amount } };
  const isMultiple = type === "checkbox" || type === "tagbox" || element.multiSelect === true;
  if (isMultiple) return { shape: { kind: "multiple", options, isRandom, ...amount } };
  const shape: SourceShape = { kind: "single", options, isRandom };
  if (type === "radiogroup") return { shape };
  return { shape, changed: say("Auswahl mit sichtbaren Antworten", "choice with visible options") };
}

/** Truth values are stored as words: `true` and `false` mean something else in conditions. */
function yesAndNo(element: JsonObject, locale: string): SourceOption[] {
  const option = (usual: boolean, value: unknown, label: unknown, de: string, en: string) => {
    const text = surveyJsText(label, locale);
    const words =
      text.size > 0
        ? text
        : new Map([
            ["de", de],
            ["en", en],
          ]);
    const own = textOf(value) ?? String(usual);
    return own === String(usual)
      ? { code: own, stored: usual ? "yes" : "no", text: words }
      : { code: own, text: words };
  };
  return [
    option(true, element.valueTrue, element.labelTrue, "ja", "yes"),
    option(false, element.valueFalse, element.labelFalse, "nein", "no"),
  ];
}

/** From 0 to 10 it is a recommendation; otherwise a choice among numbers, with words at both ends. */
function ratingShape(element: JsonObject, locale: string): SourceShape {
  const lowest = surveyJsText(element.minRateDescription, locale);
  const highest = surveyJsText(element.maxRateDescription, locale);
  const given = itemsOf(element.rateValues, locale);
  const min = numberOf(element.rateMin) ?? 1;
  const max = numberOf(element.rateMax) ?? min + (numberOf(element.rateCount) ?? 5) - 1;
  if (given.length === 0 && min === 0 && max === 10) {
    return {
      kind: "nps",
      ...(lowest.size > 0 ? { lowest } : {}),
      ...(highest.size > 0 ? { highest } : {}),
    };
  }
  const step = Math.max(1, numberOf(element.rateStep) ?? 1);
  const count = Math.min(100, Math.max(0, Math.floor((max - min) / step) + 1));
  const numbers = Array.from({ length: count }, (_, place): SourceOption => {
    const code = String(min + place * step);
    return { code, text: new Map([[locale, code]]) };
  });
  const options = given.length > 0 ? given : numbers;
  return {
    kind: "single",
    options: options.map((option, place) => {
      if (place === 0) return { ...option, text: withWords(option.text, lowest) };
      return place === options.length - 1
        ? { ...option, text: withWords(option.text, highest) }
        : option;
    }),
  };
}

function withWords(text: SourceText, words: SourceText): SourceText {
  const [usual = ""] = text.values();
  if (words.size === 0) return text;
  return new Map([...words].map(([tag, word]) => [tag, `${text.get(tag) ?? usual} – ${word}`]));
}

function matrixShape(element: JsonObject, locale: string): SourceShape {
  return {
    kind: "matrix",
    rows: itemsOf(element.rows, locale),
    columns: itemsOf(element.columns, locale),
    isRandom: element.rowOrder === "random" || element.rowsOrder === "random",
    needsAllRows: element.isAllRowRequired === true || element.eachRowRequired === true,
  };
}

function textShape(element: JsonObject): SurveyJsShape {
  const input = textOf(element.inputType) ?? "text";
  if (input === "number" || input === "range") {
    const validator = listOf(element.validators).find(
      (one) => typeof one === "object" && one !== null && "type" in one && one.type === "numeric",
    );
    const checked: JsonObject =
      typeof validator === "object" && validator !== null ? { ...validator } : {};
    const from = numberOf(element.min) ?? numberOf(checked.minValue);
    const to = numberOf(element.max) ?? numberOf(checked.maxValue);
    return {
      shape: {
        kind: "number",
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    };
  }
  const shape: SourceShape = { kind: "text", isLong: false, ...lengthOf(element) };
  if (input === "text") return { shape };
  return {
    shape,
    changed: say(
      `offene Frage ohne Prüfung auf „${input}“`,
      `open question without a check for “${input}”`,
    ),
  };
}

function lengthOf(element: JsonObject): { maxLength?: number } {
  const length = numberOf(element.maxLength);
  return length !== undefined && length > 0 ? { maxLength: length } : {};
}
