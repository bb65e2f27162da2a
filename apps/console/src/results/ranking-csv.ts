import type { RankingTable } from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";

const columns = [
  "position",
  "item",
  "name",
  "label",
  "n",
  "mean_rank",
  "mean_rank_lower",
  "mean_rank_upper",
  "median_rank",
  "first_share",
  "first_share_lower",
  "first_share_upper",
  "top_share",
  "top_share_lower",
  "top_share_upper",
  "borda",
];

const cell = (value: string | number | undefined) => {
  const text = value === undefined ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * The ranking table as CSV (RFC 4180) for other programs: unrounded, with decimal points, empty where a statistic
 * does not exist.
 */
export function rankingCsv(table: RankingTable, language: Language): string {
  const rows = table.rows.map((row) => [
    row.position,
    row.item,
    row.name,
    row.label[language],
    row.n,
    row.meanRank,
    row.meanRankInterval?.[0],
    row.meanRankInterval?.[1],
    row.medianRank,
    row.firstShare,
    row.firstShareInterval?.[0],
    row.firstShareInterval?.[1],
    row.topShare,
    row.topShareInterval?.[0],
    row.topShareInterval?.[1],
    row.borda,
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
