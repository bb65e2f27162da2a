import type { RankingRow, RankingTable } from "@mehrwert/analysis";
import type { LocalizedText } from "@mehrwert/study";

function note(minimum: number): LocalizedText {
  return {
    de: `Werte, die auf weniger als ${minimum} Personen beruhen, werden nicht gezeigt.`,
    en: `Figures that rest on fewer than ${minimum} people are not shown.`,
  };
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

function withoutPosition({ position, ...rest }: RankingRow): RankingRow {
  return rest;
}

/** Rows in the order of the instrument: a sorted list would tell the order that the missing numbers hide. */
function unordered(rows: readonly RankingRow[], items: readonly string[]): RankingRow[] {
  const places = new Map(items.map((item, index) => [item, index]));
  return [...rows].sort((a, b) => (places.get(a.item) ?? 0) - (places.get(b.item) ?? 0));
}

/** Nobody is nobody's secret; from one person to one below the minimum is. */
function isSmall(people: number, minimum: number): boolean {
  return people > 0 && people < minimum;
}

/**
 * A ranking table without the figures that rest on fewer people than the study's minimum group. Its own notes go with
 * them, because they describe those people ("all answers are the same").
 *
 * @returns undefined if fewer than the minimum answered the ranking at all
 */
export function withoutSmallGroups(table: RankingTable, minimum: number): RankingTable | undefined {
  if (table.answered < minimum) return undefined;
  const hidesRanks = isSmall(table.complete, minimum);
  const hidesShares = isSmall(table.topRanked, minimum);
  if (!hidesRanks && !hidesShares) return table;
  const notes = [note(minimum)];
  const rows = hidesShares ? table.rows.map(withoutShares) : table.rows;
  if (!hidesRanks) return { ...table, rows, notes };
  const { kendallsW, friedman, ...rest } = table;
  const hidden = rows.map(withoutRanks).map(withoutPosition);
  return { ...rest, rows: unordered(hidden, table.pairwise.items), notes };
}
