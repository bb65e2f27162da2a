import type { LocalizedText } from "../localized-text.ts";

/** The texts of what surrounds every page of a web app: the way past the header, the switch of languages. */
export const frameWords = {
  skip: { de: "Zum Inhalt springen", en: "Skip to content" },
  content: { de: "Inhalt", en: "Content" },
  language: { de: "Sprache", en: "Language" },
} satisfies Record<string, LocalizedText>;

/** Each language named in itself. */
export const languageNames = { de: "Deutsch", en: "English" } as const;
