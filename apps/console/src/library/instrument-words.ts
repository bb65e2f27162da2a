import type { Language } from "@mehrwert/study";

/** Words for facts of an instrument, used by the list and by its own page. */
export const factWords = {
  forWhom: { de: "Für wen", en: "For whom" },
  measures: { de: "Was er misst", en: "What it measures" },
  duration: { de: "Dauer", en: "Duration" },
  pages: { de: "Seiten", en: "Pages" },
  questions: { de: "Fragen", en: "Questions" },
  items: { de: "Items", en: "Items" },
  languages: { de: "Sprachen", en: "Languages" },
  versions: { de: "Fassungen", en: "Versions" },
  licence: { de: "Lizenz", en: "Licence" },
  origin: { de: "Herkunft", en: "Origin" },
  draft: { de: "Entwurf", en: "draft" },
} as const;

export const originWords = {
  "built-in": { de: "mit Mehrwert geliefert", en: "came with Mehrwert" },
  own: { de: "eigener", en: "your own" },
} as const;

/** A range of minutes. */
export function minutesInWords(
  { from, to }: { from: number; to: number },
  language: Language,
): string {
  const range = from === to ? `${from}` : `${from}–${to}`;
  return language === "de" ? `${range} Minuten` : `${range} minutes`;
}

const languageNames = {
  de: { de: "Deutsch", en: "German" },
  en: { de: "Englisch", en: "English" },
} as const;

/** Names of languages in the reader's language. */
export function languagesInWords(languages: readonly Language[], language: Language): string {
  return languages.map((each) => languageNames[each][language]).join(", ");
}
