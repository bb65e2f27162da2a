import type { Language } from "../localized-text.ts";

/** How hard a text is to read, and the counts it follows from. */
export type ReadingEase = {
  /** `wiener-1`: school year, 4 easy to 15 hard. `flesch`: 100 easy to 0 hard. Both can go beyond. */
  formula: "wiener-1" | "flesch";
  value: number;
  words: number;
  sentences: number;
  syllables: number;
};

/** Words of a text: letters and digits; hyphens and apostrophes belong to the word. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
}

function sentencesOf(text: string): number {
  const ends = text.split(/[.!?:;…]+(?:\s|$)/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return Math.max(1, ends.length);
}

const germanVowels = /äu|eu|ei|ai|au|ie|ey|ay|aa|ee|oo|[aeiouyäöü]/g;

/**
 * Syllables of a word, counted by its vowels: in German double vowels and diphthongs count once (“Familie” comes out
 * one short); in English groups of vowels count once and a silent e at the end does not. Never less than one.
 *
 * @example syllables("Erfahrungsaustausch", "de") // 5
 */
export function syllables(word: string, language: Language): number {
  const plain = word.toLowerCase().replaceAll("qu", "q");
  if (language === "de") return Math.max(1, plain.match(germanVowels)?.length ?? 0);
  const groups = plain.match(/[aeiouy]+/g)?.length ?? 0;
  const isSilent = /[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouy]es$/.test(plain) && groups > 1;
  const keepsIt = /(ch|sh|s|x|z|c|g)es$/.test(plain);
  return Math.max(1, groups - (isSilent && !keepsIt ? 1 : 0));
}

/**
 * Reading ease of a German text by the first Wiener Sachtextformel, of an English one by Flesch's formula.
 * Both were made for whole texts; for a single sentence take them as a hint.
 *
 * Source: Bamberger & Vanecek (1984), Lesen–Verstehen–Lernen–Schreiben; Flesch (1948), J. Applied Psychology 32,
 * 221–233. Colons and semicolons end a sentence, as with the authors of the Wiener formula.
 * @returns undefined for a text without words
 */
export function readingEase(text: string, language: Language): ReadingEase | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  const sentences = sentencesOf(text);
  const counts = words.map((word) => syllables(word, language));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const length = words.length / sentences;
  const found = { words: words.length, sentences, syllables: total };
  if (language === "en") {
    const value = 206.835 - 1.015 * length - 84.6 * (total / words.length);
    return { formula: "flesch", value, ...found };
  }
  const percent = (part: readonly unknown[]) => (100 * part.length) / words.length;
  const value =
    0.1935 * percent(counts.filter((count) => count >= 3)) +
    0.1672 * length +
    0.1297 * percent(words.filter((word) => [...word].length > 6)) -
    0.0327 * percent(counts.filter((count) => count === 1)) -
    0.875;
  return { formula: "wiener-1", value, ...found };
}
