import type { Piece } from "../document/block.ts";
import type { Language, LocalizedText } from "../localized-text.ts";
import { languagesFrom } from "./dictionary-words.ts";

/** A text in both languages, the document's own first. */
export function inBoth(text: LocalizedText, language: Language): [Piece, Piece] {
  const [own, other] = languagesFrom(language);
  return [inLanguage(text, own, language), inLanguage(text, other, language)];
}

/** A text in one language, marked if that is not the document's. */
export function inLanguage(text: LocalizedText, language: Language, document: Language): Piece {
  return { text: text[language], ...(language !== document && { language }) };
}
