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
