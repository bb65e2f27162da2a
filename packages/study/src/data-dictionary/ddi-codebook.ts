import type { DataDictionary } from "../dataset.ts";
import type { Language } from "../localized-text.ts";
import { ddiTexts, ddiVersions } from "./ddi-texts.ts";
import { ddiVariable } from "./ddi-variable.ts";
import { dictionaryWords, languagesFrom } from "./dictionary-words.ts";
import { type XmlElement, xmlElement } from "./xml-element.ts";

const namespace = "ddi:codebook:2_5";
const schemaPlace =
  "http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd";

/**
 * A dictionary as a DDI Codebook 2.5 document, texts in both languages, the given one first.
 *
 * Source: DDI Codebook 2.5, codebook.xsd (DDI Alliance, 2012-01-17); order, number and attributes as declared there.
 */
export function ddiCodebook(dictionary: DataDictionary, language: Language): XmlElement {
  return xmlElement(
    "codeBook",
    {
      xmlns: namespace,
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xsi:schemaLocation": `${namespace} ${schemaPlace}`,
      version: "2.5",
      "xml:lang": language,
    },
    studyDescription(dictionary, language),
    xmlElement(
      "dataDscr",
      {},
      ...dictionary.variables.map((variable, index) =>
        ddiVariable({ dictionary, variable, id: `V${index + 1}`, language }),
      ),
    ),
  );
}

function studyDescription({ instrument }: DataDictionary, language: Language): XmlElement {
  const [own, other] = languagesFrom(language);
  const title = instrument?.title ?? dictionaryWords.title;
  return xmlElement(
    "stdyDscr",
    {},
    xmlElement(
      "citation",
      {},
      xmlElement(
        "titlStmt",
        {},
        xmlElement("titl", { "xml:lang": own }, title[own]),
        xmlElement("parTitl", { "xml:lang": other }, title[other]),
        ...(instrument === undefined ? [] : [xmlElement("IDNo", {}, instrument.slug)]),
      ),
      ...ddiVersions(instrument?.versions ?? []),
    ),
    ...(instrument === undefined
      ? []
      : [xmlElement("stdyInfo", {}, ...ddiTexts("abstract", instrument.summary, language))]),
  );
}
