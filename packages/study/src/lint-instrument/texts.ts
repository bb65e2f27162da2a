import type { Instrument, Question } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import type { Issue } from "../result.ts";
import { namedLists, optionLists } from "./asked-parts.ts";
import { error, pointer, warning } from "./issue.ts";
import { placedQuestions } from "./outline.ts";
import { type PlacedText, plain, sameTexts } from "./same-texts.ts";

type TextAt = { text: LocalizedText; path: string };

/** Longer items are hard to take in at one reading. */
const mostWordsOfAnItem = 20;

/** Every text is translated, free of placeholders and different from its neighbours; items are short. */
export function lintTexts(instrument: Instrument): Issue[] {
  const texts = allTexts(instrument, "");
  const items = itemTexts(instrument);
  return [
    ...texts.filter(({ text }) => isUntranslated(text)).map(untranslated),
    ...texts.filter(({ text }) => isUnfinished(text)).map(unfinished),
    ...unfinishedOrigin(instrument.mehrwert),
    ...texts.filter(({ text }) => /[{}]/.test(text.de + text.en)).map(placeholder),
    ...items.filter(({ text }) => wordsOf(text.de).length > mostWordsOfAnItem).map(tooLong),
    ...sameTexts(instrument, items),
    ...placedQuestions(instrument).flatMap((placed) =>
      textLists(placed.question, placed.path).flatMap((texts) =>
        sameTexts(
          instrument,
          texts.map((text) => ({ ...text, placed })),
        ),
      ),
    ),
  ];
}

const questionsOfRows: ReadonlySet<string> = new Set([
  "matrix",
  "double-rating",
  "statement-round",
  "decision",
]);

/** What is asked: the rows of matrices and the like, and the titles of all other questions. */
function itemTexts(instrument: Instrument): PlacedText[] {
  return placedQuestions(instrument).flatMap((placed) => {
    const { question, path } = placed;
    const [list] = namedLists(question, path);
    if (question.type === "assigned") return [];
    const texts =
      questionsOfRows.has(question.type) && list !== undefined
        ? textsIn(list.rows, list.path)
        : [{ text: question.title, path }];
    return texts.map((text) => ({ ...text, placed }));
  });
}

/** Texts among which a participant chooses, or which stand in one list. */
function textLists(question: Question, path: string): TextAt[][] {
  const named = namedLists(question, path).slice(questionsOfRows.has(question.type) ? 1 : 0);
  return [
    ...optionLists(question, path).map((list) => textsIn(list.options, list.path)),
    ...named.map((list) => textsIn(list.rows, list.path)),
  ];
}

function textsIn(list: readonly { text: LocalizedText }[], path: string): TextAt[] {
  return list.map(({ text }, index) => ({ text, path: `${path}${pointer(index)}` }));
}

function allTexts(value: unknown, path: string): TextAt[] {
  if (typeof value !== "object" || value === null) return [];
  if (isText(value)) return [{ text: value, path }];
  return Object.entries(value).flatMap(([key, part]) => allTexts(part, path + pointer(key)));
}

function isText(value: object): value is LocalizedText {
  return (
    "de" in value && typeof value.de === "string" && "en" in value && typeof value.en === "string"
  );
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** What stands where an import could not know what to write. */
const blank = /\bto be completed\b|\bnoch zu ergänzen\b/i;

/** Square brackets stand for what an author still has to fill in: „[…]“, “[name of your network]”. */
function isUnfinished({ de, en }: LocalizedText): boolean {
  const text = `${de} ${en}`.replace(/\{[^}]*\}/g, "");
  return /\[[^\]]*\]|\b(TODO|TBD|XXX)\b/.test(text) || blank.test(text);
}

/** Licence and sources stand in one language, and a citation may well have square brackets. */
function unfinishedOrigin({ licence, sources }: Instrument["mehrwert"]): Issue[] {
  const origins = [
    { text: licence, path: "/mehrwert/licence" },
    ...sources.map(({ citation }, index) => ({
      text: citation,
      path: `/mehrwert/sources/${index}/citation`,
    })),
  ];
  return origins.filter(({ text }) => blank.test(text)).map(unfinished);
}

function isUntranslated({ de, en }: LocalizedText): boolean {
  return plain(de) === plain(en) && wordsOf(de).length > 1;
}

function untranslated({ path }: TextAt): Issue {
  return warning(
    path,
    [
      "Der deutsche und der englische Text sind gleich; vermutlich fehlt die Übersetzung.",
      "The German and the English text are the same; the translation is probably missing.",
    ],
    ["Übersetzen Sie den Text.", "Translate the text."],
  );
}

function unfinished({ path }: { path: string }): Issue {
  return warning(
    path,
    [
      "Der Text enthält eine Stelle, die noch auszufüllen ist, zum Beispiel in eckigen Klammern.",
      "The text has a place that is still to be filled in, for example in square brackets.",
    ],
    ["Ergänzen Sie, was dort stehen soll.", "Put in what should stand there."],
  );
}

function placeholder({ path }: TextAt): Issue {
  return error(
    path,
    [
      "Der Text enthält geschweifte Klammern; Platzhalter werden nicht ersetzt.",
      "The text contains braces; placeholders are not filled in.",
    ],
    ["Formulieren Sie den Text ohne Platzhalter.", "Word the text without a placeholder."],
  );
}

function tooLong({ text, path }: TextAt): Issue {
  const count = wordsOf(text.de).length;
  return warning(
    path,
    [
      `Das Item hat ${count} deutsche Wörter; mehr als ${mostWordsOfAnItem} sind schwer zu erfassen.`,
      `The item has ${count} German words; more than ${mostWordsOfAnItem} are hard to take in.`,
    ],
    ["Kürzen oder teilen Sie das Item.", "Shorten the item or split it."],
  );
}
