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
  /** Width without any break, with breaks in the heading only, and with a break after every word. */
  natural: number;
  snug: number;
  least: number;
};

function measured({ columns, lines }: ReportTable, index: number, width: number): Column {
  const { label = "", align = "left", isDetail = false } = columns[index] ?? {};
  let longest = 1;
  let least = Math.max(1, longestWord(label));
  for (const cells of lines) {
    const cell = cells[index] ?? "";
    longest = Math.max(longest, cell.length);
    least = Math.max(least, longestWord(cell));
  }
  const natural = Math.max(longest, label.length);
  const wished = Math.max(least, align === "left" ? leastForWords : 0);
  return {
    index,
    align,
    isDetail,
    natural,
    snug: Math.max(longest, longestWord(label)),
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

const isWords = ({ align }: Column) => align === "left";
/** Ways to share out spare width: the column to widen first, until `limit`; then the others, the narrowest first. */
const sharings: readonly { isFirst: (column: Column) => boolean; limit: "natural" | "snug" }[] = [
  { isFirst: (column) => !isWords(column), limit: "snug" },
  { isFirst: isWords, limit: "natural" },
  { isFirst: () => true, limit: "snug" },
];

/** Widths that fit: of the ways to share what the least widths leave over, the one that makes the table shortest. */
function fittedWidths(table: ReportTable, columns: readonly Column[], width: number): number[] {
  const tries = sharings.map(({ isFirst, limit }) => {
    const least = columns.map((column) => column.least);
    const first = widened(
      least,
      columns.map((column, place) => (isFirst(column) ? column[limit] : (least[place] ?? 0))),
      width,
    );
    return widened(
      first,
      columns.map(({ natural }) => natural),
      width,
    );
  });
  const heights = tries.map((widths) => height(table, columns, widths));
  return tries[heights.indexOf(Math.min(...heights))] ?? [];
}

/** Widens columns towards their wishes, one character at a time, the narrowest first, until the width is used up. */
function widened(widths: readonly number[], wishes: readonly number[], width: number): number[] {
  const result = [...widths];
  const sum = result.reduce((total, each) => total + each + gap, -gap);
  for (let spare = width - sum; spare > 0; spare -= 1) {
    const wanting = wishes.flatMap((wish, place) => (wish > (result[place] ?? 0) ? [place] : []));
    const [first, ...others] = wanting;
    if (first === undefined) break;
    const narrowest = others.reduce(
      (best, each) => ((result[each] ?? 0) < (result[best] ?? 0) ? each : best),
      first,
    );
    result[narrowest] = (result[narrowest] ?? 0) + 1;
  }
  return result;
}

/** Lines the table takes; of a long table the first ones tell enough. */
function height(
  { columns, lines }: ReportTable,
  shown: readonly Column[],
  widths: readonly number[],
): number {
  const rows = [columns.map(({ label }) => label), ...lines.slice(0, 100)];
  return rows.reduce(
    (sum, cells) =>
      sum +
      shown.reduce(
        (most, { index }, place) =>
          Math.max(most, wrappedText(cells[index] ?? "", widths[place] ?? 1).length),
        1,
      ),
    0,
  );
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

function drawn(whole: ReportTable, shown: readonly Column[], width: number): string {
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
