import type { Dataset, Language, LocalizedText } from "@mehrwert/study";
import type { Report } from "../report/report.ts";
import { smallGroupWarning } from "../text-table/small-group-warning.ts";
import { originText, studyOrigin } from "../text-table/study-origin.ts";
import type { ChoicesAnalysis } from "./analyse-choices.ts";
import type { MethodComparison, NoMethodComparison } from "./compare-with-ranking.ts";
import type { DatasetChoices } from "./dataset-choices.ts";

type Compared = MethodComparison | NoMethodComparison;

/** The analysis and the comparison with items called as participants read them, for people. */
export function inParticipantsWords(
  { analysis, comparison }: { analysis: ChoicesAnalysis; comparison?: Compared },
  labels: DatasetChoices["labels"],
  language: Language,
): { analysis: ChoicesAnalysis; comparison?: Compared } {
  const worded = (name: string) => labels.get(name)?.[language] ?? name;
  const { source, items } = analysis;
  return {
    analysis: {
      ...analysis,
      source: { ...source, items: source.items.map(worded) },
      items: items.map((item) => ({ ...item, name: worded(item.name) })),
    },
    ...(comparison !== undefined && {
      comparison: comparison.exists
        ? {
            ...comparison,
            items: comparison.items.map((item) => ({ ...item, name: worded(item.name) })),
          }
        : comparison,
    }),
  };
}

/** A report on choices that says which study they are from, and warns of few people and simulated data. */
export function asStudyReport(
  report: Report,
  { manifest }: Dataset,
  source: DatasetChoices,
): Report {
  const { language } = report;
  const { study } = manifest;
  const n = source.choices.respondentCount;
  const [, ...facts] = report.facts;
  return {
    ...report,
    title: `${{ de: "Bestes und Schlechtestes:", en: "Best and worst:" }[language]} ${study.title[language]}`,
    isSimulated: study.isSimulated,
    warnings: [
      ...smallGroupWarning(
        n < study.minimumGroupSize ? [source.question] : [],
        study.minimumGroupSize,
        language,
      ),
      ...report.warnings,
    ],
    facts: [...studyOrigin(manifest).map((fact) => originText(fact, language)), ...facts],
    notes: [...report.notes, ...unfinished(source.unfinishedSets).map((text) => text[language])],
  };
}

/** A document on choices that says which study they are from. */
export function asStudyDocument(
  document: object,
  { manifest }: Dataset,
  { question, unfinishedSets, alternativeTo }: DatasetChoices,
): object {
  return {
    ...document,
    origin: Object.fromEntries(studyOrigin(manifest).map(({ label, value }) => [label.en, value])),
    ...{ question, unfinishedSets, alternativeTo: alternativeTo ?? null },
    isSimulated: manifest.study.isSimulated,
    minimumGroupSize: manifest.study.minimumGroupSize,
  };
}

function unfinished(sets: number): LocalizedText[] {
  if (sets === 0) return [];
  return [
    {
      de: `Nur Bestes oder nur Schlechtestes gewählt, daher nicht mitgezählt: ${sets} Auswahlen.`,
      en: `Only best or only worst chosen, so not counted: ${sets} sets.`,
    },
  ];
}
