import type { Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ChanceMatches, ChanceOf } from "./chance-matches.ts";
import type { LinkedPair } from "./link-waves.ts";

/** How many links are probably false, by kind of link, in sentences. */
export function chanceSentences(
  chance: ChanceMatches,
  pairs: readonly LinkedPair[],
  language: Language,
): string[] {
  return (["exact", "tolerant"] as const).flatMap((kind) => {
    const links = pairs.filter((pair) => pair.kind === kind).length;
    return links === 0 ? [] : [sentence(chance[kind], { kind, links, language })];
  });
}

function sentence(
  { coinciding, expected, interval }: ChanceOf,
  { kind, links, language }: { kind: LinkedPair["kind"]; links: number; language: Language },
): string {
  const one = links === 1;
  const those = {
    exact: {
      de: `${links} ${one ? "Verknüpfung" : "Verknüpfungen"} mit gleichem Code`,
      en: `${links} ${one ? "link" : "links"} with the same code`,
    },
    tolerant: {
      de: `${links} ${one ? "Verknüpfung" : "Verknüpfungen"} mit einer abweichenden Angabe`,
      en: `${links} ${one ? "link" : "links"} with one element that differs`,
    },
  }[kind];
  const write = (value: number) =>
    value < 0.05 ? `< ${formatNumber(0.1, language, 1)}` : formatNumber(value, language, 1);
  if (expected === undefined || interval === undefined) {
    return {
      de: `Wie viele von ${those.de} falsch sind, lässt sich nicht schätzen: In keiner Welle haben zwei Personen einen Code.`,
      en: `How many of ${those.en} are false cannot be estimated: no wave has two people with a code.`,
    }[language];
  }
  const most = write(interval[1]);
  if (coinciding === 0) {
    return {
      de: `Wie viele von ${those.de} falsch sind, lässt sich nur nach oben begrenzen: höchstens etwa ${most}. Innerhalb der Wellen stimmen keine zwei Personen so überein.`,
      en: `How many of ${those.en} are false has only an upper bound: about ${most} at most. Within the waves no two people coincide like this.`,
    }[language];
  }
  return {
    de: `Von ${those.de} dürften etwa ${write(expected)} zufällig sein, also zwei Personen verbinden (95 %: ${write(interval[0])} bis ${most}).`,
    en: `Of ${those.en} about ${write(expected)} are probably due to chance, joining two people (95%: ${write(interval[0])} to ${most}).`,
  }[language];
}
