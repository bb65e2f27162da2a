import type { Language } from "@mehrwert/study";
import { filled, rankingWords } from "../words.ts";
import type { Placement, PlacementStep } from "./placement.ts";

/**
 * What a step did, in words, for the status line that is read aloud: "Wissenstransfer: Platz 1 von 8".
 * `labels` gives the text of an option in the page's language.
 */
export function announcementOf(
  step: PlacementStep,
  before: Placement,
  after: Placement,
  {
    places,
    labels,
    language,
  }: { places: number; labels: (option: string) => string; language: Language },
): string {
  const place = (option: string) => after.placed.indexOf(option) + 1;
  const label = labels(step.option);
  if (after === before && step.step === "place") return filled(rankingWords.full[language], places);
  if (step.step === "take-back") return filled(rankingWords.takenBack[language], label);
  if (step.step === "swap" && after !== before) {
    const other = labels(step.with);
    return place(step.option) === 0
      ? filled(rankingWords.replaced[language], other, place(step.with), label)
      : filled(rankingWords.swapped[language], label, place(step.option), other, place(step.with));
  }
  return filled(rankingWords.atPlace[language], label, place(step.option), places);
}
