import type { Report, ReportTable } from "../report/report.ts";
import type { CodingLine } from "./coding-lines.ts";
import { counted } from "./counted.ts";
import { markedLines } from "./marked-text.ts";
import { type CodingMaterial, presentTranscript } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";

/** One transcript with turns, line numbers and codings in the margin. */
export function documentReport(
  material: CodingMaterial,
  document: string,
  codings: readonly CodingLine[],
  settings: CodingReportSettings,
): Report {
  const text = (de: string, en: string) => ({ de, en })[settings.language];
  const { version, turns } = presentTranscript(material, document);
  const found = material.project.documents.find(({ id }) => id === document);
  const variables = Object.entries(found?.variables ?? {}).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const memos = material.project.memos.flatMap(({ about, text: words, person }) =>
    about.kind === "document" && about.document === document ? [`${person}: ${words}`] : [],
  );
  return codingReport(material, settings, {
    title: `${document}${found?.title === undefined ? "" : `: ${found.title}`}`,
    sections: [
      {
        heading: text(`Transkript, Fassung ${version}`, `Transcript, version ${version}`),
        sentences: [
          text(
            `${counted(turns.length, "turn", "de")}, ${counted(codings.length, "coding", "de")}. Eine kodierte Stelle steht zwischen ⟦1 und 1⟧; die Spalte rechts sagt, wer sie wie kodiert hat.`,
            `${counted(turns.length, "turn", "en")}, ${counted(codings.length, "coding", "en")}. A coded passage stands between ⟦1 and 1⟧; the column on the right says who coded it how.`,
          ),
          ...(variables.length === 0 ? [] : [variables.join(" · ")]),
          ...memos,
        ],
        tables: [transcriptTable(material, document, codings, settings)],
        figures: [],
      },
    ],
  });
}

function transcriptTable(
  material: CodingMaterial,
  document: string,
  codings: readonly CodingLine[],
  { language }: CodingReportSettings,
): ReportTable {
  const label = (de: string, en: string) => ({ de, en })[language];
  const { text, lines, turns } = presentTranscript(material, document);
  const marked = markedLines(text.split("\n"), lines, codings);
  const turnAt = new Map(turns.map(({ number, start }) => [start, number]));
  return {
    caption: document,
    columns: [
      { label: label("Zeile", "Line"), align: "right" },
      { label: label("Beitrag", "Turn"), align: "right" },
      { label: label("Text", "Text"), align: "left" },
      { label: label("Kodierungen", "Codings"), align: "left" },
    ],
    lines: marked
      .filter((line) => line.text !== "")
      .map(({ number, text: words, codings: here }) => [
        String(number),
        String(turnAt.get(lines[number - 1] ?? -1) ?? ""),
        words,
        // Number and code stay on one line.
        here.map((each) => each.replace(": ", ":\u00a0")).join(" · "),
      ]),
  };
}
