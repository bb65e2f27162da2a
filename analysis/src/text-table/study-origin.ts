import type { DatasetManifest, LocalizedText } from "@mehrwert/study";

/** Where the numbers of a dataset come from, for the facts of a report. */
export function studyOrigin({
  study,
  instrument,
  createdOn,
}: DatasetManifest): { label: LocalizedText; value: string }[] {
  return [
    { label: { de: "Studie", en: "Study" }, value: study.slug },
    { label: { de: "Welle", en: "Wave" }, value: String(study.wave) },
    {
      label: { de: "Fragebogen", en: "Questionnaire" },
      value: `${instrument.slug} ${instrument.version}`,
    },
    {
      label: { de: "Prüfsumme des Fragebogens", en: "Checksum of the questionnaire" },
      value: instrument.definitionHash,
    },
    { label: { de: "Datensatz vom", en: "Dataset of" }, value: createdOn },
  ];
}
