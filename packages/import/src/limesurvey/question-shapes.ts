import type { LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { SourceOption, SourceRow, SourceShape, SourceText } from "../source-survey.ts";
import { isOn, numberSetting, setting } from "./attributes.ts";
import type { LimePart, LimeQuestion } from "./limesurvey-survey.ts";

/** What LimeSurvey calls its types. */
export const limeTypeNames: Readonly<Record<string, string>> = {
  L: "list (radio)",
  "!": "list (dropdown)",
  O: "list with comment",
  "5": "5 point choice",
  Y: "yes/no",
  G: "gender",
  M: "multiple choice",
  P: "multiple choice with comments",
  F: "array",
  A: "array (5 point)",
  B: "array (10 point)",
  C: "array (yes/no/uncertain)",
  E: "array (increase/same/decrease)",
  H: "array by column",
  "1": "array dual scale",
  ";": "array (texts)",
  ":": "array (numbers)",
  R: "ranking",
  N: "numerical input",
  K: "multiple numerical input",
  S: "short free text",
  T: "long free text",
  U: "huge free text",
  Q: "multiple short text",
  D: "date/time",
  X: "text display",
  "*": "equation",
  I: "language switch",
  "|": "file upload",
};

/** Our word for a LimeSurvey question: its shape, or why it has none. */
export type LimeShape = { shape: SourceShape } | { reason: LocalizedText };

/** What a LimeSurvey question asks for, in the terms of the import. */
export function limeShape(question: LimeQuestion): LimeShape {
  const { type } = question;
  if (isOn(question, "hidden")) {
    return {
      reason: say(
        "Die Frage ist auf der Plattform verborgen.",
        "The question is hidden on the platform.",
      ),
    };
  }
  const shape = choiceShape(question) ?? rowShape(question) ?? openShape(question);
  if (shape !== undefined) return { shape };
  return {
    reason:
      reasons[type] ??
      say("Diesen Fragetyp gibt es hier nicht.", "This question type does not exist here."),
  };
}

const reasons: Readonly<Record<string, LocalizedText>> = {
  ";": say(
    "Fragen Sie jede Zeile als eigene offene Frage.",
    "Ask every row as an open question of its own.",
  ),
  ":": say(
    "Fragen Sie jede Zeile in Stufen („number-band“) oder als Matrix.",
    "Ask every row in bands (“number-band”) or as a matrix.",
  ),
  "*": say("Berechnungen gehören in die Auswertung.", "Computations belong in the analysis."),
  I: say("Die Sprache lässt sich hier immer wechseln.", "The language can always be changed here."),
  "|": say("Dateien werden nicht gesammelt.", "Files are not collected."),
};

function choiceShape(question: LimeQuestion): SourceShape | undefined {
  const isRandom = isOn(question, "random_order") || setting(question, "answer_order") === "random";
  switch (question.type) {
    case "L":
    case "!":
    case "O":
      return {
        kind: "single",
        options: [...optionsOf(question), ...otherOption(question)],
        isRandom,
      };
    case "5":
      return { kind: "single", options: points(5) };
    case "Y":
      return { kind: "single", options: [option("Y", "ja", "yes"), option("N", "nein", "no")] };
    case "G":
      return {
        kind: "single",
        options: [option("F", "weiblich", "female"), option("M", "männlich", "male")],
      };
    case "M":
    case "P":
      return {
        kind: "multiple",
        options: [...boxes(question), ...otherOption(question)],
        isRandom: isRandom || setting(question, "subquestion_order") === "random",
        ...amount(question),
      };
    case "R":
      return {
        kind: "ranking",
        options: optionsOf(question).length > 0 ? optionsOf(question) : rowsOf(question),
        isRandom: isRandom || setting(question, "subquestion_order") === "random",
        ...amount(question),
      };
    default:
      return undefined;
  }
}

function rowShape(question: LimeQuestion): SourceShape | undefined {
  const rows = rowsOf(question);
  const isRandom =
    isOn(question, "random_order") || setting(question, "subquestion_order") === "random";
  const matrix = (columns: SourceOption[]): SourceShape => ({
    kind: "matrix",
    rows,
    columns,
    isRandom,
  });
  switch (question.type) {
    case "F":
    case "H":
      return matrix(optionsOf(question));
    case "A":
      return matrix(points(5));
    case "B":
      return matrix(points(10));
    case "C":
      return matrix([
        option("N", "nein", "no"),
        option("U", "unsicher", "uncertain"),
        option("Y", "ja", "yes"),
      ]);
    case "E":
      return matrix([
        option("D", "abgenommen", "decreased"),
        option("S", "gleich geblieben", "same"),
        option("I", "zugenommen", "increased"),
      ]);
    case "1": {
      const scale = (code: string, header: string) => ({
        code,
        text: question.attributes.get(header) ?? new Map<string, string>(),
        options: optionsOf(question, code),
      });
      const scales = [scale("0", "dualscale_headerA"), scale("1", "dualscale_headerB")] as const;
      return { kind: "double-matrix", rows, scales, isRandom };
    }
    default:
      return undefined;
  }
}

function openShape(question: LimeQuestion): SourceShape | undefined {
  const maxLength = numberSetting(question, "maximum_chars");
  const limit = maxLength === undefined ? {} : { maxLength };
  switch (question.type) {
    case "S":
    case "Q":
      return { kind: "text", isLong: false, ...limit };
    case "D":
      return { kind: "text", isLong: false, maxLength: 30 };
    case "T":
    case "U":
      return { kind: "text", isLong: true, ...limit };
    case "N":
    case "K":
      return { kind: "number", ...bounds(question) };
    case "X":
      return { kind: "note" };
    default:
      return undefined;
  }
}

function amount(question: LimeQuestion): { min?: number; max?: number } {
  const [min, max] = [
    numberSetting(question, "min_answers"),
    numberSetting(question, "max_answers"),
  ];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function bounds(question: LimeQuestion): { from?: number; to?: number; unit?: SourceText } {
  const from = numberSetting(question, "min_num_value_n");
  const to = numberSetting(question, "max_num_value_n");
  const unit = question.attributes.get("suffix") ?? question.attributes.get("prefix");
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function optionsOf({ answers }: LimeQuestion, scale = "0"): SourceOption[] {
  return answers.filter((part) => part.scale === scale).map(({ code, text }) => ({ code, text }));
}

/** Rows of arrays; those of the second scale are columns of another kind. */
export function rowsOf({ subquestions }: LimeQuestion): SourceRow[] {
  return subquestions
    .filter(({ scale }) => scale === "0")
    .map(({ code, text }) => ({ code, text }));
}

function boxes(question: LimeQuestion): SourceOption[] {
  const exclusive = setting(question, "exclude_all_others")
    .split(/[;,]/)
    .map((code) => code.trim());
  return question.subquestions.map(({ code, text }: LimePart) => ({
    code,
    text,
    ...(exclusive.includes(code) ? { isExclusive: true } : {}),
    ...(question.type === "P" ? { hasText: true } : {}),
  }));
}

function otherOption(question: LimeQuestion): SourceOption[] {
  if (!question.hasOther) return [];
  const words = question.attributes.get("other_replace_text");
  const isWorded = words !== undefined && [...words.values()].some((text) => text.trim() !== "");
  const usual = new Map([
    ["de", "Sonstiges"],
    ["en", "Other"],
  ]);
  return [{ code: "-oth-", text: isWorded ? words : usual, hasText: true }];
}

function points(count: number): SourceOption[] {
  return Array.from({ length: count }, (_, place) =>
    option(String(place + 1), String(place + 1), String(place + 1)),
  );
}

function option(code: string, de: string, en: string): SourceOption {
  return {
    code,
    text: new Map([
      ["de", de],
      ["en", en],
    ]),
  };
}
