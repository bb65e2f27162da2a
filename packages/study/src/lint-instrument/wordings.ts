import type { Instrument, Question, WordingVariant } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { Issue } from "../result.ts";
import { error, pointer, warning } from "./issue.ts";
import { unknownName } from "./items.ts";
import { questionsByName } from "./outline.ts";

/** Every other wording belongs to a question, row or option, says something else, and applies once. */
export function lintWordings(instrument: Instrument): Issue[] {
  const questions = questionsByName(instrument);
  const seen = new Set<string>();
  return instrument.mehrwert.wordings.flatMap((wording, index) => {
    const path = pointer("mehrwert", "wordings", index);
    const key = JSON.stringify([wording.question, wording.condition]);
    const repeated = seen.has(key) ? [twice(path, wording.question)] : [];
    seen.add(key);
    const question = questions.get(wording.question)?.question;
    if (question === undefined) {
      return [...repeated, unknownName(`${path}/question`, "question", wording.question)];
    }
    return [...repeated, ...lintTextsOfWording(wording, question, path)];
  });
}

function lintTextsOfWording(wording: WordingVariant, question: Question, path: string): Issue[] {
  const { title, description, texts = {} } = wording;
  const usual = usualTexts(question);
  const issues: Issue[] = [];
  if (title === undefined && description === undefined && Object.keys(texts).length === 0) {
    issues.push(empty(path));
  }
  if (isSame(title, question.title)) issues.push(unchanged(`${path}/title`));
  if (isSame(description, question.description)) issues.push(unchanged(`${path}/description`));
  for (const [value, text] of Object.entries(texts)) {
    const place = `${path}${pointer("texts", value)}`;
    if (!usual.has(value)) issues.push(unknownText(place, question.name, value));
    else if (isSame(text, usual.get(value))) issues.push(unchanged(place));
  }
  return issues;
}

/** The texts of rows and options by their value, of those types of questions whose texts can be worded otherwise. */
function usualTexts(question: Question): Map<string, LocalizedText> {
  const rows =
    question.type === "matrix"
      ? question.rows
      : question.type === "radiogroup" ||
          question.type === "checkbox" ||
          question.type === "ranking"
        ? question.choices
        : [];
  return new Map(rows.map(({ value, text }) => [String(value), text]));
}

function isSame(one: LocalizedText | undefined, other: LocalizedText | undefined): boolean {
  return one !== undefined && one.de === other?.de && one.en === other.en;
}

function twice(path: string, question: string): Issue {
  return error(
    path,
    [
      `Für „${question}“ gibt es unter dieser Bedingung schon einen Wortlaut.`,
      `“${question}” already has a wording under this condition.`,
    ],
    ["Fassen Sie beide zusammen.", "Put both into one."],
  );
}

function empty(path: string): Issue {
  return error(
    path,
    ["Der andere Wortlaut enthält keinen Text.", "The other wording has no text."],
    ["Ergänzen Sie „title“, „description“ oder „texts“.", "Add “title”, “description” or “texts”."],
  );
}

function unchanged(path: string): Issue {
  return warning(
    path,
    ["Der andere Wortlaut ist der übliche.", "The other wording is the usual one."],
    ["Löschen Sie ihn.", "Delete it."],
  );
}

function unknownText(path: string, question: string, value: string): Issue {
  return error(
    path,
    [
      `„${question}“ hat keine Zeile oder Antwort „${value}“.`,
      `“${question}” has no row or option “${value}”.`,
    ],
    [
      "Prüfen Sie die Schreibweise; die Spalten einer Matrix haben nur einen Wortlaut.",
      "Check the spelling; the columns of a matrix have one wording only.",
    ],
  );
}
