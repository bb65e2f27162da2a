import {
  type BootstrapSettings,
  bootstrapIntervals,
  type CompleteRankings,
  type CountedRows,
  countedMeans,
} from "@mehrwert/statistics";
import type { RankingRow } from "./ranking-table.ts";

/**
 * Adds the bootstrap interval of each mean rank and of each lead over the next row.
 *
 * Both come from the same draws, so a lead respects that the ranks of one person depend on each other.
 * With fewer than two complete rankings the rows come back as they were.
 */
export function meanRankIntervals(input: {
  /** In the order of the result. */
  rows: readonly RankingRow[];
  /** Columns of `complete`. */
  items: readonly string[];
  complete: CompleteRankings;
  bootstrap: BootstrapSettings;
  onDraw?: ((done: number) => void) | undefined;
}): RankingRow[] {
  const { rows, items, complete, bootstrap } = input;
  const columns = rows.map(({ item }) => items.indexOf(item));
  const intervals = bootstrapIntervals({
    table: complete,
    statistic: (resample) => meansAndLeads(resample, columns),
    ...bootstrap,
    onDraw: input.onDraw,
  });
  if (intervals === undefined) return [...rows];
  return rows.map((row, index) => {
    const meanRankInterval = intervals[index];
    const next = rows[index + 1];
    const leadInterval = intervals[rows.length + index];
    return {
      ...row,
      ...(meanRankInterval === undefined ? {} : { meanRankInterval }),
      ...(row.meanRank === undefined || next?.meanRank === undefined || leadInterval === undefined
        ? {}
        : { leadOverNext: { value: next.meanRank - row.meanRank, interval: leadInterval } }),
    };
  });
}

/** Mean ranks in the order of the rows, then the lead of each row over the next one. */
function meansAndLeads(resample: CountedRows, columns: readonly number[]): number[] {
  const means = countedMeans(resample);
  const ordered = columns.map((column) => means[column] ?? Number.NaN);
  const leads = ordered.slice(1).map((mean, index) => mean - (ordered[index] ?? Number.NaN));
  return [...ordered, ...leads];
}
