import { warning } from "../lint-instrument/issue.ts";
import type { Language } from "../localized-text.ts";
import type { Issue } from "../result.ts";
import type { AskedText } from "./asked-texts.ts";
import { readingEase, wordsOf } from "./reading-ease.ts";

/** Longer questions are hard to keep in mind; the limit of the GESIS guideline. */
const mostWords = 20;
/** Beyond these a text is hard: school year by the Wiener formula, points by Flesch. */
const hardest = { "wiener-1": 14, flesch: 20 } as const;
/** Below this many words the formulas say little. */
const fewestWords = 8;

const joining: Record<Language, RegExp> = {
  de: /(\p{L}{4,})\s(?:und|oder|sowie|bzw\.|und\/oder)\s(\p{L}{4,})/iu,
  en: /(\p{L}{4,})\s(?:and|or|and\/or|as well as)\s(\p{L}{4,})/iu,
};
const negating: Record<Language, RegExp> = {
  de: /(?<!\p{L})(?:nicht|kein(?:e[rnms]?)?|nie|niemals|niemand|nichts|weder)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:not|no|never|nobody|none|nothing|neither|cannot|\p{L}+n[’']t)(?!\p{L})/iu,
};
const leading: Record<Language, RegExp> = {
  de: /(?<!\p{L})(?:natürlich|selbstverständlich|bekanntlich|offensichtlich|sicherlich|zweifellos|bestimmt|doch wohl|finden sie nicht|meinen sie nicht)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:obviously|of course|surely|clearly|undoubtedly|naturally|as everyone knows|don[’']t you|wouldn[’']t you|isn[’']t it)(?!\p{L})/iu,
};

/** What the wording of a text suggests to look at again, in one language. Hints, found by words; only people know. */
export function wordingHints({ text, path }: AskedText, language: Language): Issue[] {
  const said = text[language];
  const hints: Issue[] = [];
  const joint = joining[language].exec(said)?.[0];
  if (joint !== undefined) hints.push(doubleBarrelled(path, joint));
  const negation = negating[language].exec(said)?.[0];
  if (negation !== undefined) hints.push(negated(path, negation));
  const push = leading[language].exec(said)?.[0];
  if (push !== undefined) hints.push(suggestive(path, push));
  const words = wordsOf(said).length;
  if (words > mostWords) hints.push(long(path, words));
  const ease = readingEase(said, language);
  if (ease === undefined || words < fewestWords) return hints;
  const isHard =
    ease.formula === "flesch" ? ease.value < hardest.flesch : ease.value > hardest["wiener-1"];
  return isHard ? [...hints, hard(path, Math.round(ease.value), ease.formula)] : hints;
}

function doubleBarrelled(path: string, found: string): Issue {
  return warning(
    path,
    [`„${found}“: Fragt das zweierlei?`, `“${found}”: does this ask two things?`],
    [
      "Wer dem einen zustimmt und dem anderen nicht, kann nicht antworten; teilen Sie den Satz.",
      "Who agrees with one and not the other cannot answer; split the sentence.",
    ],
  );
}

function negated(path: string, found: string): Issue {
  return warning(
    path,
    [`Verneint durch „${found}“.`, `Negated by “${found}”.`],
    [
      "Verneinungen werden überlesen; sagen Sie es ohne, auch bei umgepolten Items.",
      "Negations are overlooked; say it without, in reversed items, too.",
    ],
  );
}

function suggestive(path: string, found: string): Issue {
  return warning(
    path,
    [`„${found}“ legt eine Antwort nahe.`, `“${found}” suggests an answer.`],
    ["Lassen Sie das Wort weg.", "Leave the word out."],
  );
}

function long(path: string, words: number): Issue {
  return warning(
    path,
    [
      `${words} Wörter; ab ${mostWords} wird es schwer.`,
      `${words} words; more than ${mostWords} is hard.`,
    ],
    ["Kürzen Sie, oder teilen Sie den Satz.", "Shorten or split the sentence."],
  );
}

function hard(path: string, value: number, formula: "wiener-1" | "flesch"): Issue {
  return warning(
    path,
    formula === "wiener-1"
      ? [
          `Schwer zu lesen: Schulstufe ${value} nach der Wiener Sachtextformel.`,
          `Hard to read in German: school year ${value} by the Wiener Sachtextformel.`,
        ]
      : [
          `Auf Englisch schwer zu lesen: ${value} Punkte nach Flesch.`,
          `Hard to read: ${value} points by Flesch.`,
        ],
    ["Nehmen Sie kürzere Wörter und Sätze.", "Take shorter words and sentences."],
  );
}
