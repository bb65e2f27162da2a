import type { LocalizedText } from "@mehrwert/study";

/** Headings of the parts that every report has, the same in every format. */
export const reportHeadings = {
  notes: { de: "Wer gezählt wurde", en: "Who was counted" },
  method: { de: "Wie gerechnet wurde", en: "How it was computed" },
  assumptions: { de: "Was falsch sein könnte", en: "What could be wrong" },
  facts: { de: "Herkunft", en: "Where it comes from" },
} as const satisfies Record<string, LocalizedText>;
