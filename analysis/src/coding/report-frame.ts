import { codebookState, type Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report } from "../report/report.ts";
import { noticeWords, strandedWords } from "./coding-words.ts";
import type { CodingMaterial } from "./material.ts";

/** How to write a report on a coding project. */
export type CodingReportSettings = { language: Language; softwareVersion: string };

/** What every report on a coding project has: where it comes from, and what must be known before its numbers. */
export function codingReport(
  material: CodingMaterial,
  { language, softwareVersion }: CodingReportSettings,
  parts: Pick<Report, "title" | "sections"> &
    Partial<Pick<Report, "notes" | "method" | "assumptions">>,
): Report {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { project } = material;
  const { documents, assignments, codebook } = project;
  const coders = [...new Set(assignments.map(({ coder }) => coder))].sort();
  const accepted = assignments.filter(({ origin }) => origin.kind === "accepted-suggestion").length;
  return {
    language,
    isSimulated: false,
    warnings: projectWarnings(material, language),
    facts: [
      { label: text("Projekt", "Project"), value: material.title },
      { label: text("Codebuch", "Codebook"), value: `${codebook.slug} ${codebookState(project)}` },
      {
        label: text("Transkripte", "Transcripts"),
        value: formatNumber(documents.length, language),
      },
      { label: text("Kodierungen", "Codings"), value: formatNumber(assignments.length, language) },
      ...(accepted === 0
        ? []
        : [
            {
              label: text("Davon aus Vorschlägen angenommen", "Of these, accepted suggestions"),
              value: formatNumber(accepted, language),
            },
          ]),
      { label: text("Kodierende", "Coders"), value: coders.join(", ") || "–" },
      { label: text("Ausgewertet mit", "Analysed with"), value: `Mehrwert ${softwareVersion}` },
    ],
    ...{ notes: [], method: [], assumptions: [] },
    ...parts,
  };
}

/** Made-up material, codings that wait for somebody, events without effect. */
export function projectWarnings(
  { isSynthetic, project }: CodingMaterial,
  language: Language,
): string[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { assignments, stranded, notices } = project;
  const review = assignments.filter(({ mark }) => mark === "review").length;
  const made = text(
    "ERFUNDENE GESPRÄCHE: Transkripte und Kodierungen wurden für dieses Beispiel geschrieben. Sie sagen nichts über wirkliche Menschen.",
    "MADE-UP INTERVIEWS: transcripts and codings were written for this example. They say nothing about real people.",
  );
  const waiting = text(
    `${review} Kodierungen sind nach einer Korrektur des Textes zu prüfen: „mehrwert code review“.`,
    `${review} codings are to be reviewed after a correction of the text: “mehrwert code review”.`,
  );
  return [
    ...(isSynthetic ? [made] : []),
    ...(review > 0 ? [waiting] : []),
    ...stranded.map(({ assignment: { id, excerpt, code }, reason }) =>
      text(
        `Nicht gezählt: Kodierung ${id.slice(0, 8)} (${excerpt.document}, ${code}). ${strandedWords[reason].de}`,
        `Not counted: coding ${id.slice(0, 8)} (${excerpt.document}, ${code}). ${strandedWords[reason].en}`,
      ),
    ),
    ...notices.map(({ event, person, reason }) =>
      text(
        `Ohne Wirkung: Das Ereignis ${event.slice(0, 8)} von ${person} ${noticeWords[reason].de}.`,
        `Without effect: event ${event.slice(0, 8)} of ${person} ${noticeWords[reason].en}.`,
      ),
    ),
  ];
}
