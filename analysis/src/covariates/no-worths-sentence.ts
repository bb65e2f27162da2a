import type { NoMaximumReason } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";
import type { RankedItem } from "../ranking-source/ranking-source.ts";

/** Why there are no worths by maximum likelihood, in words; `items` are those that the reason is about. */
export function noWorthsSentence(
  reason: NoMaximumReason,
  items: readonly RankedItem[],
): LocalizedText {
  const who = subjectOf(items);
  const isMany = items.length > 1;
  switch (reason) {
    case "one-item":
      return {
        de: "Es gibt nur eine Option zu ordnen: Da ist nichts zu vergleichen.",
        en: "There is only one item to rank: nothing can be compared.",
      };
    case "nothing-compared":
      return {
        de: "Keine Rangfolge stellt etwas über etwas anderes: Da ist nichts zu vergleichen.",
        en: "No ranking puts anything above anything else: nothing can be compared.",
      };
    case "disconnected":
      return {
        de: `${who.de} ${isMany ? "wurden" : "wurde"} nie mit dem Übrigen verglichen: Wie viel beides gegeneinander wert ist, steht nicht in den Daten.`,
        en: `${who.en} ${isMany ? "were" : "was"} never compared with the rest: the data do not say what they are worth against each other.`,
      };
    case "one-sided":
      return {
        de: `${who.de} ${isMany ? "stehen" : "steht"} in jeder Rangfolge vor allem Übrigen. Um wie viel mehr das zählt, lässt sich deshalb nicht rechnen: Der Abstand wäre unendlich. Vielleicht sind alle Rangfolgen gleich, oder es sind zu wenige.`,
        en: `${who.en} ${isMany ? "precede" : "precedes"} everything else in every ranking. How much more that counts cannot be computed: the distance would be infinite. Perhaps all rankings are alike, or there are too few.`,
      };
    case "diverges":
      return {
        de: "Die Rechnung findet keinen besten Wert: Die Antworten sind zu wenige oder zu einheitlich.",
        en: "The computation finds no best value: the answers are too few or too much alike.",
      };
  }
}

function subjectOf(items: readonly RankedItem[]): LocalizedText {
  if (items.length === 0) return { de: "Ein Teil", en: "One part" };
  return {
    de: items.map(({ label }) => `„${label.de}“`).join(", "),
    en: items.map(({ label }) => `“${label.en}”`).join(", "),
  };
}
