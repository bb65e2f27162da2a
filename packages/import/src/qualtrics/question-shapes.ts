import type { LocalizedText } from "@mehrwert/study";
import {
  isJsonObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
} from "../file/json-value.ts";
import { say } from "../refusal.ts";
import type { SourceOption, SourceRow, SourceShape, SourceText } from "../source-survey.ts";

/** What a Qualtrics question is here: one shape, a shape for each of its fields, or nothing. */
export type QualtricsShape =
  | { shape: SourceShape }
  | { fields: { code: string; text: SourceText; shape: SourceShape }[] }
  | { reason: LocalizedText };

/** A text of a question in its first language and in its translations. */
export function textsOf(
  payload: JsonObject,
  language: string,
  read: (part: JsonObject) => unknown,
): SourceText {
  const texts = new Map<string, string>();
  const own = textOf(read(payload));
  if (own !== undefined) texts.set(language, own);
  for (const [tag, part] of Object.entries(objectOf(payload.Language))) {
    const text = textOf(read(objectOf(part)));
    if (text !== undefined) texts.set(tag.toLowerCase(), text);
  }
  return texts;
}

/** What a Qualtrics question asks for, in the terms of the import. */
export function qualtricsShape(payload: JsonObject, language: string): QualtricsShape {
  const type = textOf(payload.QuestionType) ?? "";
  const selector = textOf(payload.Selector) ?? "";
  const isRandom = objectOf(payload.Randomization).Type === "All";
  const options = optionsOf(payload, language, "Choices", "ChoiceOrder");
  switch (type) {
    case "MC":
      return { shape: multipleChoice(payload, selector, options, isRandom) };
    case "Matrix":
      return matrix(payload, selector, language, isRandom);
    case "SBS":
      return sideBySide(payload, language, isRandom);
    case "RO":
      return { shape: { kind: "ranking", options, isRandom, ...amount(payload) } };
    case "TE":
      return textEntry(payload, selector, options);
    case "Slider":
      return {
        fields: options.map(({ code, text }) => ({ code, text, shape: sliderShape(payload) })),
      };
    case "DB":
      return { shape: { kind: "note" } };
    default:
      return {
        reason:
          reasons[type] ??
          say("Diesen Fragetyp gibt es hier nicht.", "This question type does not exist here."),
      };
  }
}

const reasons: Readonly<Record<string, LocalizedText>> = {
  CS: say(
    "Punkte zu verteilen ist hier nicht möglich; lassen Sie ordnen oder einschätzen.",
    "Points cannot be shared out here; ask for a ranking or ratings.",
  ),
  MaxDiff: say(
    "Legen Sie eine Frage der Art „maxdiff“ an.",
    "Create a question of the type “maxdiff”.",
  ),
  Timing: say("Zeiten je Frage werden nicht erhoben.", "Times per question are not recorded."),
  Meta: say(
    "Angaben über Gerät und Browser werden nicht erhoben.",
    "Facts about device and browser are not recorded.",
  ),
  FileUpload: say("Dateien werden nicht gesammelt.", "Files are not collected."),
  Captcha: say("Eine solche Prüfung gibt es hier nicht.", "There is no such check here."),
};

function multipleChoice(
  payload: JsonObject,
  selector: string,
  options: SourceOption[],
  isRandom: boolean,
): SourceShape {
  if (selector === "NPS") return { kind: "nps", ...npsEnds(payload), numbers: npsNumbers(options) };
  if (/^M/.test(selector)) return { kind: "multiple", options, isRandom, ...amount(payload) };
  return { kind: "single", options, isRandom };
}

/** Options are keyed from 1 or from 0; what counts is the number they show or are recoded to. */
function npsNumbers(options: readonly SourceOption[]): Map<string, number> {
  return new Map(
    options.flatMap(({ code, stored, text }): [string, number][] => {
      const number = numberOf(stored) ?? numberOf([...text.values()][0]?.replace(/<[^>]*>/g, ""));
      return number !== undefined && number >= 0 && number <= 10 ? [[code, number]] : [];
    }),
  );
}

function npsEnds(payload: JsonObject): { lowest?: SourceText; highest?: SourceText } {
  const labels = listOf(payload.ColumnLabels).map((label) => textOf(objectOf(label).Display));
  const [low, high] = [labels[0], labels.at(-1)];
  return {
    ...(low ? { lowest: new Map([["en", low]]) } : {}),
    ...(high ? { highest: new Map([["en", high]]) } : {}),
  };
}

