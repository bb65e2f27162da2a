import { csvTable, type Result } from "@mehrwert/study";
import { type TextTable, tableIssue } from "../text-table/text-table.ts";

/**
 * A table of a file, with every row as long as the heading; cells may hold line breaks.
 *
 * @returns what is wrong with the heading, the quotes or a row
 */
export function tableOfFile(text: string, fileName: string): Result<TextTable> {
  const { columns, rows, complaint } = csvTable(text);
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (complaint !== undefined) {
    return refused(
      fileName,
      ["Die Anführungszeichen gehen nicht auf.", "The quotation marks do not match."],
      ["Speichern Sie die Tabelle neu als CSV.", "Save the table again as CSV."],
    );
  }
  if (columns.length === 0 || columns.includes("") || twice !== undefined) {
    return refused(
      fileName,
      [
        "Die Kopfzeile fehlt, eine Spalte hat keinen Namen, oder zwei haben denselben.",
        "The heading is missing, a column has no name, or two have the same.",
      ],
      [
        "Geben Sie in der ersten Zeile jeder Spalte einen eigenen Namen.",
        "Give each column its own name in the first line.",
      ],
    );
  }
  const wrong = rows.find(({ cells }) => cells.length !== columns.length);
  if (wrong === undefined) return { ok: true, value: { columns, rows }, warnings: [] };
  return refused(
    `${fileName}:${wrong.line}`,
    [
      `Die Zeile hat ${wrong.cells.length} Felder, die Kopfzeile ${columns.length}.`,
      `The line has ${wrong.cells.length} fields, the heading ${columns.length}.`,
    ],
    [
      "Setzen Sie Texte mit Komma oder Semikolon in Anführungszeichen.",
      "Put texts with commas or semicolons into quotation marks.",
    ],
  );
}

function refused(
  path: string,
  [de, en]: readonly [string, string],
  [adviceDe, adviceEn]: readonly [string, string],
): Result<TextTable> {
  return { ok: false, issues: [tableIssue(path, { de, en }, { de: adviceDe, en: adviceEn })] };
}
