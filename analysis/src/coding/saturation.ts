import { csvText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report } from "../report/report.ts";
import { type CodingFilter, filteredAssignments } from "./coding-lines.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";

/** What one interview added. */
export type SaturationStep = {
  document: string;
  codings: number;
  /** Different codes in this interview. */
  codes: number;
  /** Codes that no earlier interview had, in the order of the codebook. */
  fresh: string[];
  /** Different codes so far. */
  known: number;
};

/** New codes per interview in the order of the project, as a sign of how saturated the material is. */
export function saturation(material: CodingMaterial, filter: CodingFilter = {}): SaturationStep[] {
  const { documents, codebook } = material.project;
  const assignments = filteredAssignments(material, filter);
  const known = new Set<string>();
  return documents.map(({ id }) => {
    const own = assignments.filter(({ excerpt }) => excerpt.document === id);
    const present = new Set(own.map(({ code }) => code));
    const fresh = codebook.codes.flatMap((code) =>
      present.has(code.id) && !known.has(code.id) ? [code.id] : [],
    );
    for (const code of fresh) known.add(code);
    return { document: id, codings: own.length, codes: present.size, fresh, known: known.size };
  });
}

/** The same for people. */
export function saturationReport(
  material: CodingMaterial,
  steps: readonly SaturationStep[],
  settings: CodingReportSettings,
): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const right = (de: string, en: string) => ({ label: text(de, en), align: "right" }) as const;
  const last = steps.findLast(({ fresh }) => fresh.length > 0);
  return codingReport(material, settings, {
    title: text(`Sättigung: ${material.title}`, `Saturation: ${material.title}`),
    sections: [
      {
        heading: text("Neue Codes je Gespräch", "New codes per interview"),
        sentences:
          last === undefined
            ? [text("Noch ist nichts kodiert.", "Nothing is coded yet.")]
            : [
                text(
                  `Den letzten neuen Code brachte ${last.document}; zusammen sind es ${steps.at(-1)?.known} Codes.`,
                  `The last new code came from ${last.document}; together there are ${steps.at(-1)?.known} codes.`,
                ),
              ],
        tables: [
          {
            caption: text("In der Reihenfolge des Projekts", "In the order of the project"),
            columns: [
              { label: text("Transkript", "Transcript"), align: "left" },
              right("Kodierungen", "Codings"),
              right("Codes", "Codes"),
              right("neu", "new"),
              right("bisher", "so far"),
              { label: text("Neue Codes", "New codes"), align: "left", isDetail: true },
            ],
            lines: steps.map(({ document, codings, codes, fresh, known }) => [
              document,
              ...[codings, codes, fresh.length, known].map((count) =>
                formatNumber(count, language),
              ),
              fresh.join(", ") || "–",
            ]),
          },
        ],
        figures: [],
      },
    ],
    assumptions: [
      text(
        "Wenige neue Codes heißen nur, dass diese Menschen zu diesen Fragen wenig Neues sagten, nicht, dass es nichts mehr gäbe.",
        "Few new codes only mean that these people said little new on these questions, not that there is nothing left.",
      ),
    ],
  });
}

/** The same as a flat table. */
export function saturationCsv(steps: readonly SaturationStep[]): string {
  return csvText([
    ["document", "codings", "codes", "new", "known", "new_codes"],
    ...steps.map(({ document, codings, codes, fresh, known }) => [
      ...[
        document,
        String(codings),
        String(codes),
        String(fresh.length),
        String(known),
        fresh.join("|"),
      ],
    ]),
  ]);
}
