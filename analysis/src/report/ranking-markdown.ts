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

function markdownTable({ columns, lines }: RankingReport): string {
  const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  const rule = columns.map(({ align }) => (align === "right" ? "---:" : "---"));
  return [
    row(columns.map(({ heading }) => heading)),
    `| ${rule.join(" | ")} |`,
    ...lines.map(row),
  ].join("\n");
}

/** Text that Markdown shows as it is. A list number at the start of a line needs its point escaped. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, (space) => (space === "\u00a0" ? space : " "))
    .replace(/([\\`*_[\]<|])/g, "\\$1")
    .replace(/^(\d+)\. /, "$1\\. ");
}
