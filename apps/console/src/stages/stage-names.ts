/** The five stages of a study, in the order of its life, as in addresses and as people read them. */
export const stageNames = {
  plan: { de: "Planung", en: "Plan" },
  pilot: { de: "Probelauf", en: "Pilot" },
  field: { de: "Erhebung", en: "Field" },
  results: { de: "Ergebnisse", en: "Results" },
  archive: { de: "Archiv", en: "Archive" },
} as const;

export type Stage = keyof typeof stageNames;
