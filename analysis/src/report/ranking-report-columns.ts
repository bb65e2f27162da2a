import type { Language } from "@mehrwert/study";
import { numberWriter } from "../figures/number-writer.ts";
import type { RankingRow, RankingTable } from "../ranking/ranking-table.ts";
import type { ReportColumn } from "./report.ts";

/** One column of the ranking table, with its cell for an item. */
export type RankingReportColumn = ReportColumn & { cell: (row: RankingRow) => string };

/** The columns that have something to show: without complete rankings, those of mean ranks are left out. */
export function rankingReportColumns(
  table: RankingTable,
  language: Language,
): RankingReportColumn[] {
  const write = numberWriter(language);
  const k = write.count(table.topK);
  const text = (de: string, en: string) => ({ de, en })[language];
  const column = (
    label: string,
    cell: (row: RankingRow) => string,
    isDetail = false,
  ): RankingReportColumn => ({ label, align: "right", isDetail, cell });
  const interval = text("95\u2011%\u2011Intervall", "95% interval");
  const meanColumns = [
    column(text("Mittlerer Rang", "Mean rank"), (row) => write.mean(row.meanRank)),
    column(interval, (row) => write.meanInterval(row.meanRankInterval)),
    column(text("Median", "Median"), (row) => write.median(row.medianRank), true),
  ];
  const hasWorths = table.rows.some(({ worth }) => worth !== undefined);
  const bordaColumn = column(
    text("Borda-Punkte", "Borda points"),
    (row) => (row.borda === undefined ? "–" : write.count(row.borda)),
    true,
  );
  return [
    column(text("Platz", "Place"), (row) => (row.position === undefined ? "–" : `${row.position}`)),
    {
      label: text("Option", "Option"),
      align: "left",
      cell: (row) => row.label[language],
    },
    ...(hasWorths ? [column("Worth", (row) => write.share(row.worth))] : []),
    ...(table.complete > 0 ? meanColumns : []),
    column(text("Auf Rang 1", "Ranked first"), (row) => write.share(row.firstShare)),
    column(interval, (row) => write.shareInterval(row.firstShareInterval), true),
    column(text(`Unter den ersten ${k}`, `Among first ${k}`), (row) => write.share(row.topShare)),
    column(interval, (row) => write.shareInterval(row.topShareInterval), true),
    ...(table.complete > 0 ? [bordaColumn] : []),
    column(text("n", "n"), (row) => write.count(row.n), true),
  ];
}
