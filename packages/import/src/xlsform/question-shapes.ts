import type { LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { SourceOption, SourceShape } from "../source-survey.ts";
import { boundsOf } from "./bounds.ts";
import type { Form, FormRow } from "./form.ts";

/** What an XLSForm row asks for, or why it has no place here. */
export type FormShape = { shape: SourceShape; changed?: LocalizedText } | { reason: LocalizedText };

/** The options of a list. */
export function optionsOf(list: string, form: Form): SourceOption[] {
  return (form.choices.get(list) ?? []).map(({ plain, texts }) => ({
    code: plain.get("name") ?? plain.get("value") ?? "",
    text: texts.get("label") ?? new Map<string, string>(),
  }));
}

/** What a row of the survey sheet asks for, in the terms of the import. */
export function formShape(row: FormRow, form: Form): FormShape {
  const { kind, list, hasOther } = row.type;
  const parameters = row.plain.get("parameters") ?? "";
  const isRandom = /randomize\s*=\s*true/i.test(parameters);
  const options = [...optionsOf(list, form), ...(hasOther ? [otherOption] : [])];
  switch (kind) {
    case "select_one":
    case "select1":
      return { shape: { kind: "single", options, isRandom } };
    case "select_multiple":
      return { shape: { kind: "multiple", options, isRandom, ...selected(row) } };
    case "rank":
      return { shape: { kind: "ranking", options, isRandom } };
    case "text":
    case "string":
      return {
        shape: { kind: "text", isLong: /multiline/.test(row.plain.get("appearance") ?? "") },
      };
    case "integer":
    case "int":
    case "decimal":
      return { shape: { kind: "number", ...boundsOf(row.plain.get("constraint") ?? "") } };
    case "range":
      return { shape: { kind: "number", ...rangeOf(parameters) } };
    case "date":
    case "time":
    case "datetime":
    case "dateTime":
      return {
        shape: { kind: "text", isLong: false, maxLength: 30 },
        changed: say("kurze offene Frage ohne Kalender", "short open question without a calendar"),
      };
    case "acknowledge":
    case "trigger":
      return { shape: { kind: "multiple", options: [confirmed] } };
    case "note":
      return { shape: { kind: "note" } };
    default:
      return { reason: reasonFor(kind) };
  }
}

const otherOption: SourceOption = {
  code: "other",
  text: new Map([
    ["de", "Sonstiges"],
    ["en", "Other"],
  ]),
  hasText: true,
};

const confirmed: SourceOption = {
  code: "OK",
  text: new Map([
    ["de", "ja, bestätigt"],
    ["en", "yes, confirmed"],
  ]),
};

function reasonFor(kind: string): LocalizedText {
  if (
    /^(start|end|today|deviceid|username|simserial|subscriberid|phonenumber|email|audit|background-audio|start-geopoint)$/.test(
      kind,
    )
  ) {
    return say(
      "Angaben über Gerät und Zeit werden nicht erhoben.",
      "Facts about device and time are not recorded.",
    );
  }
  if (kind === "calculate")
    return say("Berechnungen gehören in die Auswertung.", "Computations belong in the analysis.");
  if (/^(image|audio|video|file|barcode|geo\w+)$/.test(kind)) {
    return say(
      "Bilder, Töne, Dateien und Orte werden nicht gesammelt.",
      "Pictures, sounds, files and places are not collected.",
    );
  }
  return say("Diesen Fragetyp gibt es hier nicht.", "This question type does not exist here.");
}

function rangeOf(parameters: string): { from?: number; to?: number } {
  const number = (name: string) =>
    /^-?\d+(\.\d+)?$/.exec(
      new RegExp(`${name}\\s*=\\s*([-\\d.]+)`).exec(parameters)?.[1] ?? "",
    )?.[0];
  const [from, to] = [number("start"), number("end")];
  return {
    ...(from === undefined ? {} : { from: Number(from) }),
    ...(to === undefined ? {} : { to: Number(to) }),
  };
}

/** `count-selected(.) <= 3` is the usual way to limit a multiple choice. */
function selected(row: FormRow): { min?: number; max?: number } {
  const constraint = row.plain.get("constraint") ?? "";
  const bounds = boundsOf(constraint.replaceAll(/count-selected\(\s*\.\s*\)/g, "self"));
  return {
    ...(bounds?.from === undefined ? {} : { min: bounds.from }),
    ...(bounds?.to === undefined ? {} : { max: bounds.to }),
  };
}

/** Whether the constraint of a row went into its shape. */
export function usesConstraint(row: FormRow): boolean {
  const { kind } = row.type;
  const constraint = row.plain.get("constraint") ?? "";
  if (/^(integer|int|decimal)$/.test(kind)) return boundsOf(constraint) !== undefined;
  return kind === "select_multiple" && Object.keys(selected(row)).length > 0;
}
