import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { rankingDocument } from "../report/ranking-json.ts";
import type { RankingReportParts } from "../report/ranking-report.ts";
import { analysisDocument, itemNumbers } from "./analysis-document.ts";
import type { RankingAnalysis } from "./ranking-analysis.ts";

/**
 * The JSON document of one ranking question of a study: that of its ranking table, with everything of the analysis
 * beside it. `items` keep the order of the table; `statistics` rest on complete rankings, `items` on all.
 */
export function studyDocument(
  parts: RankingReportParts,
  analysis: RankingAnalysis,
  source: RankingSource,
) {
  const table = rankingDocument(parts);
  const found = analysisDocument(analysis, source, parts.softwareVersion);
  return {
    ...found,
    ...table,
    items: table.items.map((item) => {
      const numbers = analysis.items.find((one) => one.item === item.item);
      return numbers === undefined ? item : { ...itemNumbers(numbers), ...item };
    }),
  };
}
