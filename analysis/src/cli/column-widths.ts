import type { ReportTable } from "../report/report.ts";
import { unbrokenParts, wrappedText } from "./wrapped-text.ts";

/** Characters between two columns. */
export const columnGap = 2;
/** A column of words is never made narrower than this for the sake of the others. */
const leastForWords = 12;

/** A column of a table with the widths it could have. */
export type TableColumn = {
  index: number;
  align: "left" | "right";
  isDetail: boolean;
  /** Width without any break, with breaks in the heading only, and with a break after every word. */
  natural: number;
  snug: number;
  least: number;
};

/** Measures a column; no column asks for more than half of the whole width at the least. */
export function measuredColumn(
  { columns, lines }: ReportTable,
  index: number,
  width: number,
): TableColumn {
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
    least: Math.min(natural, wished, Math.floor((width - columnGap) / 2)),
  };
}

function longestWord(text: string): number {
  return unbrokenParts(text).reduce((longest, word) => Math.max(longest, word.length), 0);
}

/** Width of columns side by side. */
export function totalWidth(columns: readonly TableColumn[], size: "natural" | "least"): number {
  return columns.reduce((sum, column) => sum + column[size] + columnGap, -columnGap);
}

const isWords = ({ align }: TableColumn) => align === "left";
/** Ways to share out spare width: the column to widen first, until `limit`; then the others, the narrowest first. */
const sharings: readonly {
  isFirst: (column: TableColumn) => boolean;
  limit: "natural" | "snug";
}[] = [
  { isFirst: (column) => !isWords(column), limit: "snug" },
  { isFirst: isWords, limit: "natural" },
  { isFirst: () => true, limit: "snug" },
];

/** Widths that fit: of the ways to share what the least widths leave over, the one that makes the table shortest. */
export function fittedWidths(
  table: ReportTable,
  columns: readonly TableColumn[],
  width: number,
): number[] {
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
  const sum = result.reduce((total, each) => total + each + columnGap, -columnGap);
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
  shown: readonly TableColumn[],
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
