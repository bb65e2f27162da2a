import type { LocalizedText } from "@mehrwert/study";

/** Texts around the recommendation of a decision aid. */
export const decisionWords = {
  howTo: {
    de: "Sobald Sie ein Kriterium bewertet haben, können Sie angeben, wie viel es zählt.",
    en: "Once you have rated a criterion, you can say how much it counts.",
  },
  weight: { de: "Gewicht (ohne Angabe: {0})", en: "Weight (if none is chosen: {0})" },
  title: { de: "Empfehlung", en: "Recommendation" },
  pending: {
    de: "Die Empfehlung erscheint, sobald alle Kriterien bewertet sind, die dafür zählen. Es fehlen noch: {0}.",
    en: "The recommendation appears once all criteria that count for it are rated. Still missing: {0}.",
  },
  announced: { de: "Empfehlung: {0}", en: "Recommendation: {0}" },
  conflict: {
    de: "Ihre Antworten sprechen zugleich stark für beides.",
    en: "Your answers speak strongly for both at once.",
  },
  score: {
    de: "Wert {0} auf einer Skala von −1 ({1}) bis 1 ({2})",
    en: "Score {0} on a scale from −1 ({1}) to 1 ({2})",
  },
  reasons: {
    de: "Was in die Empfehlung eingeht",
    en: "What the recommendation takes into account",
  },
  ratings: { de: "Ihre Bewertungen", en: "Your ratings" },
  criterion: { de: "Kriterium", en: "Criterion" },
  rating: { de: "Bewertung", en: "Rating" },
  weightColumn: { de: "Gewicht", en: "Weight" },
  print: { de: "Ergebnis drucken", en: "Print the result" },
} satisfies Record<string, LocalizedText>;
