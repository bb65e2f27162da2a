import type { NoMaximumReason } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";
import type { RankedItem } from "../ranking-source/ranking-source.ts";

/** Why there are no worths by maximum likelihood, in words; `items` are those that the reason is about. */
export function noWorthsSentence(
  reason: NoMaximumReason,
  items: readonly RankedItem[],
): LocalizedText {
  const names = (language: "de" | "en") =>
    items.length === 0 ? "–" : items.map(({ label }) => label[language]).join(", ");
  switch (reason) {
    case "one-item":
      return {
        de: "Es gibt nur eine Möglichkeit zu ordnen: Da ist nichts zu vergleichen.",
        en: "There is only one item to rank: nothing can be compared.",
      };
    case "nothing-compared":
      return {
        de: "Keine Rangfolge stellt etwas über etwas anderes: Da ist nichts zu vergleichen.",
        en: "No ranking puts anything above anything else: nothing can be compared.",
      };
    case "disconnected":
      return {
        de: `Ein Teil wurde nie mit dem Rest verglichen (${names("de")}): Wie viel die Teile gegeneinander wert sind, steht nicht in den Daten.`,
        en: `One part was never compared with the rest (${names("en")}): the data do not say what the parts are worth against each other.`,
      };
    case "one-sided":
      return {
        de: `Niemand stellt das Übrige vor: ${names("de")}. Um wie viel mehr das zählt, lässt sich deshalb nicht rechnen; der Abstand wäre unendlich.`,
        en: `Nobody puts anything else before: ${names("en")}. How much more these count cannot be computed; the distance would be infinite.`,
      };
    case "diverges":
      return {
        de: "Die Rechnung findet keinen besten Wert: Die Antworten sind zu wenige oder zu einheitlich.",
        en: "The computation finds no best value: the answers are too few or too much alike.",
      };
  }
}
