import type { Instrument } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { Issue } from "../result.ts";
import { namedLists, optionLists } from "./asked-parts.ts";
import { pointer, warning } from "./issue.ts";
import { type PlacedQuestion, placedQuestions } from "./outline.ts";

/** More columns of a matrix are too narrow to read when enlarged, and too many to keep in mind when listened to. */
const mostColumns = 7;

/**
 * What keeps people out who see little or nothing: very wide matrices, and answers that only a sign or its colour tells.
 * Pictures, sliders and colours cannot stand in an instrument at all: `parseInstrument` refuses them.
 */
export function lintAccessBarriers(instrument: Instrument): Issue[] {
  return placedQuestions(instrument).flatMap((placed) => [
    ...wideMatrix(placed),
    ...textLists(placed).flatMap(({ path, texts }) => [
      ...texts.flatMap((text, index) =>
        isWordless(text) ? [wordless(`${path}${pointer(index)}/text`)] : [],
      ),
      ...signTwins(texts).map((index) => onlySigns(`${path}${pointer(index)}/text`)),
    ]),
  ]);
}

function wideMatrix({ question, path }: PlacedQuestion): Issue[] {
  if (question.type !== "matrix" || question.columns.length <= mostColumns) return [];
  const { length } = question.columns;
  return [
    warning(
      `${path}/columns`,
      [
        `Die Matrix hat ${length} Spalten; vergrößert oder vorgelesen sind mehr als ${mostColumns} kaum zu überblicken.`,
        `The matrix has ${length} columns; enlarged or read aloud, more than ${mostColumns} can hardly be kept in view.`,
      ],
      ["Bieten Sie weniger Stufen an.", "Offer fewer points."],
    ),
  ];
}

/** Lists among which somebody chooses or which somebody reads, with their texts. */
function textLists({ question, path }: PlacedQuestion) {
  return [
    ...optionLists(question, path).map((list) => ({ path: list.path, rows: list.options })),
    ...namedLists(question, path),
  ].map((list) => ({ path: list.path, texts: list.rows.map(({ text }) => text) }));
}

/** What is left of a text when signs, emoji and colours are taken away. */
const worded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function isWordless({ de, en }: LocalizedText): boolean {
  return worded(de) === "" || worded(en) === "";
}

/** Places of texts that have words, but the same ones as an earlier text that looks different. */
function signTwins(texts: readonly LocalizedText[]): number[] {
  return texts.flatMap((text, index) => {
    const isTwin = (language: "de" | "en") =>
      texts
        .slice(0, index)
        .some(
          (earlier) =>
            earlier[language] !== text[language] &&
            worded(earlier[language]) === worded(text[language]),
        );
    return !isWordless(text) && (isTwin("de") || isTwin("en")) ? [index] : [];
  });
}

function wordless(path: string): Issue {
  return warning(
    path,
    [
      "Der Text besteht nur aus Zeichen; wer sie nicht sieht oder Farben nicht unterscheidet, kann nicht wählen.",
      "The text consists of signs only; whoever does not see them or cannot tell colours apart cannot choose.",
    ],
    ["Schreiben Sie in Worten, was gemeint ist.", "Say in words what is meant."],
  );
}

function onlySigns(path: string): Issue {
  return warning(
    path,
    [
      "Der Text unterscheidet sich von einem anderen nur durch Zeichen oder deren Farbe.",
      "The text differs from another one only by signs or their colour.",
    ],
    ["Unterscheiden Sie beide auch in Worten.", "Tell both apart in words, too."],
  );
}
