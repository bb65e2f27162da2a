import type { Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";

/** Singular and plural of a noun in both languages. */
type Noun = { de: readonly [string, string]; en: readonly [string, string] };

const nouns = {
  coding: { de: ["Kodierung", "Kodierungen"], en: ["coding", "codings"] },
  case: { de: ["Fall", "Fälle"], en: ["case", "cases"] },
  transcript: { de: ["Transkript", "Transkripte"], en: ["transcript", "transcripts"] },
  turn: { de: ["Redebeitrag", "Redebeiträge"], en: ["turn", "turns"] },
} as const satisfies Record<string, Noun>;

/**
 * A number with its noun.
 *
 * @example counted(1, "case", "de") // "1 Fall"
 */
export function counted(count: number, name: keyof typeof nouns, language: Language): string {
  const [one, many] = nouns[name][language];
  return `${formatNumber(count, language)} ${count === 1 ? one : many}`;
}

/**
 * The same after a German preposition with the dative.
 *
 * @example countedIn(3, "transcript", "de") // "in 3 Transkripten"
 */
export function countedIn(count: number, name: keyof typeof nouns, language: Language): string {
  const words = counted(count, name, language);
  return `in ${language === "de" && count !== 1 && !words.endsWith("n") ? `${words}n` : words}`;
}
