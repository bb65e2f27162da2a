import { missingInformation } from "../field-plan/missing-texts.ts";
import { informationNames } from "../field-plan/planned-text.ts";
import type { PlannedStudy } from "../field-plan.ts";
import { languages } from "../language.ts";
import type { ChecklistItem } from "./checklist-item.ts";

/** A study has a name in every language: colleagues read the console in both. */
export function checkTitle({ study: { title } }: PlannedStudy): ChecklistItem {
  const about = { id: "title", title: { de: "Name", en: "Name" }, path: "#/title" };
  if (languages.every((language) => title[language].trim() !== ""))
    return {
      ...about,
      state: "done",
      message: { de: `„${title.de}“`, en: `“${title.en}”` },
    };
  return {
    ...about,
    state: "missing",
    message: {
      de: "Die Studie hat nicht in jeder Sprache einen Namen.",
      en: "The study does not have a name in every language.",
    },
    advice: { de: "Tragen Sie ihn ein.", en: "Fill it in." },
  };
}

/** What participants must be told before they consent. */
export function checkInformation({ study }: PlannedStudy): ChecklistItem {
  const missing = new Set(missingInformation(study).map(({ name }) => name)).size;
  const all = informationNames.length;
  const about = {
    id: "information",
    title: { de: "Informationen für Teilnehmende", en: "Information for participants" },
    path: "#/informationSheet",
  };
  if (missing === 0)
    return {
      ...about,
      state: "done",
      message: { de: `Alle ${all} Texte sind da.`, en: `All ${all} texts are there.` },
    };
  return {
    ...about,
    state: "missing",
    message: {
      de: `Von ${all} Texten fehlen ${missing}.`,
      en: `Of ${all} texts, ${missing} are missing.`,
    },
    advice: {
      de: "Füllen Sie jeden in allen Sprachen der Studie aus; ohne sie ist keine Einwilligung möglich.",
      en: "Fill in each of them in all languages of the study; nobody can consent without them.",
    },
  };
}
