import { codePointIndex, lineOf, lineStarts } from "@mehrwert/study";
import type { NameRule } from "./name-list.ts";

/** One name that is replaced, with some words around it. */
export type Replacement = {
  line: number;
  found: string;
  replacement: string;
  before: string;
  after: string;
};

/** A place that looks like a name but is left alone: a person must look. */
export type Suspicion = { line: number; word: string; name: string };

/** A text without its names, what was replaced, and what may have been missed. */
export type Pseudonymised = { text: string; replacements: Replacement[]; suspicions: Suspicion[] };

/** Letters of context on each side. */
const context = 30;

/**
 * Replaces names and places by what a list says: whole words only, letter for letter, with or without a genitive s, however
 * accents are composed; longer names go before shorter ones, and what was put in is never replaced again.
 *
 * What only resembles a name (other case, part of a longer word) is left alone and told.
 * @example pseudonymised("Müllers Idee", [{ names: ["Müller"], replacement: "[Leitung]" }]).text // "[Leitung] Idee"
 */
export function pseudonymised(text: string, rules: readonly NameRule[]): Pseudonymised {
  const byName = new Map(
    rules.flatMap(({ names, replacement }) =>
      names.map((name) => [name.normalize("NFC"), replacement] as const),
    ),
  );
  const written = [...byName.keys()].flatMap((name) => [name, name.normalize("NFD")]);
  const alternatives = [...new Set(written)].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(${alternatives.join("|")})(['’]?s)?(?![\\p{L}\\p{M}\\p{N}])`,
    "gu",
  );
  const lines = lineStarts(text);
  const positions = codePointIndex(text);
  const lineAt = (offset: number) => lineOf(lines, positions.fromUtf16(offset));
  const replacements: Replacement[] = [];
  let rest = "";
  let end = 0;
  let out = "";
  for (const { 0: found, 1: name = "", index } of text.matchAll(pattern)) {
    const replacement = byName.get(name.normalize("NFC")) ?? "";
    const between = text.slice(end, index);
    out += between + replacement;
    rest += `${between}${"\u0000".repeat(found.length)}`;
    end = index + found.length;
    replacements.push({
      ...{ line: lineAt(index), found, replacement },
      before: text.slice(Math.max(0, index - context), index),
      after: text.slice(end, end + context),
    });
  }
  rest += text.slice(end);
  return {
    text: out + text.slice(end),
    replacements,
    suspicions: suspicions(rest, [...byName.keys()], lineAt),
  };
}

/** Words of what is left that hold a name, whatever their case. */
function suspicions(
  rest: string,
  names: readonly string[],
  lineAt: (offset: number) => number,
): Suspicion[] {
  const lower = names.map((name) => [name, name.toLowerCase()] as const);
  return [...rest.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)].flatMap(({ 0: word, index }) => {
    const plain = word.normalize("NFC").toLowerCase();
    const hit = lower.find(([, name]) => plain.includes(name));
    return hit === undefined ? [] : [{ line: lineAt(index), word, name: hit[0] }];
  });
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
