import { extname } from "node:path";
import { parseHTML } from "linkedom";
import { figureMarkups } from "../report/figure-markups.ts";
import { readableJson } from "../report/readable-json.ts";
import type { Report } from "../report/report.ts";
import { reportHtml } from "../report/report-html.ts";
import { reportMarkdown } from "../report/report-markdown.ts";
import { badInput, type Shell } from "./shell.ts";
import { terminalReport } from "./terminal-report.ts";

/** Formats a report can be written in, by the names `--format` knows. */
export const reportFormats = ["table", "markdown", "csv", "json", "html", "svg"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What a command has found: the words and figures, the numbers as one flat table, and as one document. */
export type Findings = { report: Report; csv: string; json: object };

/** The text of one file, and the name it has in a folder. */
export type RenderedFile = { name: string; text: string };

const extensions: Record<ReportFormat, string> = {
  table: "txt",
  markdown: "md",
  csv: "csv",
  json: "json",
  html: "html",
  svg: "svg",
};

/** The format that a file name asks for by its ending, if any. */
export function formatOf(path: string): ReportFormat | undefined {
  return reportFormats.find((format) => extname(path).toLowerCase() === `.${extensions[format]}`);
}

/** The name a file of this format has in a folder. */
export function nameOfFile(fileName: string, format: ReportFormat): string {
  return `${fileName}.${extensions[format]}`;
}

/** Findings in one format; `streams` tell the terminal's table its width and whether it may use colour. */
export function renderedText(
  { report, csv, json }: Findings,
  format: ReportFormat,
  streams: Pick<Shell, "stdout" | "env">,
): string {
  switch (format) {
    case "table":
      return terminalReport(report, streams);
    case "markdown":
      return reportMarkdown(report);
    case "csv":
      return csv;
    case "json":
      return readableJson(json);
    case "html":
      return reportHtml(report, figureMarkups(report, emptyDocument()));
    case "svg":
      return drawnFigures(report)[0] ?? refuseFigure();
  }
}

/** Findings as files for a folder: every format once, and every figure; only one figure has the plain name. */
export function renderedFiles(
  findings: Findings,
  fileName: string,
  env: Shell["env"],
): RenderedFile[] {
  const figures = drawnFigures(findings.report);
  const texts = reportFormats.filter((format) => format !== "svg" && format !== "table");
  return [
    ...texts.map((format) => ({
      name: nameOfFile(fileName, format),
      text: renderedText(findings, format, { stdout: { write: () => {} }, env }),
    })),
    ...figures.map((text, index) => ({
      name: nameOfFile(index === 0 ? fileName : `${fileName}-${index + 1}`, "svg"),
      text,
    })),
  ];
}

function refuseFigure(): never {
  throw badInput(
    "Zu diesen Ergebnissen gibt es keine Abbildung; wählen Sie ein anderes Format.",
    "There is no figure for these results; choose another format.",
  );
}

function drawnFigures(report: Report): string[] {
  return [...figureMarkups(report, emptyDocument()).values()].map(({ wide }) => `${wide}\n`);
}

function emptyDocument(): Document {
  return parseHTML("<!doctype html><html><body></body></html>").document;
}
