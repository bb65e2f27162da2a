import type { DataDictionary } from "../dataset.ts";
import type { Language } from "../localized-text.ts";
import { ddiCodebook } from "./ddi-codebook.ts";
import { dictionaryHtml } from "./dictionary-html.ts";
import { dictionaryMarkdown } from "./dictionary-markdown.ts";
import { xmlDocument } from "./xml-element.ts";

/** Formats of a data dictionary as a document, by file ending; `xml` is DDI Codebook 2.5. */
export const dictionaryFormats = ["html", "md", "json", "xml"] as const;
export type DictionaryFormat = (typeof dictionaryFormats)[number];

/**
 * A data dictionary to read, print, archive or feed to programs. Texts stand in both languages; `language` is that of
 * headings, and the first one.
 */
export function dataDictionaryDocument(
  dictionary: DataDictionary,
  language: Language,
  format: DictionaryFormat,
): string {
  switch (format) {
    case "html":
      return dictionaryHtml(dictionary, language);
    case "md":
      return dictionaryMarkdown(dictionary, language);
    case "json":
      return `${JSON.stringify({ format: "mehrwert-data-dictionary", formatVersion: 1, ...dictionary }, null, 2)}\n`;
    case "xml":
      return xmlDocument(ddiCodebook(dictionary, language));
  }
}
