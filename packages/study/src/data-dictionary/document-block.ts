import type { Language, LocalizedText } from "../localized-text.ts";
import { languagesFrom } from "./dictionary-words.ts";

/** A cell or paragraph: its text, and its language where that is not the document's. `isCode`: to be typed, not read. */
export type Piece = { text: string; language?: Language; isCode?: boolean };

/** What a dictionary as a document consists of; the formats only lay it out. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; pieces: Piece[] }
  | { kind: "paragraph"; pieces: Piece[] }
  | { kind: "table"; caption: string; columns: string[]; rows: Piece[][] };

/** A text in both languages, the document's own first. */
export function inBoth(text: LocalizedText, language: Language): [Piece, Piece] {
  const [own, other] = languagesFrom(language);
  return [inLanguage(text, own, language), inLanguage(text, other, language)];
}

/** A text in one language, marked if that is not the document's. */
export function inLanguage(text: LocalizedText, language: Language, document: Language): Piece {
  return { text: text[language], ...(language !== document && { language }) };
}
