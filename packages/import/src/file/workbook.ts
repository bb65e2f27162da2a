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
    "Speichern Sie nur die Blätter, die gebraucht werden, ohne Bilder.",
    "Save only the sheets that are needed, without pictures.",
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
  const { archive, strings, parts } = opened(bytes);
  const sheets = new Map<string, SheetRow[]>();
  for (const { name, path } of parts) {
    const isRead = /^(survey|choices|settings)$/.test(name);
    sheets.set(name, isRead ? rowsOf(part(archive, path), strings, name) : []);
  }
  return sheets;
}

/**
 * Reads the first sheet of an Excel workbook as it lies there: cells by row, empty ones as empty text.
 *
 * @throws FileRefused for what is no complete workbook
 */
export function workbookRows(bytes: Uint8Array): { line: number; cells: string[] }[] {
  const { archive, strings, parts } = opened(bytes);
  const [first] = parts;
  if (first === undefined) return [];
  return linesOf(part(archive, first.path), strings).map(({ line, cells }) => {
    const placed: string[] = [];
    for (const [column, text] of cells) placed[columnNumber(column)] = text;
    return { line, cells: Array.from(placed, (text) => text ?? "") };
  });
}

/** Columns by number, from 0: A, B, …, Z, AA, …; far-off ones are of no list and count as the last. */
function columnNumber(letters: string): number {
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return Number.isInteger(number) && number >= 0 && number < 256 ? number : 256;
}

function opened(bytes: Uint8Array): {
  archive: Archive;
  strings: string[];
  parts: { name: string; path: string }[];
} {
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
  const parts = (list === undefined ? [] : childElements(list)).map((sheet) => {
    const target = targets.get(relationOf(sheet)) ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    return { name: (sheet.attributes.name ?? "").trim().toLowerCase(), path };
  });
  return { archive, strings, parts };
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

function linesOf(sheet: XmlElement, strings: readonly string[]) {
  const rows = childrenNamed(sheet, "sheetData").flatMap((data) => childrenNamed(data, "row"));
  return rows.map((row, place) => ({
    line: Number(row.attributes.r ?? place + 1),
    cells: cellsOf(row, strings),
  }));
}

function rowsOf(sheet: XmlElement, strings: readonly string[], name: string): SheetRow[] {
  const lines = linesOf(sheet, strings);
  if (lines.length > importLimits.rows) throw tooManyRows(name);
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
