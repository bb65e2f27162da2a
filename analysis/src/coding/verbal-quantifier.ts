import type { LocalizedText } from "@mehrwert/study";

/** Words for how many interviews say something; never without the count beside them. */
export type QuantifierName = "all" | "nearly-all" | "several" | "individual" | "none";

/** The words, as reports print them. */
export const quantifierWords: Record<QuantifierName, LocalizedText> = {
  all: { de: "alle", en: "all" },
  "nearly-all": { de: "nahezu alle", en: "nearly all" },
  several: { de: "mehrere", en: "several" },
  individual: { de: "einzelne", en: "a few" },
  none: { de: "keine", en: "none" },
};

/** From these shares on the word is used. */
export const quantifierShares = { "nearly-all": 0.85, several: 0.35 } as const;

/**
 * A word for a number of interviews: all, nearly all (from 85 %), several (from 35 %), individual, none.
 *
 * For eight interviews this is 8, 7, 3 to 6, 1 to 2 and 0.
 * @returns undefined if there are no interviews
 * @example verbalQuantifier(7, 8) // "nearly-all"
 */
export function verbalQuantifier(count: number, of: number): QuantifierName | undefined {
  if (of === 0) return undefined;
  if (count === of) return "all";
  if (count === 0) return "none";
  const share = count / of;
  if (share >= quantifierShares["nearly-all"]) return "nearly-all";
  return share >= quantifierShares.several ? "several" : "individual";
}
