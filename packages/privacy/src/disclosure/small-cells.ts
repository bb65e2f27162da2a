import { type Block, countsInBlocks, sumAt } from "./blocks.ts";
import type { DisclosureRules } from "./rules.ts";

/** A table to be released: counts[answer][category], how many answered in each category, and what is shown as one. */
export type BlockTable = {
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
 * Cells that may not be shown for what they say themselves: one or two people gave an answer, or everybody in a group
 * gave the same. That nobody gave an answer may be shown.
 */
export function smallCells(table: BlockTable, rules: Pick<DisclosureRules, "cell">): Cells {
  const { rows, columns } = table;
  const sums = countsInBlocks(table.counts, rows, columns);
  const bases = columns.map((column) => sumAt(table.answered, column));
  const isSmall = sums.flatMap((row) =>
    row.map((count, c) => {
      const isUnanimous = rows.length > 1 && count === bases[c];
      return count > 0 && (count < rules.cell || isUnanimous);
    }),
  );
  return { counts: sums.flat(), isSmall };
}
