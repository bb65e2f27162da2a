import type { Language, LocalizedText } from "@mehrwert/study";
import { pInWords, withInterval } from "../interval-format.ts";
import { formatNumber, formatShare } from "../number-format.ts";
import type { MethodComparison, NoMethodComparison } from "./compare-with-ranking.ts";

/** Whether ranking and MaxDiff tell the same, for readers without statistics. */
export function methodComparisonSentences(
  comparison: MethodComparison,
  language: Language,
): string[] {
  return [
    verdict(comparison),
    ...itemSentence(comparison),
    ...orderSentence(comparison),
    scaleSentence(comparison),
  ].map((text) => text[language]);
}

const level = 0.05;

function verdict({ sameUpToScale: { p } }: MethodComparison): LocalizedText {
  return p < level
    ? {
        de: `Rangfolge und MaxDiff zeichnen nicht dasselbe Bild: Die Werte weichen stärker voneinander ab, als Zufall es erklärt (${pInWords(p, "de")}).`,
        en: `Ranking and MaxDiff do not draw the same picture: their values differ by more than chance explains (${pInWords(p, "en")}).`,
      }
    : {
        de: `Rangfolge und MaxDiff widersprechen einander nicht: Was sie trennt, kann Zufall sein (${pInWords(p, "de")}). Bewiesen ist die Gleichheit damit nicht; kleine Unterschiede brauchen mehr Befragte.`,
        en: `Ranking and MaxDiff do not contradict each other: what parts them may be chance (${pInWords(p, "en")}). That does not prove them equal; small differences take more respondents.`,
      };
}

function itemSentence({ items, sameUpToScale }: MethodComparison): LocalizedText[] {
  const [item] = [...items].sort((a, b) => a.difference.p - b.difference.p);
  if (item === undefined || sameUpToScale.p >= level) return [];
  if (item.difference.pHolm >= level)
    return [
      {
        de: "An welcher Option das liegt, lässt sich nicht sichern.",
        en: "Which option causes this cannot be settled.",
      },
    ];
  const isHigher = item.difference.value > 0;
  const places = `${item.ranking.place}`;
  const other = `${item.maxDiff.place}`;
  return [
    {
      de: `Am deutlichsten ist das bei „${item.name}“: in der Rangfolge ${isHigher ? "höher" : "niedriger"} geschätzt als in MaxDiff (Platz ${places} gegen Platz ${other}).`,
      en: `It is clearest for “${item.name}”: valued ${isHigher ? "higher" : "lower"} in the ranking than in MaxDiff (place ${places} against place ${other}).`,
    },
  ];
}

function orderSentence({ kendallTau, items }: MethodComparison): LocalizedText[] {
  if (kendallTau === undefined) return [];
  const pairs = (items.length * (items.length - 1)) / 2;
  const share = (to: Language) => formatShare((1 + kendallTau.value) / 2, to);
  const tau = (to: Language) => withInterval(kendallTau.value, kendallTau.interval, to);
  return [
    {
      de: `Von den ${formatNumber(pairs, "de")} Paaren von Optionen stehen ${share("de")} in beiden Verfahren in derselben Reihenfolge (Kendalls τ = ${tau("de")}; 1 = gleich, −1 = umgekehrt).`,
      en: `Of the ${formatNumber(pairs, "en")} pairs of options, ${share("en")} stand in the same order by both methods (Kendall’s τ = ${tau("en")}; 1 = the same, −1 = reversed).`,
    },
  ];
}

function scaleSentence({ sameUpToScale: { scale, scaleInterval } }: MethodComparison) {
  if (scaleInterval === undefined)
    return {
      de: "Ein gemeinsamer Maßstab ließ sich nicht finden; verglichen sind die Werte, wie beide Modelle sie geben.",
      en: "No common scale could be found; the values are compared as both models give them.",
    };
  const factor = (to: Language) => withInterval(scale, scaleInterval, to);
  return {
    de: `Damit beide vergleichbar sind, sind die MaxDiff-Werte durch ${factor("de")} geteilt: Wie entschieden Menschen antworten, hängt vom Verfahren ab.`,
    en: `To make both comparable, MaxDiff values are divided by ${factor("en")}: how decisively people answer depends on the method.`,
  };
}

/** Why ranking and MaxDiff are not compared. */
export function noMethodComparisonText(found: NoMethodComparison): LocalizedText {
  if (found.reason === "items-differ") {
    const named = (items: readonly string[]) => (items.length > 0 ? items.join(", ") : "–");
    return {
      de: `Rangfolge und MaxDiff haben verschiedene Optionen, daher gibt es keinen Vergleich. Nur in der Rangfolge: ${named(found.onlyRanking)}; nur in MaxDiff: ${named(found.onlyMaxDiff)}.`,
      en: `Ranking and MaxDiff have different options, so there is no comparison. Only in the ranking: ${named(found.onlyRanking)}; only in MaxDiff: ${named(found.onlyMaxDiff)}.`,
    };
  }
  return {
    "no-ranking-worths": {
      de: "Aus den Rangfolgen lassen sich keine Gewichte rechnen (der Befehl „rank“ nennt den Grund), daher gibt es keinen Vergleich.",
      en: "No worths can be computed from the rankings (the command “rank” says why), so there is no comparison.",
    },
    "no-utilities": {
      de: "Ohne Nutzenwerte aus MaxDiff gibt es keinen Vergleich mit der Rangfolge.",
      en: "Without utilities from MaxDiff there is no comparison with the ranking.",
    },
    "too-few-items": {
      de: "Der Vergleich mit der Rangfolge braucht mindestens drei Optionen.",
      en: "The comparison with the ranking takes three options at least.",
    },
  }[found.reason];
}
