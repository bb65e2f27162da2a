import type { KeywordRule, Language, PhrasePattern, WordPattern } from "@mehrwert/study";
import { germanStem } from "./german-stem.ts";

/** First and last word of what one part of a rule matched, counted within the sentence. */
export type WordSpan = { first: number; last: number };

/** Where a rule holds in a sentence: one span for each of its parts. */
export type RuleHit = { spans: WordSpan[] };

/** A word as rules compare it. */
export type Term = { folded: string; stem: string };

/** Words, folded, as rules compare them; in English the stem is the word. */
export function termsOf(words: readonly string[], language: Language): Term[] {
  return words.map((folded) => ({
    folded,
    stem: language === "de" ? germanStem(folded) : folded,
  }));
}

/** A rule made ready to be looked for: give it the words of a sentence. */
export type RuleFinder = (words: readonly Term[]) => RuleHit[];

/**
 * Makes a rule ready for texts of a language. Stems are German; in English a word without `*` is found only as it is
 * written.
 *
 * Each place of the first part gives at most one hit, with the nearest places of the others.
 * @example ruleFinder(rule, "de")(termsOf(["wir", "lernen"], "de")) // [{ spans: [{ first: 1, last: 1 }] }]
 */
export function ruleFinder(rule: KeywordRule, language: Language): RuleFinder {
  const parts = rule.parts.map((phrase) => phraseFinder(phrase, language));
  const exclusions = rule.exclusions.map(({ phrase, within }) => ({
    find: phraseFinder(phrase, language),
    within,
  }));
  const [head, ...others] = parts;
  return (words) => {
    const starts = head?.(words) ?? [];
    if (starts.length === 0) return [];
    const rest = others.map((find) => find(words));
    const hits = starts.flatMap((start) => {
      const spans = chain([start], rest, rule.gaps);
      return spans === undefined ? [] : [{ spans }];
    });
    if (hits.length === 0 || exclusions.length === 0) return hits;
    const found = exclusions.map(({ find, within }) => ({ spans: find(words), within }));
    return hits.filter(({ spans }) => !found.some((each) => excludes(each, spans)));
  };
}

/** Words between two spans: 0 if one follows the other, -1 if they share words. */
export function wordsBetween(a: WordSpan, b: WordSpan): number {
  return Math.max(-1, b.first - a.last - 1, a.first - b.last - 1);
}

/** The parts still missing, each as near as can be to the one before and sharing no word with the others. */
function chain(
  spans: WordSpan[],
  rest: readonly (readonly WordSpan[])[],
  gaps: readonly number[],
): WordSpan[] | undefined {
  const at = spans.length - 1;
  const candidates = rest[at];
  const last = spans[at];
  if (candidates === undefined || last === undefined) return spans;
  const near = candidates
    .filter((each) => spans.every((span) => wordsBetween(span, each) >= 0))
    .filter((each) => wordsBetween(last, each) <= (gaps[at] ?? 0))
    .sort((a, b) => wordsBetween(last, a) - wordsBetween(last, b) || a.first - b.first);
  for (const next of near) {
    const whole = chain([...spans, next], rest, gaps);
    if (whole !== undefined) return whole;
  }
  return undefined;
}

function excludes(
  { spans, within }: { spans: readonly WordSpan[]; within: number | undefined },
  hit: readonly WordSpan[],
): boolean {
  return spans.some((span) => hit.some((part) => wordsBetween(span, part) <= (within ?? -1)));
}

function phraseFinder(
  phrase: PhrasePattern,
  language: Language,
): (words: readonly Term[]) => WordSpan[] {
  const tests = phrase.map((pattern) => wordTest(pattern, language));
  return (words) => {
    const spans: WordSpan[] = [];
    for (let first = 0; first + tests.length <= words.length; first += 1) {
      const isHere = tests.every((test, at) => {
        const word = words[first + at];
        return word !== undefined && test(word);
      });
      if (isHere) {
        spans.push({ first, last: first + tests.length - 1 });
      }
    }
    return spans;
  };
}

function wordTest({ kind, text }: WordPattern, language: Language): (word: Term) => boolean {
  if (kind === "wildcard") {
    // Letters, digits and apostrophes only: nothing here means anything to a regular expression.
    const pattern = new RegExp(`^${text.replaceAll(/\*+/g, ".*")}$`, "u");
    return ({ folded }) => pattern.test(folded);
  }
  if (kind === "exact") return ({ folded }) => folded === text;
  const wanted = language === "de" ? germanStem(text) : text;
  return ({ folded, stem }) => folded === text || stem === wanted;
}
