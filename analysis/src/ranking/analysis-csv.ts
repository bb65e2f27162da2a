import { csvText } from "@mehrwert/study";
import { fieldsOf } from "../ranking-source/number-lines.ts";
import type { AnalysedItem, RankingAnalysis } from "./ranking-analysis.ts";

type Cell = string | number | undefined;

/** The analysis as CSV for other programs: one line per item in the order of the result, full precision. */
export function analysisCsv(analysis: RankingAnalysis, softwareVersion: string): string {
  const lines = analysis.order.flatMap((index) => {
    const item = analysis.items[index];
    if (item === undefined) return [];
    return [
      [...descriptionCells(item), ...modelCells(item), ...context(analysis, softwareVersion)],
    ];
  });
  return written(lines);
}

/** The CSV of a ranking table with the numbers of the models added at the end of each line. */
export function withModelColumns(rankingCsv: string, analysis: RankingAnalysis): string {
  const [head = [], ...lines] = rankingCsv
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => fieldsOf(line, ","));
  const place = head.indexOf("item");
  const added = lines.map((line) => {
    const item = analysis.items.find((one) => one.item === line[place]);
    return item === undefined ? [] : modelCells(item);
  });
  const [first = []] = added;
  return csvText([
    [...head, ...first.map(([name]) => name)],
    ...lines.map((line, index) => [...line, ...(added[index] ?? []).map(([, cell]) => text(cell))]),
  ]);
}

function descriptionCells(item: AnalysedItem): [string, Cell][] {
  return [
    ["position", item.position],
    ["item", item.item],
    ["n_placed", item.n],
    ["mean_rank", item.meanRank],
    ["median_rank", item.medianRank],
    ["first_share", item.firstShare],
    ["first_share_lower", item.firstShareInterval?.[0]],
    ["first_share_upper", item.firstShareInterval?.[1]],
    ["top_share", item.topShare],
    ["top_share_lower", item.topShareInterval?.[0]],
    ["top_share_upper", item.topShareInterval?.[1]],
    ["borda_points", item.borda],
  ];
}

function modelCells(item: AnalysedItem): [string, Cell][] {
  return [
    ["n_faced", item.faced],
    ["midrank_mean", item.midrankMean],
    ["midrank_mean_lower", item.midrankMeanInterval?.[0]],
    ["midrank_mean_upper", item.midrankMeanInterval?.[1]],
    ["log_worth", item.logWorth],
    ["standard_error", item.standardError],
    ["log_worth_centred", item.logWorthCentred],
    ["standard_error_centred", item.standardErrorCentred],
    ["quasi_standard_error", item.quasiStandardError],
    ["worth", item.worth],
    ["worth_lower", item.worthInterval?.[0]],
    ["worth_upper", item.worthInterval?.[1]],
    ["rank_lower", item.rankInterval?.[0]],
    ["rank_upper", item.rankInterval?.[1]],
    ["probability_first", item.rankProbabilities?.[0]],
  ];
}

function context(analysis: RankingAnalysis, softwareVersion: string): [string, Cell][] {
  const { worths, uncertainty } = analysis;
  return [
    ["n", analysis.n],
    ["unranked", analysis.unranked],
    ["top_k", analysis.topK],
    ["log_likelihood", worths.exists ? worths.logLikelihood : undefined],
    ["no_worths_because", worths.exists ? undefined : worths.reason],
    ["kendalls_w", analysis.agreement?.kendallsW.value],
    ["interval_method", methodOf(uncertainty)],
    ["seed", uncertainty.seed],
    ["draws", uncertainty.draws],
    ["level", uncertainty.level],
    ["software_version", softwareVersion],
  ];
}

function written(lines: readonly (readonly [string, Cell][])[]): string {
  const [first] = lines;
  if (first === undefined) return "";
  return csvText([
    first.map(([name]) => name),
    ...lines.map((line) => line.map(([, cell]) => text(cell))),
  ]);
}

function text(cell: Cell): string {
  return cell === undefined ? "" : String(cell);
}

function methodOf({ method, kind }: RankingAnalysis["uncertainty"]): string {
  return method === "bootstrap" && kind === "bca" ? "bootstrap-bca" : method;
}
