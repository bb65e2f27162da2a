import type { AlphaLevel } from "@mehrwert/statistics";
import type { Issue, LocalizedText, Result } from "@mehrwert/study";
import { fileOrigin } from "../text-table/study-origin.ts";
import { fewIssues, noColumnIssue, tableIssue, textTable } from "../text-table/text-table.ts";
import type { CodedUnits } from "./coded-units.ts";
import { readCodeCell } from "./read-code-cell.ts";

/** What the person says about a file of codes. */
export type CodedUnitsOptions = {
  fileName: string;
  level: AlphaLevel;
  /** Columns to compare; all but `unit` if left out. */
  coders?: readonly string[];
  /** Parts a cell that holds a set of codes; the separator alone is the empty set. */
  setSeparator?: string;
};

/**
 * Codes from a table with the column `unit` and one column per coder: a field is a code, empty = not coded.
 *
 * @returns everything that is wrong, by line and column
 */
export function codedUnitsFromCsv(text: string, options: CodedUnitsOptions): Result<CodedUnits> {
  const { fileName, level, setSeparator } = options;
  const table = textTable(text, fileName);
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const coders = [...(options.coders ?? columns.filter((column) => column !== "unit"))];
  const unknown = ["unit", ...coders].filter((column) => !columns.includes(column));
  if (unknown.length > 0)
    return { ok: false, issues: unknown.map((name) => noColumnIssue(fileName, name, columns)) };
  if (coders.length === 0)
    return { ok: false, issues: [tableIssue(fileName, noCoder, noCoderAdvice)] };
  const unitPlace = columns.indexOf("unit");
  const places = coders.map((coder) => columns.indexOf(coder));
  const named = rows.map(({ line, cells }) => ({ line, unit: cells[unitPlace] ?? "" }));
  const issues: Issue[] = unitIssues(named, fileName);
  const cells = rows.map(({ line, cells: fields }) =>
    places.map((place, coder) => {
      const read = readCodeCell(fields[place] ?? "", { level, setSeparator });
      if (read.ok) return read.codes;
      const where = `${fileName}:${line}, ${coders[coder] ?? ""}`;
      issues.push(tableIssue(where, read.message, read.advice));
      return null;
    }),
  );
  if (issues.length > 0) return { ok: false, issues: fewIssues(issues, fileName) };
  const units = named.map(({ unit }) => unit);
  const isSetValued = setSeparator !== undefined;
  const origin = [fileOrigin(fileName)];
  const value = { source: fileName, origin, units, coders, cells, isSetValued, level };
  return { ok: true, value, warnings: [] };
}

/** Units without a name, and names that stand twice. */
function unitIssues(named: readonly { line: number; unit: string }[], fileName: string): Issue[] {
  const lineOf = new Map<string, number>();
  return named.flatMap(({ line, unit }) => {
    const where = `${fileName}:${line}, unit`;
    if (unit === "") return [tableIssue(where, unnamed, unnamedAdvice)];
    const earlier = lineOf.get(unit);
    if (earlier !== undefined) return [tableIssue(where, twice(unit, earlier), twiceAdvice)];
    lineOf.set(unit, line);
    return [];
  });
}

const noCoder: LocalizedText = {
  de: "Neben unit gibt es keine Spalte.",
  en: "There is no column beside unit.",
};
const noCoderAdvice: LocalizedText = {
  de: "Jede kodierende Person braucht eine Spalte mit ihrem Namen oder Kürzel.",
  en: "Every coder needs a column with a name or initials.",
};
const unnamed: LocalizedText = { de: "Die Einheit hat keinen Namen.", en: "The unit has no name." };
const unnamedAdvice: LocalizedText = {
  de: "Geben Sie ihr einen Namen oder eine Nummer, oder entfernen Sie die Zeile.",
  en: "Give it a name or a number, or remove the line.",
};
const twice = (unit: string, earlier: number): LocalizedText => ({
  de: `Die Einheit ${JSON.stringify(unit)} steht schon in Zeile ${earlier}.`,
  en: `The unit ${JSON.stringify(unit)} stands in line ${earlier} already.`,
});
const twiceAdvice: LocalizedText = {
  de: "Jede Einheit steht in einer Zeile, mit den Codes aller Kodierenden. Benennen Sie eine von beiden um, oder führen Sie sie zusammen.",
  en: "Each unit has one line with the codes of all coders. Rename one of the two, or merge them.",
};
