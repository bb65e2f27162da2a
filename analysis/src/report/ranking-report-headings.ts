import type { LocalizedText } from "@mehrwert/study";

/** Headings of the parts of a ranking report, the same in every format. */
export const rankingReportHeadings = {
  result: { de: "Ergebnis", en: "Result" },
  findings: { de: "In Worten", en: "In words" },
  notes: { de: "Was dazu gehört", en: "What belongs to it" },
  method: { de: "Wie gerechnet wurde", en: "How it was computed" },
  assumptions: { de: "Was falsch sein könnte", en: "What could be wrong" },
  facts: { de: "Herkunft", en: "Where it comes from" },
} as const satisfies Record<string, LocalizedText>;
