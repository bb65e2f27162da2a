import type { LocalizedText } from "@mehrwert/study";

/** What a reader must know of a table from which something was left out: that it was, and what the rest rests on. */
export function smallGroupNotes({
  minimum,
  options,
  topK,
  hidesRanks,
  hidesShares,
}: {
  minimum: number;
  options: number;
  topK: number;
  hidesRanks: boolean;
  hidesShares: boolean;
}): LocalizedText[] {
  const hidden = {
    de: `Werte, die auf weniger als ${minimum} Personen beruhen oder so kleine Gruppen errechnen ließen, werden nicht gezeigt.`,
    en: `Figures that rest on fewer than ${minimum} people, or from which such small groups could be computed, are not shown.`,
  };
  const shares = {
    de: `Anteile beruhen auf Rangfolgen mit mindestens ${topK} Optionen.`,
    en: `Shares rest on rankings with at least ${topK} options.`,
  };
  const ranks = hidesRanks
    ? {
        de: `Die Reihenfolge folgt den Anteilen, weil weniger als ${minimum} Rangfolgen alle ${options} Optionen enthalten.`,
        en: `The order follows the shares, because fewer than ${minimum} rankings hold all ${options} options.`,
      }
    : {
        de: `Mittlere Ränge, Mediane, Borda-Punkte und Einigkeit beruhen auf vollständigen Rangfolgen, in denen alle ${options} Optionen stehen.`,
        en: `Mean ranks, medians, Borda points and agreement rest on complete rankings, those that hold all ${options} options.`,
      };
  return hidesShares ? [hidden] : [hidden, ranks, shares];
}
