import { refused, say } from "../refusal.ts";
import { importLimits } from "./limits.ts";
import { tooManyRows } from "./too-many-rows.ts";
import { type Archive, type ArchiveKind, openArchive } from "./unzipped.ts";
import {
  childElements,
  childrenNamed,
  innerText,
  localName,
  type XmlElement,
  xmlRoot,
} from "./xml-document.ts";

const excelFile: ArchiveKind = {
  name: say("Excel-Datei (.xlsx)", "Excel file (.xlsx)"),
  ending: ".xlsx",
  advice: say(
    "Das ist kein üblicher Fragebogen. Speichern Sie nur die Blätter survey, choices und settings.",
    "That is no usual questionnaire. Save only the sheets survey, choices and settings.",
  ),
  limitsWhole: true,
};

/** A sheet as rows by the words of its first row; `line` is the row's number in the workbook. */
export type SheetRow = { line: number; cells: ReadonlyMap<string, string> };

/**
 * Reads the sheets of an Excel workbook by name, in lower case: words and numbers as text, nothing else.
 *
 * @throws FileRefused for what is no complete workbook
 */
export function workbookSheets(bytes: Uint8Array): Map<string, SheetRow[]> {
  const archive = openArchive(bytes, excelFile);
  const targets = new Map(
    childElements(part(archive, "xl/_rels/workbook.xml.rels")).map((relation) => [
      relation.attributes.Id ?? "",
      relation.attributes.Target ?? "",
    ]),
  );
  const strings = archive.names.includes("xl/sharedStrings.xml")
    ? childrenNamed(part(archive, "xl/sharedStrings.xml"), "si").map(textsInside)
    : [];
  const [list] = childrenNamed(part(archive, "xl/workbook.xml"), "sheets");
  const sheets = new Map<string, SheetRow[]>();
  for (const sheet of list === undefined ? [] : childElements(list)) {
    const name = (sheet.attributes.name ?? "").trim().toLowerCase();
    if (!/^(survey|choices|settings)$/.test(name)) {
      sheets.set(name, []);
      continue;
    }
    const target = targets.get(relationOf(sheet)) ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    sheets.set(name, rowsOf(part(archive, path), strings, name));
  }
  return sheets;
}

/** The prefix of the attribute is up to the program that wrote the file. */
function relationOf(sheet: XmlElement): string {
  return Object.entries(sheet.attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
}

function part(archive: Archive, path: string): XmlElement {
  const content = archive.read(path);
  if (content === undefined) {
    throw refused(
      path,
      say(`Der Excel-Datei fehlt der Teil ${path}.`, `The Excel file lacks the part ${path}.`),
      say(
        "Speichern Sie sie in Excel oder LibreOffice neu als .xlsx.",
        "Save it anew as .xlsx in Excel or LibreOffice.",
      ),
    );
  }
  return xmlRoot(new TextDecoder().decode(content), path);
}

function rowsOf(sheet: XmlElement, strings: readonly string[], name: string): SheetRow[] {
  const rows = childrenNamed(sheet, "sheetData").flatMap((data) => childrenNamed(data, "row"));
  if (rows.length > importLimits.rows) throw tooManyRows(name);
  const lines = rows.map((row, place) => ({
    line: Number(row.attributes.r ?? place + 1),
    cells: cellsOf(row, strings),
  }));
  const [head, ...body] = lines;
  if (head === undefined) return [];
  return body
    .map(({ line, cells }) => ({
      line,
      cells: new Map(
        [...cells].flatMap(([column, value]): [string, string][] => {
          const title = head.cells.get(column)?.trim() ?? "";
          const text = value.trim();
          return title === "" || text === "" ? [] : [[title, text]];
        }),
      ),
    }))
    .filter(({ cells }) => cells.size > 0);
}

/** The cells of a row by the letters of their column. */
function cellsOf(row: XmlElement, strings: readonly string[]): Map<string, string> {
  return new Map(
    childrenNamed(row, "c").map((cell, place) => {
      const column = (cell.attributes.r ?? `#${place}`).replace(/\d+$/, "");
      const [value] = childrenNamed(cell, "v");
      const raw = value === undefined ? "" : innerText(value);
      const kind = cell.attributes.t;
      if (kind === "s") return [column, strings[Number(raw)] ?? ""];
      if (kind === "inlineStr")
        return [column, childrenNamed(cell, "is").map(textsInside).join("")];
      if (kind === "b") return [column, raw === "1" ? "true" : "false"];
      return [column, raw];
    }),
  );
}

/** The words of a string, over its differently formatted runs; readings of Asian signs are no words. */
function textsInside(element: XmlElement): string {
  return childElements(element)
    .map((child) => {
      if (localName(child) === "t") return innerText(child);
      return localName(child) === "r" ? textsInside(child) : "";
    })
    .join("");
}
