import Papa from "papaparse";

/**
 * A table as CSV: RFC 4180, commas, CRLF after every line, the last one included.
 *
 * @example csvText([["a", "b"], ["1", 'x "y"']]) // 'a,b\r\n1,"x ""y"""\r\n'
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.length === 0
    ? ""
    : `${Papa.unparse(
        rows.map((row) => [...row]),
        { newline: "\r\n" },
      )}\r\n`;
}

/** The cells of a CSV text, and the first complaint about its quotes, if there is one. */
export function csvRows(text: string): { rows: string[][]; complaint: string | undefined } {
  const body = text.endsWith("\r\n") ? text.slice(0, -2) : text;
  if (body === "") return { rows: [], complaint: undefined };
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: ",", newline: "\r\n" });
  return { rows: data, complaint: errors[0]?.message };
}

/** A table from a file of a person: its heading, and its rows with the line each begins on. */
export type CsvTable = { columns: string[]; rows: { line: number; cells: string[] }[] };

/**
 * Reads a table that a person or a spreadsheet wrote: comma, semicolon or tab between cells (the heading tells), any line
 * break, quoted cells with line breaks inside, a byte-order mark or none. Blank rows are left out; cells are not trimmed.
 *
 * @returns with the first complaint about its quotes, if there is one
 */
export function csvTable(text: string): CsvTable & { complaint: string | undefined } {
  const body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const head = body.slice(0, body.indexOf("\n") < 0 ? body.length : body.indexOf("\n"));
  const delimiter = [",", ";", "\t"].find((sign) => head.includes(sign)) ?? ",";
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: "\n" });
  let line = 1;
  const placed = data.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    return row;
  });
  const [first, ...rows] = placed.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  return {
    columns: (first?.cells ?? []).map((name) => name.trim()),
    rows,
    complaint: errors.find(({ type }) => type === "Quotes")?.message,
  };
}
