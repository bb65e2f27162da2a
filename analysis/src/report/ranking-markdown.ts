import type { RankingReport } from "./ranking-report.ts";
import { rankingReportHeadings as headings } from "./ranking-report-headings.ts";

/** The report as Markdown, readable in GitHub, Pandoc and plain. */
export function rankingMarkdown(report: RankingReport): string {
  const { language } = report;
  const list = (heading: keyof typeof headings, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [`## ${headings[heading][language]}`, lines.map((line) => `- ${escaped(line)}`).join("\n")];
  const parts = [
    `# ${escaped(report.title)}`,
    ...report.warnings.map((warning) => `> **${escaped(warning)}**`),
    escaped(report.question),
    markdownTable(report),
    ...list("findings", report.findings),
    ...list("notes", report.notes),
    ...list("method", report.method),
    ...list("assumptions", report.assumptions),
    ...list(
      "facts",
      report.facts.map(({ label, value }) => `${label}: ${value}`),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Cells are padded, so that the table can be read as plain text too. */
function markdownTable({ columns, lines }: RankingReport): string {
  const cells = [columns.map(({ heading }) => heading), ...lines].map((row) => row.map(escaped));
  const widths = columns.map((_, column) =>
    Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)),
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

/** Text that Markdown shows as it is. A list number at the start of a line needs its point escaped. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, (space) => (space === "\u00a0" ? space : " "))
    .replace(/([\\`*_[\]<|])/g, "\\$1")
    .replace(/^(\d+)\. /, "$1\\. ");
}
