import type { RankingRow } from "./ranking-table.ts";

/**
 * Rows in the order of the result, each with its position; rows with equal results share one.
 *
 * By the given worths, which then stand in the rows. Without them by mean rank; where no mean rank exists, by top share
 * and then first share. Without any of these, the order of the instrument and no position.
 */
export function withPositions(
  rows: readonly RankingRow[],
  worths?: ReadonlyMap<string, number>,
): RankingRow[] {
  const sorted = rows.map((row) => withWorth(row, worths?.get(row.item))).sort(compareRows);
  const positioned: RankingRow[] = [];
  for (const [index, row] of sorted.entries()) {
    const hasResult = [row.worth, row.meanRank, row.topShare].some((value) => value !== undefined);
    if (!hasResult) {
      positioned.push(row);
      continue;
    }
    const before = positioned[index - 1];
    const isTied = before?.position !== undefined && compareRows(before, row) === 0;
    positioned.push({ ...row, position: isTied ? (before.position ?? index + 1) : index + 1 });
  }
  return positioned;
}

function withWorth(
  { position: _, worth: __, ...rest }: RankingRow,
  worth: number | undefined,
): RankingRow {
  return worth === undefined ? rest : { ...rest, worth };
}

function compareRows(a: RankingRow, b: RankingRow): number {
  if (a.worth !== undefined && b.worth !== undefined) return b.worth - a.worth;
  if (a.meanRank !== undefined && b.meanRank !== undefined) return a.meanRank - b.meanRank;
  const byTop = (b.topShare ?? 0) - (a.topShare ?? 0);
  return byTop !== 0 ? byTop : (b.firstShare ?? 0) - (a.firstShare ?? 0);
}
