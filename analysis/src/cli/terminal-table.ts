import Table from "cli-table3";
import { namingColumn } from "../report/naming-column.ts";
import type { ReportTable } from "../report/report.ts";
import {
  columnGap,
  fittedWidths,
  measuredColumn,
  type TableColumn,
  totalWidth,
} from "./column-widths.ts";
import { wrappedText } from "./wrapped-text.ts";

/**
 * A table as lines of a terminal, never wider than `width`. A table that is too wide first leaves out its details, then
 * breaks cells between words, then continues below with its first column of words repeated.
 */
export function terminalTable(table: ReportTable, width: number): string {
  const all = table.columns.map((_, index) => measuredColumn(table, index, width));
  const core = all.filter(({ isDetail }) => !isDetail);
  const shown = totalWidth(all, "least") <= width || core.length === 0 ? all : core;
  return blocks(shown, all[namingColumn(table.columns)], width)
    .map((columns) => drawn(table, columns, width))
    .join("\n\n");
}

/** Columns side by side as long as they fit; each further block repeats the column that names the lines. */
function blocks(
  columns: readonly TableColumn[],
  naming: TableColumn | undefined,
  width: number,
): TableColumn[][] {
  const found: TableColumn[][] = [[]];
  for (const column of columns) {
    const block = found.at(-1) ?? [];
    const isFull = block.length > 0 && totalWidth([...block, column], "least") > width;
    if (isFull && block.some((each) => each !== naming)) {
      found.push(naming === undefined || column === naming ? [column] : [naming, column]);
    } else {
      block.push(column);
    }
  }
  return found;
}

const noBorders = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  right: "",
  mid: "",
  "left-mid": "",
  "mid-mid": "",
  "right-mid": "",
  middle: " ".repeat(columnGap),
};

function drawn(whole: ReportTable, shown: readonly TableColumn[], width: number): string {
  const { columns, lines } = whole;
  const widths = fittedWidths(whole, shown, width);
  const row = (cells: readonly string[]) =>
    shown.map(({ index }, place) =>
      wrappedText(cells[index] ?? "", widths[place] ?? width).join("\n"),
    );
  const table = new Table({
    colWidths: widths,
    colAligns: shown.map(({ align }) => align),
    rowAligns: ["bottom"],
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
    chars: noBorders,
  });
  const rule = widths.map((columnWidth) => "─".repeat(columnWidth));
  table.push(row(columns.map(({ label }) => label)), rule, ...lines.map(row));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
