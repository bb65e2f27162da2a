import Papa from "papaparse";
import { textOfBytes } from "../file/text-of-bytes.ts";
import { workbookRows } from "../file/workbook.ts";

/** What stands between two cells of a text file. */
export type Separator = "," | ";" | "tab" | "|";

/** A table as it lies in a file: cells by row, with the line each row begins on, and how it was read. */
export type ListRows = {
  rows: { line: number; cells: string[] }[];
  encoding: string;
  /** Absent in Excel files, and where no row has a second cell. */
  separator?: Separator;
};

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The rows of a CSV or Excel file that are not blank; of a workbook those of its first sheet.
 *
 * @throws FileRefused for what is neither
 */
export function listRows(bytes: Uint8Array): ListRows {
  if (isZip(bytes)) return { rows: notBlank(workbookRows(bytes)), encoding: "XLSX" };
  const { text, encoding } = textOfBytes(bytes, true);
  const body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const sign = mostFittingSign(body);
  const { data } = Papa.parse<string[]>(body, { delimiter: sign ?? ",", newline: "\n" });
  let line = 1;
  const rows = data.map((cells) => {
    const row = { line, cells: sign === undefined ? [cells.join(",")] : cells };
    line += 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    return row;
  });
  const separator = sign === "\t" ? "tab" : sign;
  return { rows: notBlank(rows), encoding, ...(separator && { separator }) };
}

const notBlank = (rows: ListRows["rows"]) =>
  rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));

const signs = [";", "\t", ",", "|"] as const;

/** The sign by which most of the first rows fall into the same number of cells, more than one. */
function mostFittingSign(body: string): (typeof signs)[number] | undefined {
  const scored = signs.map((sign) => {
    const { data } = Papa.parse<string[]>(body, { delimiter: sign, newline: "\n", preview: 200 });
    const widths = data.filter((cells) => cells.join("").trim() !== "").map(({ length }) => length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    return { sign, rows: Math.max(0, ...counts.values()), of: widths.length };
  });
  const best = scored.reduce((one, other) => (other.rows > one.rows ? other : one));
  return best.rows * 2 > best.of ? best.sign : undefined;
}
