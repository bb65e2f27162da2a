import type { Report, ReportSection, ReportTable } from "./report.ts";
import { reportHeadings } from "./report-headings.ts";
import { reportWarnings } from "./report-warnings.ts";

/** The report as Markdown, readable in GitHub, Pandoc and plain. Figures are not part of it: their tables are. */
export function reportMarkdown(report: Report): string {
  const { language } = report;
  const part = (heading: keyof typeof reportHeadings, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${reportHeadings[heading][language]}`, list(lines)];
  const parts = [
    `# ${escaped(report.title)}`,
    ...reportWarnings(report).map((warning) => `> **${escaped(warning)}**`),
    ...report.sections.flatMap(sectionParts),
    ...part("notes", report.notes),
    ...part("method", report.method),
    ...part("assumptions", report.assumptions),
    ...part(
      "facts",
      report.facts.map(({ label, value }) => `${label}: ${value}`),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionParts({ heading, sentences, tables }: ReportSection): string[] {
  return [
    `## ${escaped(heading)}`,
    ...(sentences.length === 0 ? [] : [list(sentences)]),
    ...tables
      .filter(({ lines }) => lines.length > 0)
      .flatMap((table) => [`**${escaped(table.caption)}**`, markdownTable(table)]),
  ];
}

/** Lines that count themselves from 1 are a numbered list; a number at the start of any other line is no list's. */
function list(lines: readonly string[]): string {
  const isNumbered = lines.length > 1 && lines.every((line, at) => line.startsWith(`${at + 1}. `));
  return lines
    .map((line) =>
      isNumbered ? escaped(line) : `- ${escaped(line).replace(/^(\d+)\. /, "$1\\. ")}`,
    )
    .join("\n");
}

/** Cells are padded, so that the table can be read as plain text too. */
function markdownTable({ columns, lines }: ReportTable): string {
  const cells = [columns.map(({ label }) => label), ...lines].map((row) => row.map(escaped));
  const widths = columns.map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 3),
  );
  const row = (parts: readonly string[]) => `| ${parts.join(" | ")} |`;
  const [head = "", ...body] = cells.map((parts) =>
    row(
      parts.map((cell, column) =>
        columns[column]?.align === "right"
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      ),
    ),
  );
  const rule = columns.map(({ align }, column) => {
    const width = widths[column] ?? 3;
    return align === "right" ? `${"-".repeat(width - 1)}:` : "-".repeat(width);
  });
  return [head, row(rule), ...body].join("\n");
}

/** Text that Markdown shows as it is, wherever it does not begin a line. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, (space) => (space === "\u00a0" ? space : " "))
    .replace(/([\\`*_[\]<|])/g, "\\$1");
}
