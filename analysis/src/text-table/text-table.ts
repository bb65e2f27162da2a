import type { Issue, LocalizedText, Result } from "@mehrwert/study";
import { fieldsOf } from "../ranking-source/number-lines.ts";

/** A table read from a file: the columns of its heading, and its rows with the lines they stood in. */
export type TextTable = { columns: string[]; rows: { line: number; cells: string[] }[] };

/** So many bad lines are named; the rest are counted. */
const mostNamed = 20;

/**
 * A table from text with a heading, separated by commas, else by semicolons, else by tabs. Blank lines are left out; a cell holds no line break.
 *
 * @returns what is wrong with the heading, or every line with more or fewer fields than it
 */
export function textTable(text: string, fileName: string): Result<TextTable> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const head = lines[0] ?? "";
  const delimiter = [",", ";", "\t"].find((sign) => head.includes(sign)) ?? ",";
  const columns = fieldsOf(head, delimiter);
  const twice = columns.find((name, column) => columns.indexOf(name) !== column);
  if (columns.includes("") || twice !== undefined)
    return { ok: false, issues: [tableIssue(fileName, badHeading, headingAdvice)] };
  const rows: TextTable["rows"] = [];
  const issues: Issue[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === "") continue;
    const cells = fieldsOf(line, delimiter);
    if (cells.length === columns.length) rows.push({ line: index + 1, cells });
    else issues.push(tableIssue(`${fileName}:${index + 1}`, wrongLength, lengthAdvice));
  }
  return issues.length > 0
    ? { ok: false, issues: fewIssues(issues, fileName) }
    : { ok: true, value: { columns, rows }, warnings: [] };
}

/** Something wrong with a file or one of its lines. */
export function tableIssue(path: string, message: LocalizedText, advice: LocalizedText): Issue {
  return { path, severity: "error", message, advice };
}

/** The first issues, and how many more there are. */
export function fewIssues(issues: readonly Issue[], fileName: string): Issue[] {
  if (issues.length <= mostNamed) return [...issues];
  const rest = issues.length - mostNamed;
  const last = tableIssue(
    fileName,
    { de: `${rest} weitere Zeilen sind fehlerhaft.`, en: `${rest} further lines are faulty.` },
    { de: "Berichtigen Sie zuerst die genannten.", en: "Correct those named first." },
  );
  return [...issues.slice(0, mostNamed), last];
}

/** A column that was asked for and is not in the heading. */
export function noColumnIssue(fileName: string, name: string, columns: readonly string[]): Issue {
  const shown = `${columns.slice(0, 20).join(", ")}${columns.length > 20 ? ", …" : ""}`;
  return tableIssue(
    fileName,
    { de: `Eine Spalte ${name} gibt es nicht.`, en: `There is no column ${name}.` },
    { de: `Die Kopfzeile nennt: ${shown}.`, en: `The heading names: ${shown}.` },
  );
}

const badHeading: LocalizedText = {
  de: "Die Kopfzeile fehlt, eine Spalte hat keinen Namen, oder zwei haben denselben.",
  en: "The heading is missing, a column has no name, or two have the same.",
};
const headingAdvice: LocalizedText = {
  de: "Geben Sie in der ersten Zeile jeder Spalte einen eigenen Namen.",
  en: "Give each column its own name in the first line.",
};
const wrongLength: LocalizedText = {
  de: "Die Zeile hat mehr oder weniger Felder als die Kopfzeile.",
  en: "The line has more or fewer fields than the heading.",
};
const lengthAdvice: LocalizedText = {
  de: "Ergänzen oder entfernen Sie Felder; ein leeres Feld steht zwischen zwei Trennzeichen.",
  en: "Add or remove fields; an empty field stands between two separators.",
};
