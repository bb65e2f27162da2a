import type { RankingRow } from "./ranking-table.ts";

/**
 * Rows in the order of the result, each with its position; rows with equal results share one.
 *
 * By mean rank; where no mean rank exists, by top share and then first share. Without either, the order of the
 * instrument and no position.
 */
export function withPositions(rows: readonly RankingRow[]): RankingRow[] {
  const sorted = [...rows].sort(compareRows);
  const positioned: RankingRow[] = [];
  for (const [index, row] of sorted.entries()) {
    const { position: _, ...rest } = row;
    if (row.meanRank === undefined && row.topShare === undefined) {
      positioned.push(rest);
      continue;
    }
    const before = positioned[index - 1];
    const isTied = before?.position !== undefined && compareRows(before, row) === 0;
    positioned.push({ ...rest, position: isTied ? (before.position ?? index + 1) : index + 1 });
  }
  return positioned;
}

function compareRows(a: RankingRow, b: RankingRow): number {
  if (a.meanRank !== undefined && b.meanRank !== undefined) return a.meanRank - b.meanRank;
  const byTop = (b.topShare ?? 0) - (a.topShare ?? 0);
  return byTop !== 0 ? byTop : (b.firstShare ?? 0) - (a.firstShare ?? 0);
}
