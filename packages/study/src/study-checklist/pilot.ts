import type { ChecklistItem, PilotState } from "./checklist-item.ts";

/** Whether somebody has tried it out, and what they said. */
export function checkPilot(pilot: PilotState | undefined): ChecklistItem[] {
  if (pilot === undefined) return [];
  const about = { id: "pilot", title: { de: "Probelauf", en: "Pilot" } };
  const { testers, openComments } = pilot;
  if (testers === 0)
    return [
      {
        ...about,
        state: "look",
        message: {
          de: "Noch niemand hat die Befragung bis zum Ende ausprobiert.",
          en: "Nobody has tried the survey to its end yet.",
        },
        advice: {
          de: "Bitten Sie drei Menschen aus der Zielgruppe, sie laut denkend auszufüllen.",
          en: "Ask three people it is meant for to fill it in, thinking aloud.",
        },
      },
    ];
  if (openComments > 0)
    return [
      {
        ...about,
        state: "look",
        message: {
          de: `Offene Anmerkungen aus dem Probelauf: ${openComments}.`,
          en: `Open comments from the pilot: ${openComments}.`,
        },
        advice: { de: "Lesen Sie sie, und haken Sie sie ab.", en: "Read them and settle them." },
      },
    ];
  return [
    {
      ...about,
      state: "done",
      message: {
        de: `Ausprobiert: ${testers}-mal bis zum Ende.`,
        en: `Tried out to the end: ${testers} times.`,
      },
    },
  ];
}
