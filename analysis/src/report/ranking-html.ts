import type { RankingReport } from "./ranking-report.ts";
import { rankingReportHeadings as headings } from "./ranking-report-headings.ts";

const style = `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1.25rem; background: #fff; color: #1c2126;
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.question { margin: 0 0 1.25rem; color: #565d66; }
.warning { border: 2px solid #8a4b00; background: #fff6e8; color: #5c3200; padding: .6rem .9rem; font-weight: 600; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid #ddd8cc; text-align: right; vertical-align: top; }
thead th { border-bottom: 2px solid #1c2126; vertical-align: bottom; }
.left { text-align: left; }
tbody th { font-weight: 600; }
figure { margin: 1.5rem 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; }
ul.findings { list-style: none; padding-left: 0; }
ul.points { padding-left: 1.2rem; } li { margin: .25rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; font-size: .92rem; }
dt { color: #565d66; } dd { margin: 0; overflow-wrap: anywhere; }
@media screen and (max-width: 40rem) { figure svg { max-width: none; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  .table { overflow: visible; } table, figure, .warning { break-inside: avoid; } h2 { break-after: avoid; } }
`;

/**
 * The report as one HTML page that needs nothing else: no script, no font, no request; readable on paper too.
 *
 * `figures` are SVG elements as markup, made by our own figures; all other text is escaped.
 */
export function rankingHtml(report: RankingReport, figures: readonly string[]): string {
  const { language } = report;
  const section = (heading: keyof typeof headings, content: string) =>
    content === ""
      ? ""
      : `<section>\n<h2>${headings[heading][language]}</h2>\n${content}\n</section>`;
  const parts = [
    `<h1>${escaped(report.title)}</h1>`,
    ...report.warnings.map((warning) => `<p class="warning" role="note">${escaped(warning)}</p>`),
    `<p class="question">${escaped(report.question)}</p>`,
    ...figures.map(
      (figure) =>
        `<figure tabindex="0" aria-label="${escaped(report.question)}">${figure}</figure>`,
    ),
    section("result", htmlTable(report)),
    section("findings", htmlList(report.findings, "findings")),
    section("notes", htmlList(report.notes)),
    section("method", htmlList(report.method)),
    section("assumptions", htmlList(report.assumptions)),
    section("facts", htmlFacts(report)),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escaped(report.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${parts.filter((part) => part !== "").join("\n")}
</main>
</body>
</html>
`;
}

function htmlTable({ columns, lines, question }: RankingReport): string {
  const side = (column: number) => (columns[column]?.align === "left" ? ' class="left"' : "");
  const head = columns.map(
    ({ heading }, column) => `<th scope="col"${side(column)}>${escaped(heading)}</th>`,
  );
  const body = lines.map((cells) => {
    const row = cells.map((cell, column) =>
      columns[column]?.align === "left"
        ? `<th scope="row"${side(column)}>${escaped(cell)}</th>`
        : `<td>${escaped(cell)}</td>`,
    );
    return `<tr>${row.join("")}</tr>`;
  });
  return `<div class="table" role="region" tabindex="0" aria-label="${escaped(question)}">
<table>
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</div>`;
}

function htmlList(lines: readonly string[], className = "points"): string {
  if (lines.length === 0) return "";
  return `<ul class="${className}">\n${lines.map((line) => `<li>${escaped(line)}</li>`).join("\n")}\n</ul>`;
}

function htmlFacts({ facts }: RankingReport): string {
  const entries = facts.map(
    ({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`,
  );
  return `<dl>\n${entries.join("\n")}\n</dl>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
