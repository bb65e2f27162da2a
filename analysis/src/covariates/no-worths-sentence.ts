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
        de: `Ein Teil wurde nie mit dem Rest verglichen (${names("de")}): Wie viel die Teile gegeneinander wert sind, steht nicht in den Daten.`,
        en: `One part was never compared with the rest (${names("en")}): the data do not say what the parts are worth against each other.`,
      };
    case "one-sided":
      return {
        de: `Was hier oben steht, steht in jeder Rangfolge vor dem Übrigen (${names("de")}). Um wie viel mehr es zählt, lässt sich deshalb nicht rechnen: Der Abstand wäre unendlich. Vielleicht sind alle Rangfolgen gleich, oder es sind zu wenige.`,
        en: `What comes first here precedes the rest in every ranking (${names("en")}). How much more it counts cannot be computed: the distance would be infinite. Perhaps all rankings are alike, or there are too few.`,
      };
    case "diverges":
      return {
        de: "Die Rechnung findet keinen besten Wert: Die Antworten sind zu wenige oder zu einheitlich.",
        en: "The computation finds no best value: the answers are too few or too much alike.",
      };
  }
}
