import { foldWord } from "@mehrwert/study";

const vowels = new Set("aeiouyäöü");
/** Letters that may stand before an -s, -st or -et that is taken off; `U` is a u between vowels. */
const beforeS = new Set("bdfghklmnrt");
const beforeSt = new Set("bdfghklmnt");
const beforeEt = new Set("dfgklmnrstUzä");
/** Planet, Ticket, Internet, geordnet, …: here -et belongs to the word. */
const keepsEt = ["geordn", "intern", "plan", "tick", "tr"];

/** A word with the places from which endings may be taken off. */
type Regions = { first: number; second: number };

/**
 * The stem of a German word: what its forms have in common after endings and umlauts are taken off.
 *
 * A key for comparing, not a word: `Kategorien` and `Kategorie` both give `kategori`. Compounds (`Wissensaustausch`),
 * irregular verbs (`ging`) and `ge-` are left as they are.
 * Source: the German algorithm of Snowball (Porter and contributors, snowballstem.org) as of version 3.0.1, which takes
 * `ae`, `oe`, `ue` for umlauts (before: the variant german2), and knows -erin, -erinnen, -ln, -lns, -et, and -system;
 * written from its published rules.
 * @example germanStem("Künstlerinnen") // "kunstl"
 */
export function germanStem(word: string): string {
  const prepared = withUmlauts(withMarkedVowels(foldWord(word)));
  const regions = regionsOf(prepared);
  const inflected = withoutInflection(prepared, regions);
  const conjugated = withoutVerbEnding(inflected, regions);
  return withoutUmlauts(withoutDerivation(conjugated, regions));
}

/** A u or y between vowels is no vowel: `feuer` becomes `feUer`. */
function withMarkedVowels(word: string): string {
  const letters = [...word];
  for (let at = 1; at + 1 < letters.length; at += 1) {
    const [before = "", letter = "", after = ""] = letters.slice(at - 1, at + 2);
    if ((letter === "u" || letter === "y") && vowels.has(before) && vowels.has(after)) {
      letters[at] = letter.toUpperCase();
    }
  }
  return letters.join("");
}

function withUmlauts(word: string): string {
  const spelt: Record<string, string> = { ae: "ä", oe: "ö", ue: "ü" };
  return word.replace(/ae|oe|ue|qu/g, (pair) => spelt[pair] ?? pair);
}

/** After the first consonant that follows a vowel, but not before the fourth letter; and after the next such place. */
function regionsOf(word: string): Regions {
  const none = { first: word.length, second: word.length };
  if (word.length < 3) return none;
  const first = afterVowelAndConsonant(word, 0);
  if (first === undefined) return none;
  const second = afterVowelAndConsonant(word, first) ?? word.length;
  return { first: Math.max(3, first), second };
}

function afterVowelAndConsonant(word: string, from: number): number | undefined {
  let at = from;
  while (at < word.length && !vowels.has(word.charAt(at))) at += 1;
  while (at < word.length && vowels.has(word.charAt(at))) at += 1;
  return at < word.length ? at + 1 : undefined;
}

/** The longest of these endings, and what stands before it. */
function longest(word: string, endings: readonly string[]): { ending: string; rest: string } {
  let found = "";
  for (const ending of endings) {
    if (ending.length > found.length && word.endsWith(ending)) found = ending;
  }
  return { ending: found, rest: word.slice(0, word.length - found.length) };
}

function withoutInflection(word: string, { first }: Regions): string {
  const { ending, rest } = longest(word, [
    ...["em", "ern", "er", "erin", "erinnen", "e", "en", "es", "s", "ln", "lns"],
  ]);
  if (ending === "" || rest.length < first) return word;
  switch (ending) {
    case "em":
      return rest.endsWith("syst") ? word : rest;
    case "e":
    case "en":
    case "es":
      return rest.endsWith("niss") ? rest.slice(0, -1) : rest;
    case "s":
      return beforeS.has(rest.slice(-1)) ? rest : word;
    case "ln":
    case "lns":
      return `${rest}l`;
    default:
      return rest;
  }
}

function withoutVerbEnding(word: string, { first }: Regions): string {
  const { ending, rest } = longest(word, ["en", "er", "est", "st", "et"]);
  if (ending === "" || rest.length < first) return word;
  if (ending === "st") return rest.length >= 4 && beforeSt.has(rest.slice(-1)) ? rest : word;
  if (ending !== "et") return rest;
  const isKept = !beforeEt.has(rest.slice(-1)) || keepsEt.some((stem) => rest.endsWith(stem));
  return isKept ? word : rest;
}

function withoutDerivation(word: string, { first, second }: Regions): string {
  const { ending, rest } = longest(word, [
    ...["end", "ung", "ig", "ik", "isch", "lich", "heit", "keit"],
  ]);
  if (ending === "" || rest.length < second) return word;
  switch (ending) {
    case "end":
    case "ung":
      return rest.endsWith("ig") && !rest.endsWith("eig") && rest.length - 2 >= second
        ? rest.slice(0, -2)
        : rest;
    case "lich":
    case "heit":
      return withoutSecond(rest, ["er", "en"], first);
    case "keit":
      return withoutSecond(rest, ["lich", "ig"], second);
    default:
      return rest.endsWith("e") ? word : rest;
  }
}

function withoutSecond(word: string, endings: readonly string[], from: number): string {
  const { ending, rest } = longest(word, endings);
  return ending !== "" && rest.length >= from ? rest : word;
}

function withoutUmlauts(word: string): string {
  const plain: Record<string, string> = { ä: "a", ö: "o", ü: "u" };
  return word.toLowerCase().replace(/[äöü]/g, (letter) => plain[letter] ?? letter);
}
