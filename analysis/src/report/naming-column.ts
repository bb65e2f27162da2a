import type { ReportColumn } from "./report.ts";

/** Index of the column that says what a line is about: the first of words, unless numbers such as n stand before it. */
export function namingColumn(columns: readonly ReportColumn[]): number {
  const words = columns.findIndex(({ align }) => align === "left");
  return words === 1 ? 1 : 0;
}