function matrix(
  payload: JsonObject,
  selector: string,
  language: string,
  isRandom: boolean,
): QualtricsShape {
  const isSingle = /^(SingleAnswer|DL|DND)?$/.test(textOf(payload.SubSelector) ?? "");
  if (selector === "MaxDiff" && reasons.MaxDiff !== undefined) return { reason: reasons.MaxDiff };
  if (!/^(Likert|Bipolar)$/.test(selector) || !isSingle) {
    return {
      reason: say(
        "Eine Matrix nimmt je Zeile eine Stufe; fragen Sie hier jede Zeile einzeln.",
        "A matrix takes one point per row; ask every row of this one by itself.",
      ),
    };
  }
  const rows: SourceRow[] = optionsOf(payload, language, "Choices", "ChoiceOrder");
  const columns = optionsOf(payload, language, "Answers", "AnswerOrder");
  const settings = objectOf(objectOf(payload.Validation).Settings);
  const needsAllRows = settings.ForceResponse === "ON";
  return { shape: { kind: "matrix", rows, columns, isRandom, needsAllRows } };
}

/** Two columns of single answers are two ratings of each row. */
function sideBySide(payload: JsonObject, language: string, isRandom: boolean): QualtricsShape {
  const columns = listOf(payload.AdditionalQuestions).map(objectOf);
  const [first, second] = columns.map((column, place) => ({
    code: String(place + 1),
    text: textsOf(column, language, (part) => part.QuestionText),
    options: optionsOf(column, language, "Answers", "AnswerOrder"),
  }));
  if (first === undefined || second === undefined || columns.length !== 2) {
    return {
      reason: say(
        "Möglich sind genau zwei Skalen nebeneinander.",
        "Exactly two scales side by side are possible.",
      ),
    };
  }
  const rows: SourceRow[] = optionsOf(payload, language, "Choices", "ChoiceOrder");
  return { shape: { kind: "double-matrix", rows, scales: [first, second], isRandom } };
}

function textEntry(payload: JsonObject, selector: string, options: SourceOption[]): QualtricsShape {
  const { Settings } = objectOf(payload.Validation);
  const settings = objectOf(Settings);
  const max = numberOf(settings.TotalChars) ?? numberOf(settings.MaxChars);
  const limit = max === undefined ? {} : { maxLength: max };
  if (selector === "FORM") {
    const shape: SourceShape = { kind: "text", isLong: false, ...limit };
    return { fields: options.map(({ code, text }) => ({ code, text, shape })) };
  }
  if (settings.ContentType === "ValidNumber") {
    const bounds = objectOf(settings.ValidNumber);
    const [from, to] = [numberOf(bounds.Min), numberOf(bounds.Max)];
    return {
      shape: {
        kind: "number",
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    };
  }
  return { shape: { kind: "text", isLong: /^(ML|ESTB)$/.test(selector), ...limit } };
}

function sliderShape(payload: JsonObject): SourceShape {
  const settings = objectOf(payload.Configuration);
  return {
    kind: "number",
    from: numberOf(settings.CSSliderMin) ?? 0,
    to: numberOf(settings.CSSliderMax) ?? 100,
  };
}

function amount(payload: JsonObject): { min?: number; max?: number } {
  const settings = objectOf(objectOf(payload.Validation).Settings);
  const [min, max] = [numberOf(settings.MinChoices), numberOf(settings.MaxChoices)];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Options or rows in the order shown; conditions name them by key, data by their recoded value. */
function optionsOf(
  payload: JsonObject,
  language: string,
  property: "Choices" | "Answers",
  orderProperty: "ChoiceOrder" | "AnswerOrder",
): SourceOption[] {
  const all = payload[property];
  const choices = Array.isArray(all)
    ? Object.fromEntries(all.map((choice, place) => [String(place), choice]))
    : objectOf(all);
  const listed = listOf(payload[orderProperty]).flatMap((key) => textOf(key) ?? []);
  const order = [...new Set([...listed, ...Object.keys(choices)])].filter((key) =>
    isJsonObject(choices[key]),
  );
  const recoded =
    property === "Choices" && payload.QuestionType === "Matrix"
      ? {}
      : objectOf(payload.RecodeValues);
  return order.map((code) => {
    const choice = objectOf(choices[code]);
    const stored = textOf(recoded[code]);
    return {
      code,
      text: textsOf(payload, language, (part) => objectOf(objectOf(part[property])[code]).Display),
      ...(stored === undefined ? {} : { stored }),
      ...(choice.ExclusiveAnswer === true ? { isExclusive: true } : {}),
      ...(/^(true|on)$/i.test(textOf(choice.TextEntry) ?? "") ? { hasText: true } : {}),
    };
  });
}
