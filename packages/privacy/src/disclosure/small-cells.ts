import { type Block, countsInBlocks, sumAt } from "./blocks.ts";
import type { HeldCell } from "./layer.ts";
import { smallestCell } from "./rules.ts";

/**
 * How the answers of an item divide people: `single`, everybody gave one of them; `multiple`, everybody chose each or
 * did not.
 */
export type ItemKind = "single" | "multiple";

/** A table to be released: counts[answer][category], how many answered in each category, and what is shown as one. */
export type BlockTable = {
  kind: ItemKind;
  counts: readonly (readonly number[])[];
  answered: readonly number[];
  rows: readonly Block[];
  columns: readonly Block[];
  /** Whether the total of each row is published; false for a single distribution, which is its own total. */
  rowsAreKnown: boolean;
};

/** The cells of a table that tell of few people, and how much each says. Cells are numbered row by row. */
export type Cells = { counts: number[]; isSmall: boolean[] };

/**
 * Cells that may not be shown for what they say themselves: one or two people gave an answer, or, where each can be
 * chosen or not, all but one or two chose it, or everybody in a group gave the same. Nobody at all may be shown.
 *
 * `held`: cells hidden before. A block that took one of them in stays hidden while that one is small.
 */
export function smallCells(table: BlockTable, held: readonly HeldCell[]): Cells {
  const { kind, counts, answered, rows, columns } = table;
  const sums = countsInBlocks(counts, rows, columns);
  const bases = columns.map((column) => sumAt(answered, column));
  const isSmall = sums.flatMap((row, r) =>
    row.map((count, c) => {
      const rest = (bases[c] ?? 0) - count;
      if (count > 0 && count < smallestCell) return true;
      if (count === 0 || rows.length < 2) return false;
      const isOption = kind === "multiple" && rows[r]?.length === 1;
      return isOption ? rest < smallestCell : kind === "single" && rest === 0;
    }),
  );
  for (const cell of held) {
    const [row, column] = [rows, columns].map((blocks, side) =>
      blocks.findIndex((block) =>
        (side === 0 ? cell.rows : cell.columns).every((place) => block.includes(place)),
      ),
    ) as [number, number];
    const size = (rows[row]?.length ?? 0) * (columns[column]?.length ?? 0);
    if (size <= cell.rows.length * cell.columns.length) continue;
    const count = cell.rows.reduce(
      (sum, place) => sum + sumAt(counts[place] ?? [], cell.columns),
      0,
    );
    if (count < smallestCell) isSmall[row * columns.length + column] = true;
  }
  return { counts: sums.flat(), isSmall };
}
