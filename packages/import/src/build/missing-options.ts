import type { LocalizedText, missingOptionCodes } from "@mehrwert/study";

type MissingCode = (typeof missingOptionCodes)[number];

const wordings: readonly (readonly [MissingCode, RegExp])[] = [
  [
    "refused",
    /^(keine angabe( möglich)?|k\.? ?a\.?|ohne angabe|keine antwort|(das )?möchte ich (lieber )?nicht (sagen|angeben|beantworten)|no answer|prefer not to (say|answer|tell|disclose)|i('d| would) rather not (say|answer)|refuse to answer|rather not say)$/,
  ],
  [
    "dk",
    /^((ich )?wei(ß|ss)( ich|s)? nicht|(das )?kann ich nicht (beurteilen|sagen|einschätzen)|nicht beurteilbar|keine meinung|(i )?(don['’]?t|do not) know|can('t|not| not) (judge|say|tell)|no opinion)$/,
  ],
  [
    "na",
    /^((das )?trifft auf mich nicht zu|nicht anwendbar|entfällt|not applicable|does not apply( to me)?|n\/?a)$/,
  ],
];

/** The missing code that the words of an option mean, if they mean no opinion. */
export function missingCodeOf({ de, en }: LocalizedText): MissingCode | undefined {
  for (const text of [de, en]) {
    const words = text
      .toLowerCase()
      .replace(/[.!,;:()]+$/g, "")
      .replace(/\s+/g, " ")
      .trim();
    const found = wordings.find(([, pattern]) => pattern.test(words) || pattern.test(`${words}.`));
    if (found !== undefined) return found[0];
  }
  return undefined;
}
