import type { LocalizedText } from "../localized-text.ts";

/** The words of a codebook as a document that are the same in every codebook. */
export const codebookWords = {
  rules: { de: "Regeln für alle Codes", en: "Rules for all codes" },
  overview: { de: "Überblick", en: "Overview" },
  code: { de: "Code", en: "Code" },
  definition: { de: "Definition", en: "Definition" },
  anchor: { de: "Ankerbeispiel", en: "Anchor example" },
  rule: { de: "Kodierregel und Abgrenzung", en: "Coding rule and delimitation" },
  keywords: { de: "Stichwörter", en: "Keywords" },
  origin: { de: "Herkunft", en: "Where it comes from" },
  deductive: { de: "deduktiv", en: "deductive" },
  inductive: { de: "induktiv", en: "inductive" },
  heading: { de: "nur Überschrift", en: "heading only" },
  history: { de: "Änderungen", en: "Changes" },
  version: { de: "Fassung", en: "Version" },
  licence: { de: "Lizenz", en: "Licence" },
  none: { de: "–", en: "–" },
} as const satisfies Record<string, LocalizedText>;

/** What happened to codes between versions, in words. */
export const codebookChangeWords = {
  added: { de: "hinzugefügt", en: "added" },
  changed: { de: "geändert", en: "changed" },
  moved: { de: "verschoben", en: "moved" },
  merged: { de: "zusammengeführt", en: "merged" },
  split: { de: "aufgeteilt", en: "split" },
  removed: { de: "gestrichen", en: "removed" },
} as const satisfies Record<string, LocalizedText>;
