import type { Language, LocalizedText } from "../localized-text.ts";
import { languagesFrom } from "./dictionary-words.ts";
import { type XmlElement, xmlElement } from "./xml-element.ts";

/** One text as an element for each language, the given one first. */
export function ddiTexts(name: string, text: LocalizedText, language: Language): XmlElement[] {
  return languagesFrom(language).map((each) => xmlElement(name, { "xml:lang": each }, text[each]));
}

/**
 * A statement for each version of an instrument.
 *
 * Source: DDI Codebook 2.5, codebook.xsd: `verStmt` repeats, its `version` does not.
 */
export function ddiVersions(versions: readonly string[]): XmlElement[] {
  return versions.map((version) =>
    xmlElement("verStmt", {}, xmlElement("version", { type: "version" }, version)),
  );
}
