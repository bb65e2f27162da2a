import type { Issue, Result } from "@mehrwert/study";
import { fewIssues, noColumnIssue, type TextTable, tableIssue } from "../text-table/text-table.ts";
import type { CodingWish } from "./coded-wishes.ts";
import type { PassageWish } from "./find-passage.ts";
import { tableOfFile } from "./table-of-file.ts";

/**
 * Codings from a table with the columns `document`, `code`, and either `text` or `start` and `end` (code points, end
 * exclusive); `version`, `line`, `coder`, `polarity` and `memo` may stand beside them, others are passed over. So a list
 * that `codingsCsv` wrote can be read again.
 */
export function wishesFromCsv(text: string, fileName: string): Result<CodingWish[]> {
  const read = tableOfFile(text, fileName);
  if (!read.ok) return read;
  const { columns, rows } = read.value;
  const required = ["document", "code", ...(columns.includes("text") ? [] : ["start", "end"])];
  const missing = required.find((name) => !columns.includes(name));
  if (missing !== undefined) {
    return { ok: false, issues: [noColumnIssue(fileName, missing, columns)] };
  }
  const issues: Issue[] = [];
  const wishes = rows.flatMap((row) => {
    const wish = wishOf(columns, row, `${fileName}:${row.line}`);
    if ("code" in wish) return [wish];
    issues.push(wish);
    return [];
  });
  return issues.length > 0
    ? { ok: false, issues: fewIssues(issues, fileName) }
    : { ok: true, value: wishes, warnings: [] };
}

function wishOf(
  columns: readonly string[],
  { cells }: TextTable["rows"][number],
  place: string,
): CodingWish | Issue {
  const cell = (name: string) => {
    const found = cells[columns.indexOf(name)]?.trim();
    return found === "" ? undefined : found;
  };
  const number = (name: string) => {
    const typed = cell(name);
    return typed === undefined ? undefined : Number(typed);
  };
  const [start, end, line, version] = ["start", "end", "line", "version"].map(number);
  const broken = [start, end, line, version].some(
    (each) => each !== undefined && !Number.isInteger(each),
  );
  if (broken) {
    return tableIssue(
      place,
      {
        de: "start, end, line und version sind ganze Zahlen.",
        en: "start, end, line and version are whole numbers.",
      },
      { de: "Berichtigen Sie die Zeile.", en: "Correct the line." },
    );
  }
  const words = unguarded(cell("text"));
  const passage: PassageWish = {
    ...(start !== undefined && end !== undefined && { start, end }),
    ...(line !== undefined && { lines: [line, line] as const }),
    ...(words !== undefined && { words }),
  };
  const [coder, polarity, memo] = [cell("coder"), cell("polarity"), unguarded(cell("memo"))];
  return {
    ...{ place, document: cell("document") ?? "", code: cell("code") ?? "", passage },
    ...(coder !== undefined && { coder }),
    ...(version !== undefined && { version }),
    ...(polarity !== undefined && { polarity }),
    ...(memo !== undefined && { memo }),
  };
}

/** Our own lists put a backslash before what a spreadsheet would take for a formula. */
function unguarded(text: string | undefined): string | undefined {
  return text?.startsWith("\\") ? text.slice(1) : text;
}
