import type { Variable } from "../dataset.ts";
import type { Language, LocalizedText } from "../localized-text.ts";

/** What a type of variable is called. */
export const typeWords: Record<Variable["type"], LocalizedText> = {
  id: { de: "Kennung", en: "id" },
  language: { de: "Sprache", en: "language" },
  rating: { de: "Skalenpunkt", en: "scale point" },
  single: { de: "eine Auswahl", en: "one choice" },
  selected: { de: "gewählt oder nicht", en: "selected or not" },
  rank: { de: "Rang, 1 = am wertvollsten", en: "rank, 1 = most valued" },
  text: { de: "Text", en: "text" },
  order: { de: "Reihenfolge, wie angezeigt", en: "order as shown" },
  count: { de: "Anzahl", en: "count" },
  pick: { de: "Wahl aus einem Satz", en: "choice from a set" },
  key: { de: "Kennzeichen", en: "key" },
};

/** Headings of a dictionary as a document. */
export const dictionaryWords = {
  title: { de: "Datenwörterbuch", en: "Data dictionary" },
  instrument: { de: "Fragebogen", en: "Instrument" },
  versions: { de: "Fassungen", en: "Versions" },
  targetGroup: { de: "Zielgruppe", en: "Target group" },
  licence: { de: "Lizenz", en: "Licence" },
  missing: { de: "Warum eine Zelle keine Antwort enthält", en: "Why a cell holds no answer" },
  constructs: { de: "Konstrukte", en: "Constructs" },
  construct: { de: "Konstrukt", en: "Construct" },
  definition: { de: "Definition", en: "Definition" },
  sources: { de: "Quellen", en: "Sources" },
  source: { de: "Quelle", en: "Source" },
  indices: { de: "Kennwerte", en: "Indices" },
  index: { de: "Kennwert", en: "Index" },
  variables: { de: "Variablen", en: "Variables" },
  variable: { de: "Variable", en: "Variable" },
  type: { de: "Art", en: "Type" },
  code: { de: "Code", en: "Code" },
  german: { de: "Deutsch", en: "German" },
  english: { de: "Englisch", en: "English" },
  reversed: { de: "umgekehrt gepolt", en: "reverse-keyed" },
  unscored: { de: "zählt nicht zum Wert", en: "not part of the score" },
  shownIf: { de: "Gezeigt, wenn", en: "Shown if" },
  otherwise: { de: "Anderer Wortlaut, wenn", en: "Other wording if" },
  earlier: { de: "Wortlaut in Fassung", en: "Wording in version" },
  codesOf: { de: "Codes von", en: "Codes of" },
} as const satisfies Record<string, LocalizedText>;

/** The languages of a document, the reader's own first. */
export function languagesFrom(language: Language): [Language, Language] {
  return language === "de" ? ["de", "en"] : ["en", "de"];
}

/** Construct of a variable, and how it counts. */
export function constructWords(variable: Variable, language: Language): string {
  const { construct, reverseKeyed, scored } = variable;
  return [
    construct,
    reverseKeyed === true ? dictionaryWords.reversed[language] : undefined,
    scored === false ? dictionaryWords.unscored[language] : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
