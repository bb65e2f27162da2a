import {
  type BootstrapSettings,
  bootstrapIntervals,
  type CompleteRankings,
  type CountedRows,
  countedMeans,
  type Interval,
  jackknifedMeanRanks,
  meanRankEstimates,
  normalQuantile,
  rankings,
  resampledMeanRanks,
} from "@mehrwert/statistics";
import { type BootstrapKind, drawnDifferences, drawnIntervals } from "./bootstrap-kind.ts";
import { isWorthDrawing } from "./drawing-limit.ts";
import type { RankingRow } from "./ranking-table.ts";

/**
 * Adds the interval of each mean rank and of each lead over the next row.
 *
 * Both come from the same draws, or for very many respondents from the same covariance, so a lead respects that the
 * ranks of one person depend on each other. With fewer than two complete rankings the rows come back as they were.
 */
export function meanRankIntervals(input: {
  /** In the order of the result. */
  rows: readonly RankingRow[];
  /** Columns of `complete`. */
  items: readonly string[];
  complete: CompleteRankings;
  bootstrap: BootstrapSettings;
  kind: BootstrapKind;
}): RankingRow[] {
  const { rows, items, complete, bootstrap, kind } = input;
  const columns = rows.map(({ item }) => items.indexOf(item));
  const isDrawn = isWorthDrawing({ n: complete.length, draws: bootstrap.draws });
  const percentiles = () =>
    bootstrapIntervals({
      table: complete,
      statistic: (resample) => meansAndLeads(resample, columns),
      ...bootstrap,
    });
  const drawn = () =>
    kind === "bca" ? correctedIntervals(complete, columns, bootstrap) : percentiles();
  const intervals = isDrawn ? drawn() : normalIntervals(complete, columns, bootstrap.level);
  if (intervals === undefined) return [...rows];
  return rows.map((row, index) => {
    const meanRankInterval = intervals[index];
    const next = rows[index + 1];
    const leadInterval = intervals[rows.length + index];
    const isByMeans = row.worth === undefined;
    return {
      ...row,
      ...(meanRankInterval === undefined ? {} : { meanRankInterval }),
      ...(row.meanRank === undefined ||
      next?.meanRank === undefined ||
      leadInterval === undefined ||
      !isByMeans
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

/** The same quantities in the same order, bias-corrected and accelerated. */
function correctedIntervals(
  complete: CompleteRankings,
  columns: readonly number[],
  { seed, draws, level }: BootstrapSettings,
): (Interval | undefined)[] | undefined {
  const read = rankings({ itemCount: columns.length, rows: complete, unranked: "complete" });
  const resamples = read.ok ? resampledMeanRanks(read.rankings, { seed, draws }) : undefined;
  const jackknife = read.ok ? jackknifedMeanRanks(read.rankings) : undefined;
  if (resamples === undefined || jackknife === undefined) return undefined;
  const means = drawnIntervals({ resamples, jackknife }, level) ?? [];
  const pairs = columns.slice(1).map((next, index) => [next, columns[index] ?? next] as const);
  const leads = drawnIntervals(drawnDifferences({ resamples, jackknife }, pairs), level) ?? [];
  return [...columns.map((column) => means[column]), ...leads];
}

/** The same quantities in the same order, from their means and covariance. */
function normalIntervals(
  complete: CompleteRankings,
  columns: readonly number[],
  level: number,
): Interval[] | undefined {
  const read = rankings({ itemCount: columns.length, rows: complete, unranked: "complete" });
  const found = read.ok ? meanRankEstimates(read.rankings) : undefined;
  if (found === undefined) return undefined;
  const { means, covariance } = found;
  const z = normalQuantile((1 + level) / 2);
  const mean = (column: number) => means[column] ?? 0;
  const shared = (a: number, b: number) => covariance[a]?.[b] ?? 0;
  const around = (value: number, variance: number): Interval => {
    const half = z * Math.sqrt(Math.max(0, variance));
    return [value - half, value + half];
  };
  return [
    ...columns.map((column) => around(mean(column), shared(column, column))),
    ...columns.slice(1).map((next, index) => {
      const column = columns[index] ?? next;
      const variance = shared(next, next) + shared(column, column) - 2 * shared(next, column);
      return around(mean(next) - mean(column), variance);
    }),
  ];
}
