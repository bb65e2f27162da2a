import type { Language } from "@mehrwert/study";

/** What a study's status is called. */
export const statusWords = {
  planned: { de: "In Planung", en: "Being planned" },
  fielding: { de: "Erhebung läuft", en: "Collecting responses" },
  finishing: { de: "Erhebung endet", en: "Ending" },
  closed: { de: "Erhebung abgeschlossen", en: "Closed" },
  archived: { de: "Archiviert", en: "Archived" },
} as const;

const simulated = { de: "Simulierte Daten", en: "Simulated data" } as const;

/** Marks everything that did not come from people. */
export function SimulatedMark({ language }: { language: Language }) {
  return <strong className="simulated-mark">{simulated[language]}</strong>;
}
