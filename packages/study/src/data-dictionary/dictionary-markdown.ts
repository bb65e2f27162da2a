import type { DataDictionary } from "../dataset.ts";
import { blocksMarkdown } from "../document/blocks-markdown.ts";
import type { Language } from "../localized-text.ts";
import { dictionaryBlocks } from "./dictionary-blocks.ts";

/** A dictionary as Markdown with tables, as GitHub and pandoc read it. */
export function dictionaryMarkdown(dictionary: DataDictionary, language: Language): string {
  return blocksMarkdown(dictionaryBlocks(dictionary, language));
}
