import type { SheetRow } from "../file/workbook.ts";
import { refused, say } from "../refusal.ts";
import type { SourceText } from "../source-survey.ts";
import { guessedLanguage } from "../text/guessed-language.ts";

/** The type of a row in lower case, apart from its list; for groups with begin or end: `begin group`. */
export type RowType = { kind: string; list: string; hasOther: boolean };

/** One row of a sheet: plain columns, and the columns that exist per language. */
export type FormRow = {
  line: number;
  type: RowType;
  plain: ReadonlyMap<string, string>;
  texts: ReadonlyMap<string, SourceText>;
};

/** The three sheets of an XLSForm. */
export type Form = {
  survey: FormRow[];
  /** Choices by the name of their list. */
  choices: ReadonlyMap<string, FormRow[]>;
  settings: ReadonlyMap<string, string>;
  language: string;
  isLanguageGuessed: boolean;
  otherSheets: string[];
};

const localised =
  /^(label|hint|guidance_hint|constraint_message|required_message|image|audio|video|media)\b/;

/**
 * Orders the sheets of a workbook as an XLSForm.
 *
 * @throws FileRefused without a survey sheet that has the columns `type` and `name`
 */
export function formOf(sheets: ReadonlyMap<string, SheetRow[]>): Form {
  const survey = sheets.get("survey");
  const columns = new Set(survey?.flatMap(({ cells }) => [...cells.keys()].map(lower)));
  if (survey === undefined || !columns.has("type")) {
    throw refused(
      "survey",
      say(
        "Der Datei fehlt das Blatt „survey“ mit der Spalte „type“.",
        "The file lacks the sheet “survey” with the column “type”.",
      ),
      say(
        "Prüfen Sie, ob es ein XLSForm ist (Blätter survey, choices, settings).",
        "Check whether it is an XLSForm (sheets survey, choices, settings).",
      ),
    );
  }
  const settings = new Map(
    [...(sheets.get("settings")?.[0]?.cells ?? [])].map(([key, value]) => [lower(key), value]),
  );
  const named = settings.get("default_language");
  const words = survey.map(({ cells }) => cells.get("label") ?? "").join(" ");
  const language = named === undefined ? guessedLanguage(words) : languageTag(named);
  const choices = new Map<string, FormRow[]>();
  for (const row of (sheets.get("choices") ?? []).map((row) => formRow(row, language))) {
    const list = row.plain.get("list_name") ?? row.plain.get("list name") ?? "";
    const known = choices.get(list);
    if (known === undefined) choices.set(list, [row]);
    else known.push(row);
  }
  return {
    survey: survey.map((row) => formRow(row, language)),
    choices,
    settings,
    language,
    isLanguageGuessed: named === undefined && words.trim() !== "",
    otherSheets: [...sheets.keys()].filter((name) => !/^(survey|choices|settings)$/.test(name)),
  };
}

function lower(name: string): string {
  return name.trim().toLowerCase();
}

/** `English (en)` is `en`, `Deutsch` is `de`; other languages keep their name. */
export function languageTag(name: string): string {
  const code = /\(([a-z]{2,3}(?:-\w+)?)\)\s*$/i.exec(name)?.[1];
  if (code !== undefined) return code.toLowerCase();
  if (/^(deutsch|german)/i.test(name.trim())) return "de";
  if (/^english|^englisch/i.test(name.trim())) return "en";
  return lower(name);
}

function formRow({ line, cells }: SheetRow, language: string): FormRow {
  const plain = new Map<string, string>();
  const texts = new Map<string, Map<string, string>>();
  for (const [title, value] of cells) {
    const [head = "", ...rest] = title.replace(/^media::/i, "").split(/::?/);
    const base = lower(head);
    if (!localised.test(base)) {
      plain.set(lower(title), value);
      continue;
    }
    const tag = rest.length === 0 ? language : languageTag(rest.join(":"));
    texts.set(
      base,
      (texts.get(base) ?? new Map<string, string>()).set(tag, value.replace(/\*\*|__/g, "")),
    );
  }
  return { line, plain, texts, type: rowType(plain.get("type") ?? "") };
}

function rowType(type: string): RowType {
  const words = type
    .trim()
    .replace(/^(begin|end)[ _]/i, "$1 ")
    .split(/\s+/);
  const [first = "", second = ""] = words;
  const isGroup = /^(begin|end)$/i.test(first);
  return {
    kind: (isGroup ? `${first} ${second}` : first).toLowerCase(),
    list: isGroup ? "" : second,
    hasOther: words.includes("or_other"),
  };
}
