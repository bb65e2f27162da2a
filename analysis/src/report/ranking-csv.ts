import { csvText, type DatasetManifest } from "@mehrwert/study";
import type { ShownRankingRow, ShownRankingTable } from "../ranking/shown-ranking-table.ts";

/** What each line of the CSV repeats; the parts of a report hold it, and so does a live results page. */
export type RankingCsvParts = {
  manifest: {
    study: Pick<DatasetManifest["study"], "slug" | "isSimulated" | "wave">;
    instrument: Pick<DatasetManifest["instrument"], "slug" | "version">;
  };
  table: ShownRankingTable;
  softwareVersion: string;
};

type Cell = string | number | boolean | undefined;

/**
 * The table as CSV for other programs: one line per item, full precision, decimal point, empty where a statistic does
 * not exist. Each line repeats what it rests on, so that lines of several studies can stand in one file.
 */
export function rankingCsv(parts: RankingCsvParts): string {
  const lines = parts.table.rows.map((row) => [...itemCells(row), ...contextCells(parts)]);
  const [first] = lines;
  if (first === undefined) return "";
  return csvText([
    first.map(([name]) => name),
    ...lines.map((line) => line.map(([, value]) => (value === undefined ? "" : String(value)))),
  ]);
}

function itemCells(row: ShownRankingRow): [string, Cell][] {
  return [
    ["position", row.position],
    ["item", row.item],
    ["name", row.name],
    ["label_de", row.label.de],
    ["label_en", row.label.en],
    ["n_placed", row.n],
    ["mean_rank", row.meanRank],
    ["mean_rank_lower", row.meanRankInterval?.[0]],
    ["mean_rank_upper", row.meanRankInterval?.[1]],
    ["median_rank", row.medianRank],
    ["first_share", row.firstShare],
    ["first_share_lower", row.firstShareInterval?.[0]],
    ["first_share_upper", row.firstShareInterval?.[1]],
    ["top_share", row.topShare],
    ["top_share_lower", row.topShareInterval?.[0]],
    ["top_share_upper", row.topShareInterval?.[1]],
    ["borda_points", row.borda],
    ["lead_over_next", row.leadOverNext?.value],
    ["lead_over_next_lower", row.leadOverNext?.interval[0]],
    ["lead_over_next_upper", row.leadOverNext?.interval[1]],
  ];
}

function contextCells({ manifest, table, softwareVersion }: RankingCsvParts): [string, Cell][] {
  return [
    ["study", manifest.study.slug],
    ["is_simulated", manifest.study.isSimulated],
    ["wave", manifest.study.wave],
    ["instrument", manifest.instrument.slug],
    ["instrument_version", manifest.instrument.version],
    ["question", table.question],
    ["options", table.options],
    ["top_k", table.topK],
    ["n_responses", table.respondents],
    ["n_answered", table.answered],
    ["n_complete", table.complete],
    ["n_top_ranked", table.topRanked],
    ["kendalls_w", table.kendallsW?.value],
    ["bootstrap_seed", table.bootstrap.seed],
    ["bootstrap_draws", table.bootstrap.draws],
    ["level", table.bootstrap.level],
    ["interval_method", intervalMethod(table)],
    ["software_version", softwareVersion],
  ];
}

function intervalMethod({ bootstrap }: RankingCsvParts["table"]): string {
  if (bootstrap.replacedBy !== undefined) return "normal";
  return bootstrap.kind === "bca" ? "bootstrap-bca" : "bootstrap";
}
