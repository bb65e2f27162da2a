import type { DataDictionary, Variable } from "../dataset.ts";
import type { Block, Piece } from "../document/block.ts";
import type { Language, LocalizedText } from "../localized-text.ts";
import { type DictionarySection, dictionarySections } from "./dictionary-sections.ts";
import {
  constructWords,
  languagesFrom,
  typeWords,
  dictionaryWords as words,
} from "./dictionary-words.ts";
import { inBoth, inLanguage } from "./document-block.ts";
import { wordingBlocks } from "./wording-blocks.ts";

/** A dictionary for readers of one language, with all texts in both. */
export function dictionaryBlocks(dictionary: DataDictionary, language: Language): Block[] {
  return [
    ...opening(dictionary, language),
    missingTable(dictionary, language),
    ...constructTables(dictionary, language),
    heading(2, [{ text: words.variables[language] }]),
    ...dictionarySections(dictionary).flatMap((section) => sectionBlocks(section, language)),
  ];
}

function opening({ instrument }: DataDictionary, language: Language): Block[] {
  const title = words.title[language];
  if (instrument === undefined) return [heading(1, [{ text: title }])];
  const fact = (label: LocalizedText, ...pieces: Piece[]): Block => ({
    kind: "paragraph",
    pieces: [{ text: `${label[language]}: ` }, ...pieces],
  });
  return [
    heading(1, [{ text: `${title}: ${instrument.title[language]}` }]),
    ...languagesFrom(language).map(
      (each): Block => ({
        kind: "paragraph",
        pieces: [inLanguage(instrument.summary, each, language)],
      }),
    ),
    fact(words.targetGroup, { text: instrument.targetGroup[language] }),
    fact(words.instrument, { text: instrument.slug, isCode: true }),
    fact(words.versions, { text: instrument.versions.join(", ") }),
    fact(words.licence, { text: instrument.licence }),
  ];
}

function missingTable({ missingCodes }: DataDictionary, language: Language): Block {
  return {
    kind: "table",
    caption: words.missing[language],
    columns: [words.code[language], ...languageColumns(language)],
    rows: missingCodes.map(({ code, label }) => [
      { text: code, isCode: true },
      ...inBoth(label, language),
    ]),
  };
}

function constructTables(dictionary: DataDictionary, language: Language): Block[] {
  const { constructs, indices = [], instrument } = dictionary;
  const table = (
    caption: LocalizedText,
    first: LocalizedText,
    items: readonly Defined[],
  ): Block[] =>
    items.length === 0
      ? []
      : [
          {
            kind: "table",
            caption: caption[language],
            columns: [
              ...[first[language], ...languageColumns(language)],
              ...[words.definition[language], words.sources[language]],
            ],
            rows: items.map(({ id, label, definition, sources = [] }) => [
              { text: id, isCode: true },
              ...inBoth(label, language),
              { text: definition[language] },
              { text: sources.join(", ") },
            ]),
          },
        ];
  const cited = instrument?.sources ?? [];
  return [
    ...table(words.constructs, words.construct, constructs),
    ...table(words.indices, words.index, indices),
    ...(cited.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            caption: words.sources[language],
            columns: [words.source[language], ""],
            rows: cited.map(({ id, citation }) => [{ text: id, isCode: true }, { text: citation }]),
          },
        ]),
  ];
}

type Defined = {
  id: string;
  label: LocalizedText;
  definition: LocalizedText;
  sources?: string[] | undefined;
};

function sectionBlocks(section: DictionarySection, language: Language): Block[] {
  const [own, other] = languagesFrom(language);
  const [first] = section.variables;
  const hasVersions = section.variables.some(({ versions }) => versions !== undefined);
  return [
    heading(3, [{ text: section.heading[own] }]),
    { kind: "paragraph", pieces: [inLanguage(section.heading, other, language)] },
    ...(first === undefined ? [] : routingParagraphs(first, language)),
    {
      kind: "table",
      caption: section.question ?? first?.name ?? "",
      columns: [
        ...[words.variable[language], ...languageColumns(language), words.type[language]],
        ...[words.construct[language], ...(hasVersions ? [words.versions[language]] : [])],
      ],
      rows: section.variables.map((variable) => [
        { text: variable.name, isCode: true },
        ...inBoth(variable.label, language),
        { text: typeText(variable, language) },
        { text: constructWords(variable, language) },
        ...(hasVersions ? [{ text: (variable.versions ?? []).join(", ") }] : []),
      ]),
    },
    ...wordingBlocks(section, language),
    ...section.codeLists.map(
      ({ variables, codes }): Block => ({
        kind: "table",
        caption: `${words.codesOf[language]} ${shortened(variables)}`,
        columns: [words.code[language], ...languageColumns(language)],
        rows: codes.map(({ code, label }) => [
          { text: code, isCode: true },
          ...inBoth(label, language),
        ]),
      }),
    ),
  ];
}

function shortened(names: readonly string[]): string {
  return names.length > 4 ? `${names[0]} … ${names.at(-1)}` : names.join(", ");
}

function typeText({ type, unit }: Variable, language: Language): string {
  const name = typeWords[type][language];
  return unit === undefined ? name : `${name} (${unit[language]})`;
}

function routingParagraphs({ shownIf = [] }: Variable, language: Language): Block[] {
  return shownIf.map((condition) => ({
    kind: "paragraph",
    pieces: [{ text: `${words.shownIf[language]} ` }, { text: condition, isCode: true }],
  }));
}

function heading(level: 1 | 2 | 3, pieces: Piece[]): Block {
  return { kind: "heading", level, pieces };
}

function languageColumns(language: Language): string[] {
  const names = { de: words.german, en: words.english };
  return languagesFrom(language).map((each) => names[each][language]);
}
