import type { LocalizedText } from "@mehrwert/study";

/** What is wrong with a span, and how to mend it. */
export type SpanComplaint = { message: LocalizedText; advice: LocalizedText };

const positions: LocalizedText = {
  de: "Positionen zählen Zeichen (Unicode-Codepoints) ab 0; end ist die Position hinter dem letzten Zeichen.",
  en: "Positions count characters (Unicode code points) from 0; end is the position behind the last character.",
};

/** A field that may not be empty. */
export const empty: SpanComplaint = {
  message: { de: "Das Feld ist leer.", en: "The field is empty." },
  advice: {
    de: "coder und code sind Pflicht, group auch, wenn es die Spalte gibt. Wer nichts markiert hat, steht in keiner Zeile, sondern in --coders.",
    en: "coder and code are required, and group, if there is such a column. Who marked nothing has no line but stands in --coders.",
  },
};

/** A field that is no position. */
export const noPosition = (cell: string): SpanComplaint => ({
  message: {
    de: `${JSON.stringify(cell)} ist keine Position.`,
    en: `${JSON.stringify(cell)} is not a position.`,
  },
  advice: positions,
});

/** An empty or reversed span. */
export const notAfter = (start: number, end: number): SpanComplaint => ({
  message:
    start === end
      ? {
          de: `Die Spanne ist leer (${start} bis ${end}).`,
          en: `The span is empty (${start} to ${end}).`,
        }
      : {
          de: `Die Spanne läuft rückwärts (${start} bis ${end}).`,
          en: `The span runs backwards (${start} to ${end}).`,
        },
  advice: positions,
});

/** A span that ends behind the text. */
export const tooFar = (end: number, length: number): SpanComplaint => ({
  message: {
    de: `${end} liegt hinter dem Ende des Textes (--length ${length}).`,
    en: `${end} lies behind the end of the text (--length ${length}).`,
  },
  advice: {
    de: "--length ist die Länge des ganzen Textes in Codepoints. Programme, die in UTF-16 zählen, zählen manche Zeichen doppelt.",
    en: "--length is the length of the whole text in code points. Programs that count in UTF-16 count some characters twice.",
  },
});

/** The same coder, code and span in two lines. */
export const repeated = (earlier: number): SpanComplaint => ({
  message: {
    de: `Dieselbe Spanne steht schon in Zeile ${earlier}.`,
    en: `The same span stands in line ${earlier} already.`,
  },
  advice: { de: "Entfernen Sie eine der beiden Zeilen.", en: "Remove one of the two lines." },
});

/** A code that belongs to one group here and to another there. */
export const twoGroups = (code: string, known: string): SpanComplaint => ({
  message: {
    de: `Der Code ${JSON.stringify(code)} gehörte vorher zur Gruppe ${JSON.stringify(known)}.`,
    en: `The code ${JSON.stringify(code)} belonged to the group ${JSON.stringify(known)} before.`,
  },
  advice: {
    de: "Jeder Code gehört zu einer Gruppe von Codes, die sich ausschließen.",
    en: "Every code belongs to one group of codes that exclude each other.",
  },
});

/** Positions of several texts cannot be compared with each other. */
export const severalDocuments = (first: string, second: string): SpanComplaint => ({
  message: {
    de: `Die Datei enthält mehrere Texte, etwa ${JSON.stringify(first)} und ${JSON.stringify(second)}.`,
    en: `The file holds several texts, such as ${JSON.stringify(first)} and ${JSON.stringify(second)}.`,
  },
  advice: {
    de: "Geben Sie die Spannen eines Textes in eine Datei, mit seiner Länge als --length.",
    en: "Put the spans of one text into a file, with its length as --length.",
  },
});
