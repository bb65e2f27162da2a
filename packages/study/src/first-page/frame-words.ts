import type { LocalizedText } from "../localized-text.ts";

/**
 * The texts of what surrounds every page of a web app: the way past the header, the switch of languages, and the
 * links that every page carries.
 */
export const frameWords = {
  skip: { de: "Zum Inhalt springen", en: "Skip to content" },
  content: { de: "Inhalt", en: "Content" },
  language: { de: "Sprache", en: "Language" },
  accessibility: { de: "Barrierefreiheit", en: "Accessibility" },
  reportBarrier: { de: "Barriere melden", en: "Report a barrier" },
  newWindow: { de: "in neuem Fenster", en: "in a new window" },
} satisfies Record<string, LocalizedText>;

/** Each language named in itself. */
export const languageNames = {
  de: "Deutsch",
  en: "English",
  "de-simple": "Leichte Sprache",
} as const;
