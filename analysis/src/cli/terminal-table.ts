import Table from "cli-table3";
import type { ReportTable } from "../report/report.ts";
import { wrappedText } from "./wrapped-text.ts";

/** Characters between two columns. */
const gap = 2;
/** A column of words is never made narrower than this for the sake of the others. */
const leastForWords = 12;

/**
 * A table as lines of a terminal, never wider than `width`. A table that is too wide first leaves out its details, then
 * breaks cells between words, then continues below with its first column of words repeated.
 */
export function terminalTable(table: ReportTable, width: number): string {
  const all = table.columns.map((_, index) => measured(table, index, width));
  const core = all.filter(({ isDetail }) => !isDetail);
  const shown = total(all, "least") <= width || core.length === 0 ? all : core;
  return blocks(shown, width)
    .map((columns) => drawn(table, columns, width))
    .join("\n\n");
}

type Column = {
  index: number;
  align: "left" | "right";
  isDetail: boolean;
  /** Width without any break, and with a break after every word. */
  natural: number;
  least: number;
};

function measured({ columns, lines }: ReportTable, index: number, width: number): Column {
  const { label = "", align = "left", isDetail = false } = columns[index] ?? {};
  let natural = Math.max(1, label.length);
  let least = Math.max(1, longestWord(label));
  for (const cells of lines) {
    const cell = cells[index] ?? "";
    natural = Math.max(natural, cell.length);
    least = Math.max(least, longestWord(cell));
  }
  const wished = Math.max(least, align === "left" ? leastForWords : 0);
  return {
    index,
    align,
    isDetail,
    natural,
    least: Math.min(natural, wished, Math.floor((width - gap) / 2)),
  };
}

function longestWord(text: string): number {
  return text.split(" ").reduce((longest, word) => Math.max(longest, word.length), 0);
}

function total(columns: readonly Column[], size: "natural" | "least"): number {
  return columns.reduce((sum, column) => sum + column[size] + gap, -gap);
}

/** Columns side by side as long as they fit; each further block repeats the column that names the lines. */
function blocks(columns: readonly Column[], width: number): Column[][] {
  const naming = columns.find(({ align }) => align === "left");
  const found: Column[][] = [[]];
  for (const column of columns) {
    const block = found.at(-1) ?? [];
    const isFull = block.length > 0 && total([...block, column], "least") > width;
    if (isFull && block.some((each) => each !== naming)) {
      found.push(naming === undefined || column === naming ? [column] : [naming, column]);
    } else {
      block.push(column);
    }
  }
  return found;
}

/** Widths that fit: what the least widths leave over goes to columns of words first, then to the narrowest. */
function fittedWidths(columns: readonly Column[], width: number): number[] {
  const widths = columns.map(({ least }) => least);
  const isBefore = (one: number, other: number) => {
    const [first, second] = [columns[one]?.align === "left", columns[other]?.align === "left"];
    return first === second ? (widths[one] ?? 0) < (widths[other] ?? 0) : first;
  };
  for (let spare = width - total(columns, "least"); spare > 0; spare -= 1) {
    const [first, ...others] = columns.flatMap(({ natural }, place) =>
      natural > (widths[place] ?? 0) ? [place] : [],
    );
    if (first === undefined) break;
    const place = others.reduce((best, each) => (isBefore(each, best) ? each : best), first);
    widths[place] = (widths[place] ?? 0) + 1;
  }
  return widths;
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
  middle: " ".repeat(gap),
};

function drawn({ columns, lines }: ReportTable, shown: readonly Column[], width: number): string {
  const widths = fittedWidths(shown, width);
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
