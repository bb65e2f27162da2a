import type { Language } from "@mehrwert/study";
import { numberWriter } from "../figures/number-writer.ts";
import { rankingFigure } from "../figures/ranking-figure.ts";
import { sharesFigure } from "../figures/shares-figure.ts";
import type { RankingTable } from "../ranking/ranking-table.ts";
import { rankingReportColumns } from "./ranking-report-columns.ts";
import { agreementSentences, rankingSentences } from "./ranking-sentences.ts";
import type { ReportFigure, ReportSection } from "./report.ts";

/** The ranking itself: who comes first and how sure that is, in words, as figures and in numbers. */
export function rankingSection(table: RankingTable, language: Language): ReportSection {
  const columns = rankingReportColumns(table, language);
  const n = (count: number) => `n\u00a0=\u00a0${numberWriter(language).count(count)}`;
  const text = (de: string, en: string) => ({ de, en })[language];
  // A figure of the mean ranks of a minority would look like the result.
  const isByWorth = table.rows.some(({ worth }) => worth !== undefined);
  const showsMeans = !isByWorth || 2 * table.complete >= table.answered;
  const meanFigure: ReportFigure = {
    caption: text(
      `Mittlere Ränge mit 95\u2011%\u2011Intervallen (${n(table.complete)})`,
      `Mean ranks with 95% intervals (${n(table.complete)})`,
    ),
    draw: (options) => rankingFigure(table, options),
  };
  return {
    heading: table.questionText[language],
    sentences: [...rankingSentences(table, language), ...agreementSentences(table, language)],
    figures: [
      ...(showsMeans ? [meanFigure] : []),
      {
        caption: text(
          `Anteile auf Rang 1 und unter den ersten ${table.topK} (${n(table.topRanked)})`,
          `Shares ranked first and among the first ${table.topK} (${n(table.topRanked)})`,
        ),
        draw: (options) => sharesFigure(table, options),
      },
    ],
    tables: [
      {
        caption: text(
          `Die Rangfolge in Zahlen (${n(table.answered)})`,
          `The ranking in numbers (${n(table.answered)})`,
        ),
        columns: columns.map(({ cell: _, ...column }) => column),
        lines: table.rows.map((row) => columns.map(({ cell }) => cell(row))),
      },
    ],
  };
}
