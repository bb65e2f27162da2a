import type { FigureMarkup } from "./figure-markups.ts";
import { namingColumn } from "./naming-column.ts";
import type { Report, ReportFigure, ReportSection, ReportTable } from "./report.ts";
import { reportHeadings } from "./report-headings.ts";
import { reportStyle } from "./report-style.ts";
import { reportWarnings } from "./report-warnings.ts";

/**
 * The report as one HTML page that needs nothing else: no script, no font, no request; readable on phones and paper too.
 *
 * `figures` are SVG elements as markup, made by our own figures; all other text is escaped.
 */
export function reportHtml(
  report: Report,
  figures: ReadonlyMap<ReportFigure, FigureMarkup>,
): string {
  const { language } = report;
  const part = (heading: keyof typeof reportHeadings, content: string) =>
    content === ""
      ? ""
      : `<section class="ending">\n<h2>${reportHeadings[heading][language]}</h2>\n${content}\n</section>`;
  const parts = [
    `<h1>${escaped(report.title)}</h1>`,
    ...reportWarnings(report).map(
      (warning) => `<p class="warning" role="note">${escaped(warning)}</p>`,
    ),
    ...report.sections.map((section) => htmlSection(section, figures)),
    part("notes", htmlList(report.notes)),
    part("method", htmlList(report.method)),
    part("assumptions", htmlList(report.assumptions)),
    part("facts", htmlFacts(report)),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escaped(report.title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${parts.filter((each) => each !== "").join("\n")}
</main>
</body>
</html>
`;
}

function htmlSection(
  section: ReportSection,
  markups: ReadonlyMap<ReportFigure, FigureMarkup>,
): string {
  const parts = [
    `<h2>${escaped(section.heading)}</h2>`,
    ...section.sentences.map((sentence) => `<p class="sentence">${phrase(sentence)}</p>`),
    ...section.figures.flatMap((figure) => htmlFigure(figure, markups.get(figure))),
    ...section.tables.filter(({ lines }) => lines.length > 0).map(htmlTable),
  ];
  return `<section>\n${parts.join("\n")}\n</section>`;
}

function htmlFigure({ caption }: ReportFigure, markup: FigureMarkup | undefined): string[] {
  if (markup === undefined) return [];
  return [
    `<figure>
<figcaption>${escaped(caption)}</figcaption>
<div class="wide">${markup.wide}</div>
<div class="narrow">${markup.narrow}</div>
</figure>`,
  ];
}

/** The column that names the lines holds row headers, each also for the lines below that leave it empty. */
function htmlTable({ columns, lines, caption }: ReportTable): string {
  const side = (column: number) => (columns[column]?.align === "left" ? ' class="left"' : "");
  const naming = namingColumn(columns);
  const isNamed = (cells: readonly string[] | undefined) => (cells?.[naming] ?? "") !== "";
  const head = columns.map(
    ({ label }, column) => `<th scope="col"${side(column)}>${escaped(label)}</th>`,
  );
  const body = lines.map((cells, line) => {
    const isContinued = line > 0 && !isNamed(cells);
    const row = cells.map((cell, column) => {
      if (column !== naming) return `<td${side(column)}>${phrase(cell)}</td>`;
      if (isContinued) return "";
      const next = lines.findIndex((below, index) => index > line && isNamed(below));
      const span = (next < 0 ? lines.length : next) - line;
      const rows = span > 1 ? ` rowspan="${span}"` : "";
      return `<th scope="row"${rows}${side(column)}>${phrase(cell)}</th>`;
    });
    return `<tr>${row.join("")}</tr>`;
  });
  return `<div class="table" role="group" tabindex="0" aria-label="${escaped(caption)}">
<table>
<caption><span class="caption">${escaped(caption)}</span></caption>
<thead><tr>${head.join("")}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</div>`;
}

function htmlList(lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `<ul>\n${lines.map((line) => `<li>${phrase(line)}</li>`).join("\n")}\n</ul>`;
}

function htmlFacts({ facts }: Report): string {
  if (facts.length === 0) return "";
  const entries = facts.map(
    ({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`,
  );
  return `<dl>\n${entries.join("\n")}\n</dl>`;
}

/** Text to read: options of commands, and short names in brackets, are not parted at their hyphens. */
function phrase(text: string): string {
  return escaped(text).replace(
    /--[a-z][a-z-]*|\([a-z][\w.-]{0,14}\)/g,
    (name) => `<span class="whole">${name}</span>`,
  );
}

/** Text as it is; a sign and its number, and a number and its per cent, stay on one line. */
function escaped(text: string): string {
  return text
    .replace(/ ([=<≥≤]) (?=\d)/g, "\u00a0$1\u00a0")
    .replace(/(\d) %/g, "$1\u00a0%")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
