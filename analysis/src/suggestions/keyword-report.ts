import { csvText, type Language, textCell } from "@mehrwert/study";
import { countedIn } from "../coding/counted.ts";
import type { CodingMaterial } from "../coding/material.ts";
import { type CodingReportSettings, codingReport } from "../coding/report-frame.ts";
import type { Report, ReportTable } from "../report/report.ts";
import type { KeywordInContext } from "./keyword-in-context.ts";

/** Keywords where they stand, one line each. */
export function keywordReport(
  material: CodingMaterial,
  lines: readonly KeywordInContext[],
  settings: CodingReportSettings,
): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const documents = new Set(lines.map(({ document }) => document)).size;
  return codingReport(material, settings, {
    title: text(`Stichwörter: ${material.title}`, `Keywords: ${material.title}`),
    sections: [
      {
        heading: text("Gefunden", "Found"),
        sentences: [
          `${lines.length} ${text("Stellen", "places")} ${countedIn(documents, "transcript", language)}.`,
        ],
        tables: lines.length === 0 ? [] : [keywordTable(lines, language)],
        figures: [],
      },
    ],
    method: [
      text(
        "Gesucht wird in den Redebeiträgen aller außer der fragenden Person. „nicht?“ steht da, wo eine Verneinung des Codebuchs in der Nähe ist.",
        "Turns of all but the interviewer are searched. “not?” stands where a negation of the codebook is near.",
      ),
    ],
  });
}

function keywordTable(lines: readonly KeywordInContext[], language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const left = (label: string) => ({ label, align: "left" }) as const;
  const hasCodes = lines.some(({ code }) => code !== undefined);
  return {
    caption: text("Stichwörter im Zusammenhang", "Keywords in context"),
    columns: [
      ...[
        left(text("Transkript", "Transcript")),
        { label: text("Zeile", "Line"), align: "right" as const },
      ],
      ...(hasCodes ? [left("Code")] : []),
      ...[left(text("Stichwort", "Keyword")), left(""), left(text("Im Text", "In the text"))],
    ],
    lines: lines.map((line) => [
      ...[line.document, String(line.line)],
      ...(hasCodes ? [line.code ?? ""] : []),
      ...[line.keyword, line.isNegated ? text("nicht?", "not?") : ""],
      `…${line.before}⟦${line.found}⟧${line.after}…`,
    ]),
  };
}

/** The same for spreadsheets: what stands before, the words, what stands after. */
export function keywordCsv(lines: readonly KeywordInContext[]): string {
  const columns = [
    ...["document", "version", "line", "start", "end", "code", "keyword", "negated"],
    ...["before", "found", "after"],
  ];
  const rows = lines.map((line) => [
    ...[line.document, String(line.version), String(line.line), String(line.start)],
    ...[String(line.end), line.code ?? "", textCell(line.keyword), line.isNegated ? "1" : "0"],
    ...[textCell(line.before), textCell(line.found), textCell(line.after)],
  ]);
  return csvText([columns, ...rows]);
}

/** The same for programs; what does not exist is null. */
export function keywordDocument(
  { title, isSynthetic }: CodingMaterial,
  lines: readonly KeywordInContext[],
  softwareVersion: string,
): object {
  return {
    ...{ format: "mehrwert-keywords", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    project: { title, isSynthetic },
    positions: "Unicode code points from 0, end exclusive",
    places: lines.map((line) => ({ ...line, code: line.code ?? null })),
  };
}
