import { codebookState, csvText, type Language, textCell } from "@mehrwert/study";
import type { Report, ReportTable } from "../report/report.ts";
import { type CodingLine, shortId } from "./coding-lines.ts";
import { markWords } from "./coding-words.ts";
import { counted } from "./counted.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";

/**
 * The list of codings for programs: every coding with its place, exact text, path and coder.
 *
 * @param coderNames what another program calls coders, by their name here
 */
export function codingsDocument(
  { title, isSynthetic, project }: CodingMaterial,
  lines: readonly CodingLine[],
  softwareVersion: string,
  coderNames: Readonly<Record<string, string>> = {},
): object {
  const titles = new Map(project.documents.map((each) => [each.id, each.title ?? each.id]));
  return {
    ...{ format: "mehrwert-codings", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    project: { title, isSynthetic },
    codebook: { slug: project.codebook.slug, state: codebookState(project) },
    positions: "Unicode code points from 0, end exclusive",
    // A value that does not exist is null, at its place.
    codings: lines.map((line) => ({
      ...line,
      documentTitle: titles.get(line.document) ?? line.document,
      coderName: coderNames[line.coder] ?? line.coder,
      turn: line.turn ?? null,
      speaker: line.speaker ?? null,
      polarity: line.polarity ?? null,
    })),
    stranded: project.stranded.map(({ assignment: { id, excerpt, code, coder }, reason }) => ({
      ...{ id, ...excerpt, code, coder, reason },
    })),
  };
}

const columns = [
  ...["id", "document", "case", "version", "start", "end", "line", "turn", "speaker"],
  ...[
    "code",
    "code_path",
    "polarity",
    "coder",
    "origin",
    "mark",
    "quotation",
    "added_at",
    "text",
    "memos",
  ],
] as const;

/** The list of codings as a table for spreadsheets and statistics programs;
 * a text that could be taken for a formula has a backslash before it. */
export function codingsCsv(lines: readonly CodingLine[]): string {
  const rows = lines.map((line) => [
    ...[line.id, line.document, line.case, String(line.version), String(line.start)],
    ...[String(line.end), String(line.line), String(line.turn ?? ""), line.speaker ?? ""],
    ...[line.code, textCell(line.codePath), polarityCell(line), line.coder, line.origin.kind],
    ...[line.mark, line.isQuotation ? "1" : "0", line.addedAt, textCell(line.text)],
    textCell(line.memos.join("\n")),
  ]);
  return csvText([[...columns], ...rows]);
}

/** `+` and `-` alone would be taken for the beginning of a formula. */
function polarityCell({ polarity }: CodingLine): string {
  const words = { "+": "positive", "-": "negative", "?": "wish" } as const;
  return polarity === undefined ? "" : words[polarity];
}

/** The list of codings for people. */
export function codingsReport(
  material: CodingMaterial,
  lines: readonly CodingLine[],
  settings: CodingReportSettings,
): Report {
  const text = (de: string, en: string) => ({ de, en })[settings.language];
  return codingReport(material, settings, {
    title: text(`Kodierungen: ${material.title}`, `Codings: ${material.title}`),
    sections: [
      {
        heading: text("Alle Kodierungen", "All codings"),
        sentences: [
          `${counted(lines.length, "coding", settings.language)}, ${text("geordnet nach Transkript und Stelle", "in the order of transcripts and passages")}.`,
        ],
        tables: [codingsTable(lines, settings.language)],
        figures: [],
      },
    ],
  });
}

/** Codings as a table for people. */
export function codingsTable(lines: readonly CodingLine[], language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const hasMarks = lines.some(({ mark }) => mark !== "unchanged");
  const label = (de: string, en: string, isDetail = false) =>
    ({ label: text(de, en), align: "left", isDetail }) as const;
  return {
    caption: text("Kodierungen", "Codings"),
    columns: [
      label("Kodierung", "Coding"),
      label("Transkript", "Transcript"),
      { label: text("Zeile", "Line"), align: "right" },
      label("Code", "Code"),
      label("Kodiert von", "Coded by"),
      ...(hasMarks ? [label("Zustand", "State", true)] : []),
      label("Stelle", "Passage"),
    ],
    lines: lines.map((line) => [
      shortId(line.id),
      line.document,
      lineRange(line),
      codeWithPolarity(line),
      line.coder,
      ...(hasMarks ? [markWords[line.mark][language]] : []),
      line.text,
    ]),
  };
}

/** `12`, or `12–14`. */
export function lineRange({ line, lastLine }: Pick<CodingLine, "line" | "lastLine">): string {
  return line === lastLine ? String(line) : `${line}–${lastLine}`;
}

/** `V5 +`, with a true minus sign. */
export function codeWithPolarity({
  code,
  polarity,
}: Pick<CodingLine, "code" | "polarity">): string {
  return polarity === undefined ? code : `${code} ${polarity === "-" ? "−" : polarity}`;
}
