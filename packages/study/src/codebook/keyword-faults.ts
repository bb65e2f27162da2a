import type { LocalizedText } from "../localized-text.ts";

/** Why a keyword is no rule, and how to mend it. */
export type KeywordFault = { message: LocalizedText; advice: LocalizedText };

/** What can be wrong with a keyword, in words. */
export const keywordFault = {
  empty: () =>
    fault(
      ["Es steht kein Wort da, das zu finden wäre.", "There is no word to be found."],
      [
        "Schreiben Sie mindestens ein Wort, etwa „wissen*“.",
        "Write at least one word, such as “wissen*”.",
      ],
    ),
  oneSided: () =>
    fault(
      [
        "Vor oder nach dem Abstand fehlt ein Wort.",
        "A word is missing before or after the distance.",
      ],
      [
        "Ein Abstand steht zwischen zwei Angaben: „zeit* ~4 fehl*“.",
        "A distance stands between two parts: “zeit* ~4 fehl*”.",
      ],
    ),
  distance: (typed: string, most: number) =>
    fault(
      [`„${typed}“ ist kein Abstand.`, `“${typed}” is no distance.`],
      [
        `Schreiben Sie ~ und gleich dahinter, wie viele Wörter höchstens dazwischen stehen, von 1 bis ${most}: „zeit* ~4 fehl*“.`,
        `Write ~ and right after it how many words may lie between, from 1 to ${most}: “zeit* ~4 fehl*”.`,
      ],
    ),
  emptyExclusion: () =>
    fault(
      [
        "Nach dem Minus fehlt, was auszuschließen ist.",
        "What is to be excluded is missing after the minus.",
      ],
      [
        "Schreiben Sie es ohne Leerzeichen dahinter: „teil* -teilnehm*“.",
        "Write it right after the minus: “teil* -teilnehm*”.",
      ],
    ),
  oddSign: (sign: string) =>
    fault(
      [
        `Das Zeichen „${sign}“ gehört nicht in ein Stichwort.`,
        `The sign “${sign}” does not belong in a keyword.`,
      ],
      [
        "Erlaubt sind Buchstaben, Ziffern, * für beliebige Buchstaben, = für genau dieses Wort, ~4 für einen Abstand und - für einen Ausschluss.",
        "Letters and digits are allowed, * for any letters, = for exactly this word, ~4 for a distance and - for an exclusion.",
      ],
    ),
  exactWildcard: (written: string) =>
    fault(
      [
        `„${written}“ ist zugleich genau (=) und offen (*).`,
        `“${written}” is both exact (=) and open (*).`,
      ],
      ["Lassen Sie eines von beiden weg.", "Leave out one of the two."],
    ),
  shortWildcard: (written: string, fewest: number) =>
    fault(
      [`„${written}“ fände fast jedes Wort.`, `“${written}” would find almost every word.`],
      [
        `Schreiben Sie neben * mindestens ${fewest} Buchstaben.`,
        `Write at least ${fewest} letters beside *.`,
      ],
    ),
};

function fault(
  [de, en]: readonly [string, string],
  [adviceDe, adviceEn]: readonly [string, string],
): KeywordFault {
  return { message: { de, en }, advice: { de: adviceDe, en: adviceEn } };
}
