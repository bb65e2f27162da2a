import { extname } from "node:path";
import type { Language } from "@mehrwert/study";
import { parseHTML } from "linkedom";
import { figureMarkup } from "../figures/figure-frame.ts";
import { rankingFigure } from "../figures/ranking-figure.ts";
import { sharesFigure } from "../figures/shares-figure.ts";
import { rankingCsv } from "../report/ranking-csv.ts";
import { rankingHtml } from "../report/ranking-html.ts";
import { rankingDocument } from "../report/ranking-json.ts";
import { rankingMarkdown } from "../report/ranking-markdown.ts";
import { type RankingReportParts, rankingReport } from "../report/ranking-report.ts";
import { readableJson } from "../report/readable-json.ts";

/** Formats a ranking can be written in. */
export const rankingFormats = ["markdown", "csv", "json", "html", "svg"] as const;
export type RankingFormat = (typeof rankingFormats)[number];

/** The text of one file, and the name it has in a folder. */
export type RenderedRanking = { name: string; text: string };

const extensions: Record<RankingFormat, string> = {
  markdown: "md",
  csv: "csv",
  json: "json",
  html: "html",
  svg: "svg",
};

/** The format that a file name asks for by its ending, if any. */
export function formatOf(path: string): RankingFormat | undefined {
  return rankingFormats.find((format) => extname(path).toLowerCase() === `.${extensions[format]}`);
}

/** A ranking in one format; texts in the given language, CSV and JSON in both. */
export function renderedRanking(
  format: RankingFormat,
  parts: RankingReportParts,
  language: Language,
): RenderedRanking {
  return {
    name: `ranking-${parts.table.question}.${extensions[format]}`,
    text: textIn(format, parts, language),
  };
}

function textIn(format: RankingFormat, parts: RankingReportParts, language: Language): string {
  switch (format) {
    case "markdown":
      return rankingMarkdown(rankingReport(parts, language));
    case "csv":
      return rankingCsv(parts);
    case "json":
      return readableJson(rankingDocument(parts));
    case "html":
      return rankingHtml(rankingReport(parts, language), figures(parts, language));
    case "svg":
      return `${figures(parts, language)[0] ?? emptyFigure}\n`;
  }
}

/** Stands in where there is nothing to draw yet, so that scripts find the file they expect. */
const emptyFigure = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';

function figures({ table, manifest }: RankingReportParts, language: Language): string[] {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const options = { language, document, isSimulated: manifest.study.isSimulated };
  return [rankingFigure(table, options), sharesFigure(table, options)].flatMap((figure) =>
    figure === undefined ? [] : [figureMarkup(figure)],
  );
}
