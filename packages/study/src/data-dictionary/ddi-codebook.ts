import type { DataDictionary, Variable } from "../dataset.ts";
import type { Language, LocalizedText } from "../localized-text.ts";
import { codesOfVariable } from "./dictionary-sections.ts";
import { dictionaryWords, languagesFrom } from "./dictionary-words.ts";
import { type XmlElement, xmlElement } from "./xml-element.ts";

const namespace = "ddi:codebook:2_5";
const schemaPlace =
  "http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd";

/**
 * A dictionary as a DDI Codebook 2.5 document, texts in both languages, the given one first.
 *
 * Source: DDI Alliance, DDI-Codebook 2.5 (2014), schema `codebook.xsd`; order and attributes as declared there.
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
        variableElement(dictionary, variable, index, language),
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
      ...(instrument === undefined ? [] : [versionStatement(instrument.versions)]),
    ),
    ...(instrument === undefined
      ? []
      : [xmlElement("stdyInfo", {}, ...inBoth("abstract", instrument.summary, language))]),
  );
}

function versionStatement(versions: readonly string[]): XmlElement {
  return xmlElement(
    "verStmt",
    {},
    ...versions.map((version) => xmlElement("version", { type: "version" }, version)),
  );
}

function variableElement(
  dictionary: DataDictionary,
  variable: Variable,
  index: number,
  language: Language,
): XmlElement {
  const { name, label, type, versions = [] } = variable;
  return xmlElement(
    "var",
    { ID: `V${index + 1}`, name, ...representation[type] },
    ...inBoth("labl", label, language),
    ...questionElements(variable, language),
    ...(variable.shownIf ?? []).map((condition) => xmlElement("universe", {}, condition)),
    ...(variable.unit === undefined ? [] : inBoth("txt", variable.unit, language)),
    ...categories(dictionary, variable, language),
    ...(versions.length === 0 ? [] : [versionStatement(versions)]),
    ...concepts(dictionary, variable, language),
    xmlElement("varFormat", { type: isNumeric(variable) ? "numeric" : "character" }),
    ...notes(variable, language),
  );
}

/** `nature` and `representationType` as DDI names them. */
const representation: Record<Variable["type"], { nature?: string; representationType: string }> = {
  id: { nature: "nominal", representationType: "text" },
  language: { nature: "nominal", representationType: "code" },
  rating: { nature: "ordinal", representationType: "code" },
  single: { nature: "nominal", representationType: "code" },
  selected: { nature: "nominal", representationType: "code" },
  rank: { nature: "ordinal", representationType: "numeric" },
  text: { representationType: "text" },
  order: { representationType: "text" },
  count: { nature: "ratio", representationType: "numeric" },
  pick: { nature: "nominal", representationType: "code" },
  key: { nature: "nominal", representationType: "text" },
};

function isNumeric({ type }: Variable): boolean {
  return ["rating", "selected", "rank", "count"].includes(type);
}

/** The question as asked, and as others read it. */
function questionElements(variable: Variable, language: Language): XmlElement[] {
  const { questionText, otherWordings = [] } = variable;
  if (questionText === undefined) return [];
  return languagesFrom(language).map((each) =>
    xmlElement(
      "qstn",
      { "xml:lang": each },
      xmlElement("qstnLit", {}, questionText[each]),
      ...otherWordings.flatMap(({ condition, questionText: other, label }) =>
        [other, label]
          .filter((text) => text !== undefined)
          .map((text) => xmlElement("ivuInstr", {}, `${condition}: ${text[each]}`)),
      ),
    ),
  );
}

/** Answers, then the reasons for missing answers; those a participant could choose as they were worded. */
function categories(
  { missingCodes }: DataDictionary,
  variable: Variable,
  language: Language,
): XmlElement[] {
  if (variable.type === "id" || variable.type === "language") return answers(variable, language);
  const worded = new Map(variable.missingOptions?.map(({ code, label }) => [code, label]));
  const isRanked = variable.type === "rank";
  return [
    ...answers(variable, language),
    ...missingCodes
      .filter(({ reason }) => reason !== "unranked" || isRanked)
      .map(({ code, reason, label }) =>
        xmlElement(
          "catgry",
          { missing: "Y", missType: reason },
          xmlElement("catValu", {}, code),
          ...inBoth("labl", worded.get(code) ?? label, language),
        ),
      ),
  ];
}

/** Answers by code; of an order the codes are parts of a cell, not whole ones. */
function answers(variable: Variable, language: Language): XmlElement[] {
  if (variable.type === "order") return [];
  return codesOfVariable(variable)
    .filter(({ isMissing }) => !isMissing)
    .map(({ code, label }) =>
      xmlElement("catgry", {}, xmlElement("catValu", {}, code), ...inBoth("labl", label, language)),
    );
}

function concepts(
  { constructs }: DataDictionary,
  { construct }: Variable,
  language: Language,
): XmlElement[] {
  if (construct === undefined) return [];
  const label = constructs.find(({ id }) => id === construct)?.label;
  return label === undefined
    ? [xmlElement("concept", {}, construct)]
    : inBoth("concept", label, language);
}

function notes(variable: Variable, language: Language): XmlElement[] {
  const said = [
    variable.reverseKeyed === true ? dictionaryWords.reversed : undefined,
    variable.scored === false ? dictionaryWords.unscored : undefined,
    ...(variable.earlierWordings ?? []).map(({ versions, questionText, label }) => {
      const before = (each: Language) =>
        [questionText?.[each], label[each]].filter((text) => text !== undefined).join(" / ");
      const number = versions.join(", ");
      return {
        de: `${dictionaryWords.earlier.de} ${number}: ${before("de")}`,
        en: `${dictionaryWords.earlier.en} ${number}: ${before("en")}`,
      };
    }),
  ];
  return said
    .filter((text) => text !== undefined)
    .flatMap((text) => inBoth("notes", text, language));
}

function inBoth(name: string, text: LocalizedText, language: Language): XmlElement[] {
  return languagesFrom(language).map((each) => xmlElement(name, { "xml:lang": each }, text[each]));
}
