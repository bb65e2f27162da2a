import type { DataDictionary, Variable } from "../dataset.ts";
import type { Language, LocalizedText } from "../localized-text.ts";
import { type DictionarySection, dictionarySections } from "./dictionary-sections.ts";
import {
  constructWords,
  languagesFrom,
  typeWords,
  dictionaryWords as words,
} from "./dictionary-words.ts";

/** A cell or paragraph: its text, and its language where that is not the document's. `isCode`: to be typed, not read. */
export type Piece = { text: string; language?: Language; isCode?: boolean };

/** What a dictionary as a document consists of; the formats only lay it out. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; pieces: Piece[] }
  | { kind: "paragraph"; pieces: Piece[] }
  | { kind: "table"; caption: string; columns: string[]; rows: Piece[][] };

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
  return [
    heading(3, [{ text: section.heading[own] }]),
    { kind: "paragraph", pieces: [inLanguage(section.heading, other, language)] },
    ...(first === undefined ? [] : routingParagraphs(first, language)),
    {
      kind: "table",
      caption: section.question ?? first?.name ?? "",
      columns: [
        ...[words.variable[language], ...languageColumns(language), words.type[language]],
        ...[words.construct[language], words.versions[language]],
      ],
      rows: section.variables.map((variable) => [
        { text: variable.name, isCode: true },
        ...inBoth(variable.label, language),
        { text: typeText(variable, language) },
        { text: constructWords(variable, language) },
        { text: (variable.versions ?? []).join(", ") },
      ]),
    },
    ...section.variables.flatMap((variable) => otherWordings(variable, language)),
    ...section.codeLists.map(
      ({ variables, codes }): Block => ({
        kind: "table",
        caption: `${words.codesOf[language]} ${variables.join(", ")}`,
        columns: [words.code[language], ...languageColumns(language)],
        rows: codes.map(({ code, label }) => [
          { text: code, isCode: true },
          ...inBoth(label, language),
        ]),
      }),
    ),
  ];
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

function otherWordings(variable: Variable, language: Language): Block[] {
  const paragraph = (before: Piece[], texts: (LocalizedText | undefined)[]): Block => ({
    kind: "paragraph",
    pieces: [
      { text: variable.name, isCode: true },
      { text: ". " },
      ...before,
      { text: ": " },
      ...texts
        .filter((text) => text !== undefined)
        .flatMap((text) => [...inBoth(text, language)])
        .flatMap((piece, index) => (index === 0 ? [piece] : [{ text: " · " }, piece])),
    ],
  });
  return [
    ...(variable.otherWordings ?? []).map(({ condition, questionText, label }) =>
      paragraph(
        [{ text: `${words.otherwise[language]} ` }, { text: condition, isCode: true }],
        [questionText, label],
      ),
    ),
    ...(variable.earlierWordings ?? []).map(({ versions, questionText, label, options = [] }) =>
      paragraph(
        [{ text: `${words.earlier[language]} ${versions.join(", ")}` }],
        [questionText, label, ...options.map((option) => codedText(option))],
      ),
    ),
  ];
}

function codedText({ code, label }: { code: string; label: LocalizedText }): LocalizedText {
  return { de: `${code} = ${label.de}`, en: `${code} = ${label.en}` };
}

function heading(level: 1 | 2 | 3, pieces: Piece[]): Block {
  return { kind: "heading", level, pieces };
}

function languageColumns(language: Language): string[] {
  const names = { de: words.german, en: words.english };
  return languagesFrom(language).map((each) => names[each][language]);
}

function inBoth(text: LocalizedText, language: Language): [Piece, Piece] {
  const [own, other] = languagesFrom(language);
  return [inLanguage(text, own, language), inLanguage(text, other, language)];
}

function inLanguage(text: LocalizedText, language: Language, document: Language): Piece {
  return { text: text[language], ...(language !== document && { language }) };
}
