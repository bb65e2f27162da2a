import {
  type RankingRow,
  type RankingTable,
  type ShownRankingRow,
  type ShownRankingTable,
  withPositions,
} from "@mehrwert/analysis";
import { shownCounts } from "./shown-counts.ts";
import { smallGroupNotes } from "./small-group-notes.ts";

/**
 * A ranking table without what rests on fewer people than the study's minimum group: no rank, share or agreement of
 * few, no count of few, and no two counts that differ by few. Nobody and few look the same. The table's own notes
 * quote its counts, so they go as soon as anything does.
 *
 * @returns undefined if fewer than the minimum answered the ranking at all
 */
export function withoutSmallGroups(
  table: RankingTable,
  minimum: number,
): ShownRankingTable | undefined {
  if (table.answered < minimum) return undefined;
  const { answered, complete, topRanked, kendallsW, friedman, ...rest } = table;
  const counts = shownCounts(table, minimum);
  const missing = shownMissing(table.missing, minimum);
  const rows = shownRows(table, minimum, counts.complete !== undefined);
  const pairwise = shownPairs(table.pairwise, minimum);
  const isWhole =
    Object.keys(counts).length === 3 &&
    missing.length === table.missing.length &&
    rows.every(({ n }) => n !== undefined) &&
    pairwise === table.pairwise;
  if (isWhole) return table;
  const hidesRanks = complete < minimum;
  const agreement = hidesRanks ? {} : shownAgreement(table, counts.complete !== undefined);
  const notes = smallGroupNotes({
    ...table,
    minimum,
    hidesRanks,
    hidesShares: topRanked < minimum,
  });
  return { ...rest, ...counts, ...agreement, missing, rows, pairwise, notes };
}

/** All reasons or none: one that is left out could be computed from the others. */
function shownMissing(missing: RankingTable["missing"], minimum: number): RankingTable["missing"] {
  return missing.every(({ count }) => count >= minimum) ? missing : [];
}

function shownRows(table: RankingTable, minimum: number, showsComplete: boolean) {
  const { complete, topRanked } = table;
  const shareRows = topRanked < minimum ? table.rows.map(withoutShares) : table.rows;
  const rows =
    complete < minimum
      ? withPositions(inOrder(shareRows, table.pairwise.items).map(withoutRanks))
      : shareRows.map((row) => (showsComplete ? row : withoutBorda(row)));
  return rows.map((row) => (row.n < minimum ? withoutN(row) : row));
}

/** Rows in the order of the instrument: rows that stay sorted would tell the order that the hidden numbers gave. */
function inOrder(rows: readonly RankingRow[], items: readonly string[]): RankingRow[] {
  const places = new Map(items.map((item, index) => [item, index]));
  return [...rows].sort((a, b) => (places.get(a.item) ?? 0) - (places.get(b.item) ?? 0));
}

function withoutRanks({
  meanRank,
  meanRankInterval,
  medianRank,
  borda,
  leadOverNext,
  ...rest
}: RankingRow): RankingRow {
  return rest;
}

function withoutShares({
  firstShare,
  firstShareInterval,
  topShare,
  topShareInterval,
  ...rest
}: RankingRow): RankingRow {
  return rest;
}

/** Borda points divided by what a mean rank gives are the number of people. */
function withoutBorda({ borda, ...rest }: RankingRow): RankingRow {
  return rest;
}

function withoutN({ n, ...rest }: RankingRow): ShownRankingRow {
  return rest;
}

/** Without the tests where their number of people is not shown: it could be computed from them. */
function shownAgreement(
  { kendallsW, friedman }: RankingTable,
  showsComplete: boolean,
): Pick<ShownRankingTable, "kendallsW" | "friedman"> {
  if (kendallsW === undefined) return {};
  if (!showsComplete) return { kendallsW: { value: kendallsW.value, meaning: kendallsW.meaning } };
  return friedman === undefined ? { kendallsW } : { kendallsW, friedman };
}

/** The same matrices if nothing in them is small; otherwise pairs that few compared look as if nobody had. */
function shownPairs(pairwise: RankingTable["pairwise"], minimum: number): RankingTable["pairwise"] {
  const { compared, preferred } = pairwise;
  const isSmall = (row: number, column: number) =>
    row !== column && (compared[row]?.[column] ?? 0) < minimum;
  if (!compared.some((cells, row) => cells.some((_, column) => isSmall(row, column))))
    return pairwise;
  const shown = (matrix: number[][]) =>
    matrix.map((cells, row) => cells.map((count, column) => (isSmall(row, column) ? 0 : count)));
  return { ...pairwise, compared: shown(compared), preferred: shown(preferred) };
}
