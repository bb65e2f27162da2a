import { csvText, textCell } from "@mehrwert/study";
import type { Report } from "../report/report.ts";
import { shortId } from "./coding-lines.ts";
import { type CodingMaterial, excerptText } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";

/** A coding whose words a correction touched: as they were, and what it covers now. */
export type ReviewLine = {
  id: string;
  document: string;
  code: string;
  coder: string;
  before: string;
  now: string;
};

/** All codings that wait for somebody to look at their place. */
export function reviewLines(material: CodingMaterial): ReviewLine[] {
  return material.project.assignments.flatMap(
    ({ id, code, coder, excerpt, mark, seen = excerpt }) =>
      mark === "review"
        ? [
            {
              ...{ id, document: excerpt.document, code, coder },
              before: excerptText(material, seen),
              now: excerptText(material, excerpt),
            },
          ]
        : [],
  );
}

/** The same for spreadsheets. */
export function reviewCsv(lines: readonly ReviewLine[]): string {
  return csvText([
    ["id", "document", "code", "coder", "before", "now"],
    ...lines.map(({ id, document, code, coder, before, now }) => [
      ...[id, document, code, coder, textCell(before), textCell(now)],
    ]),
  ]);
}

/** The same for people. */
export function reviewReport(
  material: CodingMaterial,
  lines: readonly ReviewLine[],
  settings: CodingReportSettings,
): Report {
  const text = (de: string, en: string) => ({ de, en })[settings.language];
  return codingReport(material, settings, {
    title: text("Nach Korrekturen zu prüfen", "To be reviewed after corrections"),
    sections: [
      {
        heading: text("Kodierungen", "Codings"),
        sentences: [
          lines.length === 0
            ? text("Nichts ist zu prüfen.", "Nothing is to be reviewed.")
            : text(
                `${lines.length} Kodierungen. „mehrwert code review … NUMMER“ lässt eine so gelten, „mehrwert code change … NUMMER --text …“ setzt ihre Stelle neu.`,
                `${lines.length} codings. “mehrwert code review … ID” accepts one as it stands, “mehrwert code change … ID --text …” sets its passage anew.`,
              ),
        ],
        tables: [
          {
            caption: text("Vorher und jetzt", "Before and now"),
            columns: [
              { label: text("Kodierung", "Coding"), align: "left" },
              { label: text("Transkript", "Transcript"), align: "left" },
              { label: text("Code", "Code"), align: "left" },
              { label: text("Kodiert von", "Coded by"), align: "left" },
              { label: text("Vorher", "Before"), align: "left" },
              { label: text("Jetzt", "Now"), align: "left" },
            ],
            lines: lines.map(({ id, document, code, coder, before, now }) => [
              ...[shortId(id), document, code, coder, before, now],
            ]),
          },
        ],
        figures: [],
      },
    ],
  });
}
