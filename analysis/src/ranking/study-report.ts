import type { Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import { type RankingReportParts, rankingReport } from "../report/ranking-report.ts";
import type { Report } from "../report/report.ts";
import {
  analysisAssumptions,
  analysisMethod,
  analysisNotes,
  analysisSections,
} from "./analysis-sections.ts";
import type { RankingAnalysis } from "./ranking-analysis.ts";

/** The report of one ranking question of a study: its table first, then what the ranking engine adds. */
export function studyReport(
  parts: RankingReportParts,
  analysis: RankingAnalysis,
  language: Language,
): Report {
  const report = rankingReport(parts, language);
  if (analysis.n === 0) return report;
  const sections = analysisSections(analysis, parts.table.question, language);
  const [first, ...others] = sections;
  return {
    ...report,
    sections: [
      ...report.sections,
      ...(first === undefined
        ? []
        : [{ ...first, sentences: [...orderNote(parts, analysis, language), ...first.sentences] }]),
      ...others,
    ],
    method: [...report.method, ...analysisMethod(analysis, language)],
    notes: [...report.notes, ...analysisNotes(analysis, language)],
    assumptions: [...report.assumptions, ...analysisAssumptions(analysis, language)],
  };
}

/** The table counts complete rankings, the further sections all of them; a reader must know, above all if places change. */
function orderNote(
  { table }: RankingReportParts,
  analysis: RankingAnalysis,
  language: Language,
): string[] {
  if (table.complete === analysis.n) return [];
  const order = analysis.order.map((index) => analysis.items[index]?.item);
  const isSame = table.rows.every(({ item }, index) => item === order[index]);
  const n = formatNumber(analysis.n, language);
  return [
    {
      de: `Von hier an zählen alle ${n} Rangfolgen, auch unvollständige${isSame ? "" : "; deshalb stehen einzelne Optionen auf einem anderen Platz als in der Rangtabelle"}.`,
      en: `From here on all ${n} rankings count, incomplete ones too${isSame ? "" : "; so some options stand in another place than in the ranking table"}.`,
    }[language],
  ];
}
