import picocolors from "picocolors";
import type { Report, ReportSection } from "../report/report.ts";
import { reportHeadings } from "../report/report-headings.ts";
import { reportWarnings } from "../report/report-warnings.ts";
import type { Shell } from "./shell.ts";
import { terminalTable } from "./terminal-table.ts";
import { wrappedText } from "./wrapped-text.ts";

/** Where the width is not known (a pipe, a file), and the widest that running text gets. */
const usualColumns = 80;
const widestText = 100;
const leastColumns = 40;

/** The report as it stands in a terminal: each result in words, then its tables. Colour only in a terminal. */
export function terminalReport(
  report: Report,
  { stdout, env }: Pick<Shell, "stdout" | "env">,
): string {
  const colours = picocolors.createColors(stdout.isTTY === true && !env.NO_COLOR);
  const columns = Math.max(leastColumns, stdout.columns ?? usualColumns);
  const width = Math.min(columns, widestText);
  const bold = (text: string) => wrappedText(text, width).map(colours.bold);
  const points = (lines: readonly string[]) => lines.flatMap((line) => hanging(line, width));
  const ending = (heading: keyof typeof reportHeadings, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : ["", ...bold(reportHeadings[heading][report.language]), ...points(lines)];
  const section = ({ heading, sentences, tables }: ReportSection) => [
    "",
    ...bold(heading),
    ...points(sentences),
    ...tables
      .filter(({ lines }) => lines.length > 0)
      .flatMap((table) => [
        "",
        ...wrappedText(table.caption, width).map(colours.underline),
        terminalTable(table, columns),
      ]),
  ];
  const lines = [
    ...bold(report.title),
    ...reportWarnings(report)
      .flatMap((warning) => wrappedText(`! ${warning}`, width))
      .map(colours.yellow),
    ...report.sections.flatMap(section),
    ...ending("notes", report.notes),
    ...ending("method", report.method),
    ...ending("assumptions", report.assumptions),
    ...ending(
      "facts",
      report.facts.map(({ label, value }) => `${label}: ${value}`),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** A point of a list: its first line stands two in, the following ones four. */
function hanging(text: string, width: number): string[] {
  return wrappedText(text, width - 4).map((line, index) => `${index === 0 ? "  " : "    "}${line}`);
}
