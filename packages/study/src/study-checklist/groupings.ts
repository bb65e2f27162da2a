import { groupingVariables } from "../field-plan/grouping-variables.ts";
import type { PlannedStudy } from "../field-plan.ts";
import type { Instrument } from "../instrument.ts";
import type { ChecklistItem } from "./checklist-item.ts";

/** By what results are broken down is asked for, and as a single choice. */
export function checkGroupings(
  { study: { groupedBy } }: PlannedStudy,
  instrument: Instrument | undefined,
): ChecklistItem[] {
  if (groupedBy === undefined || instrument === undefined) return [];
  const about = {
    id: "groupings",
    title: { de: "Aufteilung der Ergebnisse", en: "Breakdown of results" },
    path: "#/groupedBy",
  };
  const offered = new Map(groupingVariables(instrument).map(({ name, label }) => [name, label]));
  const unknown = groupedBy.filter((name) => !offered.has(name));
  if (unknown.length === 0) {
    const named = (language: "de" | "en") =>
      groupedBy.map((name) => offered.get(name)?.[language]).join("; ");
    return [{ ...about, state: "done", message: { de: named("de"), en: named("en") } }];
  }
  const names = unknown.join(", ");
  return [
    {
      ...about,
      state: "missing",
      message: {
        de: `Der Fragebogen fragt nicht nach ${names}, oder nicht mit einer einzigen Auswahl.`,
        en: `The questionnaire does not ask for ${names}, or not as a single choice.`,
      },
      advice: {
        de: "Wählen Sie neu, wonach aufgeteilt wird.",
        en: "Choose anew what to break down by.",
      },
    },
  ];
}
