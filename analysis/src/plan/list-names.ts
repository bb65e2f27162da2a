import type { LocalizedText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { StudyPlan } from "./study-plan.ts";

/** What respondents give: whole rankings, or lists of so many places. */
export function nameOfLists({ items }: Pick<StudyPlan, "items">, top: number): LocalizedText {
  if (top >= items.length) return { de: "ganze Rangfolgen", en: "whole rankings" };
  const places = { de: formatNumber(top, "de"), en: formatNumber(top, "en") };
  return top === 1
    ? { de: "nur 1 Platz", en: "only 1 place" }
    : { de: `nur ${places.de} Plätze`, en: `only ${places.en} places` };
}
