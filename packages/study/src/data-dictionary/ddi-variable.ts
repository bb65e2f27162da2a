import type { DataDictionary, Variable } from "../dataset.ts";
import type { Language, LocalizedText } from "../localized-text.ts";
import { ddiTexts, ddiVersions } from "./ddi-texts.ts";
import { codesOfVariable } from "./dictionary-sections.ts";
import { dictionaryWords, languagesFrom } from "./dictionary-words.ts";
import { type XmlElement, xmlElement } from "./xml-element.ts";

/**
 * A variable as DDI's `var`: its question as asked of each group, its codes and missing codes, its versions.
 *
 * Source: DDI Codebook 2.5, codebook.xsd, `var`: order, number and attributes of its parts.
 */
export function ddiVariable({
  dictionary,
  variable,
  id,
  language,
}: {
  dictionary: DataDictionary;
  variable: Variable;
  id: string;
  language: Language;
}): XmlElement {
  const { name, label, type, versions = [] } = variable;
  return xmlElement(
    "var",
    { ID: id, name, ...representation[type] },
    ...ddiTexts("labl", label, language),
    ...questionElements(variable, language),
    ...(variable.shownIf ?? []).map((condition) => xmlElement("universe", {}, condition)),
    ...(variable.unit === undefined ? [] : ddiTexts("txt", variable.unit, language)),
    ...categories(dictionary, variable, language),
    ...ddiVersions(versions),
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

/** The question as asked, then as it was worded for others: DDI has a `qstn` for each, its condition before it. */
function questionElements(variable: Variable, language: Language): XmlElement[] {
  const { questionText, otherWordings = [] } = variable;
  const worded = [
    ...(questionText === undefined ? [] : [{ texts: [questionText] }]),
    ...otherWordings.map(({ condition, questionText: other, label }) => ({
      condition,
      texts: [other, label].filter((text) => text !== undefined),
    })),
  ];
  return worded.flatMap(({ condition, texts }: { condition?: string; texts: LocalizedText[] }) =>
    languagesFrom(language).map((each) =>
      xmlElement(
        "qstn",
        { "xml:lang": each },
        ...(condition === undefined
          ? []
          : [xmlElement("preQTxt", {}, `${dictionaryWords.otherwise[each]} ${condition}`)]),
        ...texts.map((text) => xmlElement("qstnLit", {}, text[each])),
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
          ...ddiTexts("labl", worded.get(code) ?? label, language),
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
      xmlElement(
        "catgry",
        {},
        xmlElement("catValu", {}, code),
        ...ddiTexts("labl", label, language),
      ),
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
    : ddiTexts("concept", label, language);
}

function notes(variable: Variable, language: Language): XmlElement[] {
  const said = [
    variable.reverseKeyed === true ? dictionaryWords.reversed : undefined,
    variable.scored === false ? dictionaryWords.unscored : undefined,
    ...(variable.earlierWordings ?? []).map(({ versions, questionText, label, options = [] }) => {
      const before = (each: Language) =>
        [
          ...[questionText?.[each], label[each]].filter((text) => text !== undefined),
          ...options.map((option) => `${option.code} = ${option.label[each]}`),
        ].join(" / ");
      const number = versions.join(", ");
      return {
        de: `${dictionaryWords.earlier.de} ${number}: ${before("de")}`,
        en: `${dictionaryWords.earlier.en} ${number}: ${before("en")}`,
      };
    }),
  ];
  return said
    .filter((text) => text !== undefined)
    .flatMap((text) => ddiTexts("notes", text, language));
}
