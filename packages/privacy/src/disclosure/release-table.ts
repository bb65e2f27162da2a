import { type Block, columnBlocks, countsInBlocks, sumAt } from "./blocks.ts";
import type { HeldCell, Layer } from "./layer.ts";
import type { DisclosureRules } from "./rules.ts";
import type { BlockTable } from "./small-cells.ts";
import { type HiddenCells, type Suppression, suppressCells } from "./suppress-cells.ts";

/** The counts of an item that may become a table: counts[answer][category], and how many answered by category. */
export type TableCounts = {
  counts: readonly (readonly number[])[];
  answered: readonly number[];
};

/** What may be seen of a table, and what is remembered of it. All lists are by number of answer and category. */
export type TableMemory = {
  /** The release in which it was last renewed. */
  release: number;
  /** Answers and categories that are shown as one; the last block of categories holds the hidden ones, if any. */
  rows: number[][];
  columns: number[][];
  /** hidden[row block][column block] */
  hidden: boolean[][];
  counts: number[][];
  answered: number[];
  /** Each category when it was last shown alone; null if never. */
  alone: ({ counts: number[]; answered: number } | null)[];
  layers: Layer[];
  cells: HeldCell[];
};

/** What is settled about a table before its cells are looked at. */
export type TableFrame = {
  release: number;
  /** Answers that are shown as one. */
  rows: readonly Block[];
  /** Hidden categories; absent for a single distribution, which has one "category", everybody. */
  hidden?: readonly boolean[];
  /** Whether a cell may be hidden because all who came to a group gave the same answer; if not, the table waits. */
  mayHide: boolean;
};

/**
 * One table of an item as it may be released now: by the categories of one grouping variable, or of everybody.
 *
 * Compared with what was seen of a group before, not all who came to it gave the same answer, and no answer has become
 * less frequent by fewer people than a batch. An answer that cannot be shown even so is shown together with the rarer
 * one of its neighbours.
 * @returns undefined if it cannot be released in this step, or would show less than half of the cells that the last
 * one does; what was released before stays as it is
 */
export function releaseTable(
  before: TableMemory | undefined,
  now: TableCounts,
  { release, rows: single, hidden: own, mayHide }: TableFrame,
  rules: DisclosureRules,
): TableMemory | undefined {
  const hidden = own ?? [false];
  const columns = columnBlocks(now.answered, hidden);
  for (let rows = single; rows.length > 1; ) {
    const table: BlockTable = { ...now, rows, columns, rowsAreKnown: own !== undefined };
    const { fallen, unanimous } = newcomers(before, table, rules);
    if (unanimous.length > 0 && !mayHide) return undefined;
    const cells: Suppression =
      fallen === undefined
        ? suppressCells(table, before, rules, unanimous)
        : { ok: false, row: fallen };
    if (cells.ok)
      return isWorthwhile(cells.value, before)
        ? remembered(before, now, { release, table, hidden, cells: cells.value })
        : undefined;
    rows = withNeighbour(rows, cells.row, now.counts);
  }
  return undefined;
}

/** Whether a table shows anything, and not less than half of what the one before it did. */
function isWorthwhile(now: HiddenCells, before: TableMemory | undefined): boolean {
  const shown = (hidden: boolean[][]) => hidden.flat().filter((is) => !is).length;
  return shown(now.hidden) > 0 && 2 * shown(now.hidden) >= shown(before?.hidden ?? []);
}

/** Rows with one of them joined to the rarer of those beside it. */
function withNeighbour(
  rows: readonly Block[],
  row: number,
  counts: readonly (readonly number[])[],
): Block[] {
  const total = (index: number) =>
    (rows[index] ?? []).reduce(
      (sum, place) => sum + sumAt(counts[place] ?? [], counts[place]?.keys() ?? []),
      0,
    );
  const beside = [row - 1, row + 1].filter((index) => rows[index] !== undefined);
  const other = beside.reduce((least, index) => (total(index) < total(least) ? index : least));
  const [first, second] = [Math.min(row, other), Math.max(row, other)];
  const joined = [...(rows[first] ?? []), ...(rows[second] ?? [])].sort((a, b) => a - b);
  return rows.flatMap((block, index) =>
    index === first ? [joined] : index === second ? [] : [block],
  );
}

function remembered(
  before: TableMemory | undefined,
  now: TableCounts,
  {
    release,
    table: { rows, columns },
    hidden,
    cells,
  }: { release: number; table: BlockTable; hidden: readonly boolean[]; cells: HiddenCells },
): TableMemory {
  const counts = now.counts.map((row) => [...row]);
  const answered = [...now.answered];
  return {
    ...{ release, counts, answered, ...cells },
    rows: rows.map((block) => [...block]),
    columns: columns.map((block) => [...block]),
    alone: hidden.map((isHidden, place) =>
      isHidden
        ? (before?.alone[place] ?? null)
        : { counts: counts.map((row) => row[place] ?? 0), answered: answered[place] ?? 0 },
    ),
  };
}

/**
 * What the difference to what was shown before would tell: `fallen`, a row in which a few who left are missed, and
 * `unanimous`, cells with the answer that all who came to a group have given.
 */
function newcomers(
  before: TableMemory | undefined,
  { counts, answered, rows, columns }: BlockTable,
  { batch }: DisclosureRules,
): { fallen: number | undefined; unanimous: number[] } {
  if (before === undefined) return { fallen: undefined, unanimous: [] };
  const [now, then] = [counts, before.counts].map((each) => countsInBlocks(each, rows, columns));
  const unanimous: number[] = [];
  let fallen: number | undefined;
  for (const [c, column] of columns.entries()) {
    const falls = rows.map((_, r) => Math.max(0, (then?.[r]?.[c] ?? 0) - (now?.[r]?.[c] ?? 0)));
    const people = sumAt(falls, falls.keys());
    if (people > 0 && people < batch) fallen ??= falls.findIndex((fall) => fall > 0);
    const seen = lastSeen(before, column);
    const came = seen === undefined ? 0 : sumAt(answered, column) - seen.answered;
    for (const [r, row] of rows.entries())
      if (came > 0 && (now?.[r]?.[c] ?? 0) - sumAt(seen?.counts ?? [], row) === came)
        unanimous.push(r * columns.length + c);
  }
  return { fallen, unanimous };
}

/** A group's answers as they were last shown, or could last be computed; undefined for one not shown before. */
function lastSeen(
  { alone, counts, answered }: TableMemory,
  column: Block,
): { counts: number[]; answered: number } | undefined {
  const [place = -1, ...more] = column;
  if (more.length === 0) return alone[place] ?? undefined;
  return {
    counts: counts.map((row) => sumAt(row, column)),
    answered: sumAt(answered, column),
  };
}
