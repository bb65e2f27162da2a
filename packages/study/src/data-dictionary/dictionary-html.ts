import type { DataDictionary } from "../dataset.ts";
import { blocksHtml } from "../document/blocks-html.ts";
import type { Language } from "../localized-text.ts";
import { dictionaryBlocks } from "./dictionary-blocks.ts";

/** A dictionary as one page that needs nothing else: no script, no font, no request; for screens and for paper. */
export function dictionaryHtml(dictionary: DataDictionary, language: Language): string {
  return blocksHtml(dictionaryBlocks(dictionary, language), language);
}
