import type { Language } from "@mehrwert/study";

/** Somebody's words between the marks of the page's language. */
export function inQuotes(words: string, language: Language): string {
  return language === "de" ? `„${words}“` : `“${words}”`;
}

/** Words that several parts of the coding pages share. */
export const codingWords = {
  coding: { de: "Interviews kodieren", en: "Coding of interviews" },
  phases: {
    blind: {
      de: "Blind: Sie sehen nur Ihre eigenen Kodierungen und Notizen.",
      en: "Blind: you see your own codings and memos only.",
    },
    released: {
      de: "Freigegeben: Alle sehen alles. Kodiert wird nur noch die gemeinsame Ebene „consensus“.",
      en: "Released: everybody sees everything. Only the shared layer “consensus” is coded now.",
    },
  },
  failed: {
    de: "Das Kodierprojekt lässt sich nicht laden. Die Seite versucht es alle 4 Sekunden wieder.",
    en: "The coding project cannot be loaded. This page tries again every 4 seconds.",
  },
  unknown: {
    de: "Dieses Kodierprojekt gibt es nicht, oder Sie gehören nicht zu denen, die es sehen.",
    en: "There is no such coding project, or you are not among those who may see it.",
  },
  loading: { de: "Das Kodierprojekt wird geladen …", en: "The coding project is loading …" },
  none: { de: "keine", en: "none" },
} as const;
