import type { LocalizedText } from "@mehrwert/study";

/** Coefficients of a comparison of codes, by their name in the document for programs. */
export const coefficients = [
  {
    name: "percentAgreement",
    label: { de: "prozentuale Übereinstimmung", en: "percent agreement" },
  },
  { name: "krippendorffsAlpha", label: { de: "Krippendorffs α", en: "Krippendorff’s α" } },
  { name: "interval", label: { de: "das Intervall von α", en: "the interval of α" } },
  { name: "gwetsAc1", label: { de: "Gwets AC1", en: "Gwet’s AC1" } },
  { name: "brennanPrediger", label: { de: "Brennan–Prediger", en: "Brennan–Prediger" } },
  { name: "fleissKappa", label: { de: "Fleiss’ κ", en: "Fleiss’ κ" } },
  { name: "cohensKappa", label: { de: "Cohens κ", en: "Cohen’s κ" } },
] as const satisfies readonly { name: string; label: LocalizedText }[];
