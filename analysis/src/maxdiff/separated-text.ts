import type { LocalizedText } from "@mehrwert/study";
import type { ChoicesAnalysis } from "./analyse-choices.ts";

/** Why there are no utilities, with the items that part; empty if there are. */
export function separatedText({ fit, source }: ChoicesAnalysis): LocalizedText {
  if (fit.exists) return { de: "", en: "" };
  const name = (items: readonly number[]) =>
    items.map((item) => source.items[item] ?? "").join(", ");
  const parts = fit.components.map(name).join(" / ");
  return {
    de: `Nutzenwerte gibt es nicht: Zwischen diesen Teilen fiel die Wahl nie in beide Richtungen, oder sie wurden nie verglichen (${parts}). Die Abstände wären unendlich; gezählt ist trotzdem.`,
    en: `There are no utilities: between these parts choices never went both ways, or they were never compared (${parts}). The distances would be infinite; the counts stand.`,
  };
}
