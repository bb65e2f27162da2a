import { type KeywordFault, keywordFault } from "./keyword-faults.ts";

export type { KeywordFault } from "./keyword-faults.ts";

/**
 * One word of a keyword. `stem`: every form with the same stem. `exact`: only so (`=mut`). `wildcard`: `*` stands for any
 * letters. The text is folded by `foldWord`.
 */
export type WordPattern = { kind: "stem" | "exact" | "wildcard"; text: string };

/** Words that directly follow one another. */
export type PhrasePattern = WordPattern[];

/**
 * A keyword of a codebook as a rule, read once.
 *
 * `parts` that are all found, each at most `gaps[i]` words away from the one before it, in either order; unless one of the
 * `exclusions` stands on the same words (`within` undefined) or at most `within` words away.
 */
export type KeywordRule = {
  /** As written in the codebook. */
  source: string;
  parts: PhrasePattern[];
  /** Between part i and part i + 1. */
  gaps: number[];
  exclusions: { phrase: PhrasePattern; within: number | undefined }[];
};

/** Most words that may lie between two parts, or between a hit and what excludes it. */
export const mostWordsBetween = 20;

/** Fewest letters beside a `*`: with one, every other word would be found. */
export const fewestLettersOfWildcard = 2;

/**
 * Reads a keyword.
 *
 * - `wissen*`, `*arbeit`: `*` stands for any letters (also none); `gelernt`: every form with the same stem; `=mut`: only so
 * - `gemeinsam gelöst`: words directly one after the other; a hyphen counts as a space
 * - `zeit* ~4 fehl*`: both, with at most four words between them, in either order
 * - `teil* -teilnehm*`: not where the words found are also `teilnehm*`; `-~3 urlaub*`: not with that within three words
 * @example parseKeywordRule("gemeinsam gelöst")
 */
export function parseKeywordRule(source: string): KeywordRule | KeywordFault {
  const [wanted = "", ...excluded] = source.split(/(?:^|\s)-/u);
  const parts = readParts(wanted);
  if ("message" in parts) return parts;
  const exclusions: KeywordRule["exclusions"] = [];
  for (const text of excluded) {
    const exclusion = readExclusion(text);
    if ("message" in exclusion) return exclusion;
    exclusions.push(exclusion);
  }
  return { source, ...parts, exclusions };
}

/** A word as it is compared: lower case, composed, `ss` for `ß`. */
export function foldWord(word: string): string {
  return word.normalize("NFC").toLowerCase().replaceAll("ß", "ss").replaceAll("’", "'");
}

function readParts(text: string): Pick<KeywordRule, "parts" | "gaps"> | KeywordFault {
  const pieces = text.trim().split(/(?:^|\s+)~(\S*)(?:\s+|$)/u);
  const parts: PhrasePattern[] = [];
  const gaps: number[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (at % 2 === 1) {
      const gap = distance(piece);
      if (gap === undefined) return keywordFault.distance(`~${piece}`, mostWordsBetween);
      gaps.push(gap);
      continue;
    }
    if (piece.trim() === "") {
      return pieces.length === 1 ? keywordFault.empty() : keywordFault.oneSided();
    }
    const phrase = readPhrase(piece);
    if ("message" in phrase) return phrase;
    parts.push(phrase);
  }
  return { parts, gaps };
}

function readExclusion(text: string): KeywordRule["exclusions"][number] | KeywordFault {
  const near = /^~(\S*)(.*)$/su.exec(text);
  const words = near?.[2] ?? text;
  const within = near === null ? undefined : distance(near[1] ?? "");
  if (near !== null && within === undefined) {
    return keywordFault.distance(`~${near[1]}`, mostWordsBetween);
  }
  if (/^\s|^$/u.test(text) || words.trim() === "") return keywordFault.emptyExclusion();
  const phrase = readPhrase(words);
  return "message" in phrase ? phrase : { phrase, within };
}

function distance(typed: string): number | undefined {
  const value = Number(typed);
  return /^\d{1,2}$/.test(typed) && value >= 1 && value <= mostWordsBetween ? value : undefined;
}

function readPhrase(text: string): PhrasePattern | KeywordFault {
  const phrase: PhrasePattern = [];
  for (const written of text.trim().split(/[\s\-‐‑–]+/u)) {
    if (written === "") continue;
    const word = readWord(written);
    if ("message" in word) return word;
    phrase.push(word);
  }
  return phrase.length > 0 ? phrase : keywordFault.empty();
}

function readWord(written: string): WordPattern | KeywordFault {
  const isExact = written.startsWith("=");
  const word = isExact ? written.slice(1) : written;
  const [odd] = /[^\p{L}\p{M}\p{N}*'’]/u.exec(word) ?? [];
  if (odd !== undefined) return keywordFault.oddSign(odd);
  if (!word.includes("*")) {
    if (word === "") return keywordFault.empty();
    return { kind: isExact ? "exact" : "stem", text: foldWord(word) };
  }
  if (isExact) return keywordFault.exactWildcard(written);
  const letters = [...word].filter((sign) => sign !== "*").length;
  if (letters < fewestLettersOfWildcard) {
    return keywordFault.shortWildcard(written, fewestLettersOfWildcard);
  }
  return { kind: "wildcard", text: foldWord(word) };
}
