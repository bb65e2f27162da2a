import type { Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";

/** Warns of numbers that rest on fewer people than may be published; `names` says which. */
export function smallGroupWarning(
  names: readonly string[],
  least: number,
  language: Language,
): string[] {
  if (names.length === 0) return [];
  const shown = names.length > 5 ? `${names.slice(0, 5).join("; ")}; …` : names.join("; ");
  return [
    {
      de: `Weniger als ${formatNumber(least, "de")} Antworten bei: ${shown}. Diese Zahlen sind nur für Ihre eigene Arbeit; veröffentlicht könnten sie Einzelne erkennbar machen.`,
      en: `Fewer than ${formatNumber(least, "en")} answers to: ${shown}. These numbers are for your own work only; published, they could make individuals recognisable.`,
    }[language],
  ];
}
