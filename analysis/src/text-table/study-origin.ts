import type { DatasetManifest, Language, LocalizedText } from "@mehrwert/study";
import { formatDay } from "../number-format.ts";

/** One fact of where data come from. Programs read `value`; people read `shown`, where it says the same in their way. */
export type OriginFact = { label: LocalizedText; value: string; shown?: LocalizedText };

/** A fact as it stands in a report. */
export function originText({ label, value, shown }: OriginFact, language: Language) {
  return { label: label[language], value: shown?.[language] ?? value };
}

/**
 * The file that numbers come from.
 *
 * @example fileOrigin("codes.csv").value // "codes.csv"
 */
export function fileOrigin(fileName: string): OriginFact {
  return { label: { de: "Datei", en: "File" }, value: fileName };
}

/** The facts as one object for programs, by their English names. */
export function originDocument(origin: readonly OriginFact[]): Record<string, string> {
  return Object.fromEntries(origin.map(({ label, value }) => [label.en, value]));
}

/** Where the numbers of a dataset come from, for the facts of a report. */
export function studyOrigin(manifest: DatasetManifest): OriginFact[] {
  const { study, instrument, createdOn, earlierVersions = [] } = manifest;
  return [
    { label: { de: "Studie", en: "Study" }, value: study.slug },
    { label: { de: "Welle", en: "Wave" }, value: String(study.wave) },
    {
      label: { de: "Fragebogen", en: "Questionnaire" },
      value: `${instrument.slug} ${instrument.version}`,
    },
    ...(earlierVersions.length === 0
      ? []
      : [
          {
            label: { de: "Frühere Fassungen", en: "Earlier versions" },
            value: earlierVersions.map(({ version }) => version).join(", "),
          },
        ]),
    {
      label: { de: "Prüfsumme des Fragebogens", en: "Checksum of the questionnaire" },
      value: instrument.definitionHash,
    },
    {
      label: { de: "Datensatz vom", en: "Dataset of" },
      value: createdOn,
      shown: { de: formatDay(createdOn, "de"), en: formatDay(createdOn, "en") },
    },
  ];
}
