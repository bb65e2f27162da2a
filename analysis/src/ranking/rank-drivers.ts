import {
  bordaPoints,
  type CompleteRankings,
  friedmanTest,
  kendallsW,
  meanRanks,
  medianRanks,
  type PartialRankings,
  pairwisePreferences,
  topCounts,
  wilsonInterval,
} from "@mehrwert/statistics";
import type { Dataset } from "@mehrwert/study";
import { agreementInWords } from "./agreement-in-words.ts";
import type { BootstrapKind } from "./bootstrap-kind.ts";
import { isWorthDrawing } from "./drawing-limit.ts";
import { type DriverRankings, driverRankings } from "./driver-rankings.ts";
import { meanRankIntervals } from "./mean-rank-intervals.ts";
import { completeDecide, worthsOfQuestion } from "./order-of-table.ts";
import { rankingNotes } from "./ranking-notes.ts";
import type { RankingRow, RankingTable } from "./ranking-table.ts";
import { withPositions } from "./row-positions.ts";

/** Which ranking question to use (default: the dataset's first), and how to resample. */
export type RankDriversOptions = {
  question?: string;
  seed?: number;
  draws?: number;
  /** How intervals are read from the draws; percentile unless told otherwise. */
  interval?: BootstrapKind;
};

/**
 * The ranking table of one ranking question: which value drivers count most, how surely, and how far people agree.
 *
 * Mean ranks, medians, Borda points, W and Friedman use complete rankings; first and top shares use everyone who placed
 * at least `topK`; pairwise preferences use everyone who placed at least one. Where complete rankings are too few to speak
 * for all, the order follows worths of the Plackett–Luce model, which use every ranking.
 * @throws RangeError if the dataset has no such ranking question
 */
export function rankDrivers(dataset: Dataset, options: RankDriversOptions = {}): RankingTable {
  const bootstrap = { seed: options.seed ?? 1, draws: options.draws ?? 2000, level: 0.95 };
  const data = driverRankings(dataset, options.question);
  const { ranking, ranks } = data;
  const complete = ranks.filter(isComplete);
  const top = ranks.filter((row) => placed(row) >= Math.min(ranking.topK, ranking.options.length));
  const isByMeans = completeDecide(dataset, { complete: complete.length, answered: ranks.length });
  const worths = isByMeans ? undefined : worthsOfQuestion(dataset, ranking.question);
  const rows = withPositions(rowsOf(dataset, data, complete, top), worths);
  const withIntervals = meanRankIntervals({
    rows,
    items: ranking.options,
    complete,
    bootstrap,
    kind: options.interval ?? "percentile",
  });
  const isDrawn = isWorthDrawing({ n: complete.length, draws: bootstrap.draws });
  const table = {
    question: ranking.question,
    questionText: ranking.questionText,
    options: ranking.options.length,
    topK: ranking.topK,
    respondents: data.respondents,
    answered: ranks.length,
    complete: complete.length,
    topRanked: top.length,
    missing: data.missing,
    rows: withIntervals,
    pairwise: { items: [...ranking.options], ...pairwiseOf(ranks, ranking.options.length) },
    ...agreementOf(complete),
    bootstrap: {
      ...bootstrap,
      ...(isDrawn && options.interval === "bca" && ({ kind: "bca" } as const)),
      ...(!isDrawn && ({ replacedBy: "normal-distribution" } as const)),
    },
  };
  return {
    ...table,
    notes: rankingNotes(table, { allIdentical: allIdentical(complete), completeDecide: isByMeans }),
  };
}

function rowsOf(
  dataset: Dataset,
  { ranking, ranks }: DriverRankings,
  complete: CompleteRankings,
  top: PartialRankings,
): RankingRow[] {
  const means = complete.length > 0 ? meanRanks(complete) : [];
  const medians = complete.length > 0 ? medianRanks(complete) : [];
  const borda = complete.length > 0 ? bordaPoints(complete) : [];
  const firsts = topCounts(top, 1);
  const tops = topCounts(top, ranking.topK);
  return ranking.options.map((item, index) => ({
    item,
    name: ranking.names[item] ?? item,
    label: labelOf(dataset, item),
    n: ranks.filter((row) => row[index] !== undefined).length,
    ...present("meanRank", means[index]),
    ...present("medianRank", medians[index]),
    ...present("borda", borda[index]),
    ...shareOf("first", firsts[index] ?? 0, top.length),
    ...shareOf("top", tops[index] ?? 0, top.length),
  }));
}

function labelOf(dataset: Dataset, item: string): RankingRow["label"] {
  const variable = dataset.dictionary.variables.find(({ name }) => name === item);
  return variable?.label ?? { de: item, en: item };
}

function shareOf(kind: "first" | "top", count: number, total: number): Partial<RankingRow> {
  const interval = wilsonInterval(count, total);
  if (interval === undefined) return {};
  const share = count / total;
  return kind === "first"
    ? { firstShare: share, firstShareInterval: interval }
    : { topShare: share, topShareInterval: interval };
}

function agreementOf(complete: CompleteRankings): Pick<RankingTable, "kendallsW" | "friedman"> {
  if (complete.length < 2) return {};
  const w = kendallsW(complete);
  const friedman = friedmanTest(complete);
  return {
    ...(w === undefined ? {} : { kendallsW: { ...w, meaning: agreementInWords(w.value) } }),
    ...(friedman === undefined ? {} : { friedman }),
  };
}

/** Like `pairwisePreferences`, but square even when nobody answered. */
function pairwiseOf(ranks: PartialRankings, options: number) {
  if (ranks.length > 0) return pairwisePreferences(ranks);
  return pairwisePreferences([new Array<undefined>(options).fill(undefined)]);
}

function present<K extends "meanRank" | "medianRank" | "borda">(
  key: K,
  value: number | undefined,
): Partial<RankingRow> {
  return value === undefined ? {} : { [key]: value };
}

function placed(row: readonly (number | undefined)[]): number {
  return row.filter((rank) => rank !== undefined).length;
}

function isComplete(row: readonly (number | undefined)[]): row is readonly number[] {
  return row.every((rank) => rank !== undefined);
}

function allIdentical(complete: CompleteRankings): boolean {
  const [first, ...others] = complete.map((row) => row.join(" "));
  return others.length > 0 && others.every((row) => row === first);
}
