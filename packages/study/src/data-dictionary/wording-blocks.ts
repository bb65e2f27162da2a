import type { Variable } from "../dataset.ts";
import type { Block, Piece } from "../document/block.ts";
import type { Language, LocalizedText } from "../localized-text.ts";
import type { DictionarySection } from "./dictionary-sections.ts";
import { dictionaryWords as words } from "./dictionary-words.ts";
import { inBoth } from "./document-block.ts";

/** Other texts of a section: of its question once, then of its variables. */
export function wordingBlocks({ variables }: DictionarySection, language: Language): Block[] {
  const all = variables.flatMap((variable) => wordingsOf(variable, language));
  const ofQuestion = all.flatMap(({ when, questionText }) =>
    questionText === undefined ? [] : [wording([], when, [questionText], language)],
  );
  const distinct = new Map(ofQuestion.map((block) => [JSON.stringify(block), block]));
  return [
    ...distinct.values(),
    ...all.flatMap(({ variable, when, texts }) => {
      const name = [{ text: variable, isCode: true }, { text: ". " }];
      return texts.length === 0 ? [] : [wording(name, when, texts, language)];
    }),
  ];
}

type Wording = {
  variable: string;
  when: Piece[];
  questionText: LocalizedText | undefined;
  texts: LocalizedText[];
};

function wordingsOf(variable: Variable, language: Language): Wording[] {
  const { name, otherWordings = [], earlierWordings = [] } = variable;
  const isSame = (text: LocalizedText, other: LocalizedText | undefined) =>
    text.de === other?.de && text.en === other.en;
  return [
    ...otherWordings.map(({ condition, questionText, label }) => ({
      variable: name,
      when: [{ text: `${words.otherwise[language]} ` }, { text: condition, isCode: true }],
      questionText,
      texts: label === undefined ? [] : [label],
    })),
    ...earlierWordings.map(({ versions, questionText, label, options = [] }) => ({
      variable: name,
      when: [{ text: `${words.earlier[language]} ${versions.join(", ")}` }],
      questionText:
        questionText === undefined || isSame(questionText, variable.questionText)
          ? undefined
          : questionText,
      texts: [...(isSame(label, variable.label) ? [] : [label]), ...options.map(codedText)],
    })),
  ];
}

function wording(
  name: readonly Piece[],
  when: readonly Piece[],
  texts: readonly LocalizedText[],
  language: Language,
): Block {
  const read = texts
    .flatMap((text) => inBoth(text, language))
    .flatMap((piece, index) => (index === 0 ? [piece] : [{ text: " · " }, piece]));
  return { kind: "paragraph", pieces: [...name, ...when, { text: ": " }, ...read] };
}

function codedText({ code, label }: { code: string; label: LocalizedText }): LocalizedText {
  return { de: `${code} = ${label.de}`, en: `${code} = ${label.en}` };
}
