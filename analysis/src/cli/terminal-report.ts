import Table from "cli-table3";
import picocolors from "picocolors";
import type { RankingReport } from "../report/ranking-report.ts";
import { rankingReportHeadings as headings } from "../report/ranking-report-headings.ts";
import type { Shell } from "./shell.ts";

/** Columns at which the terminal shows the whole table; below, intervals of shares and the like are left out. */
const wideColumns = 132;
const widestText = 100;

/** The report as it stands in a terminal: the table first, then the same in words. Colour only in a terminal. */
export function terminalReport(report: RankingReport, { stdout, env }: Shell): string {
  const colours = picocolors.createColors(stdout.isTTY === true && !env.NO_COLOR);
  const columns = stdout.columns ?? widestText;
  const width = Math.min(columns, widestText);
  const part = (heading: keyof typeof headings, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          "",
          colours.bold(headings[heading][report.language]),
          ...lines.map((line) => wrapped(line, width, "  ")),
        ];
  const lines = [
    colours.bold(wrapped(report.title, width, "")),
    ...report.warnings.map((warning) => colours.yellow(wrapped(`! ${warning}`, width, ""))),
    "",
    wrapped(report.question, width, ""),
    terminalTable(report, columns >= wideColumns),
    ...part("findings", report.findings),
    ...part("notes", report.notes),
    ...part("method", report.method),
    ...part("assumptions", report.assumptions),
    ...part(
      "facts",
      report.facts.map(({ label, value }) => `${label}: ${value}`),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function terminalTable({ columns, lines }: RankingReport, isWide: boolean): string {
  const shown = columns.map(({ isCore }, index) => (isCore || isWide ? index : -1));
  const pick = <T>(cells: readonly T[]) => cells.filter((_, index) => shown[index] === index);
  const table = new Table({
    head: pick(columns.map(({ heading }) => heading)),
    colAligns: pick(columns.map(({ align }) => align)),
    style: { head: [], border: [], compact: true },
    chars: {
      top: "",
      "top-mid": "",
      "top-left": "",
      "top-right": "",
      bottom: "",
      "bottom-mid": "",
      "bottom-left": "",
      "bottom-right": "",
      left: "",
      right: "",
      middle: " ",
      "left-mid": "",
      "right-mid": "",
    },
  });
  table.push(...lines.map((cells) => pick(cells)));
  return table.toString();
}

/** Breaks text between words; following lines are indented like the first, plus two. */
function wrapped(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.replace(/ ([=<]) /g, "\u00a0$1\u00a0").split(" ")) {
    const isStart = line.trim() === "";
    if (!isStart && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = isStart ? `${line}${word}` : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
