import type { LocalizedText } from "@mehrwert/study";

/** Texts around the statements of a Delphi round. */
export const statementRoundWords = {
  statement: { de: "Aussage {0} von {1}", en: "Statement {0} of {1}" },
  group: { de: "So antwortete die Gruppe zuletzt", en: "How the group answered last time" },
  summary: {
    de: "Antworten: {0}. Die Mitte (Median) liegt bei {1}, die mittlere Hälfte zwischen {2} und {3}.",
    en: "Answers: {0}. The middle (median) is {1}, the middle half lies between {2} and {3}.",
  },
  distribution: { de: "Verteilung der Antworten: {0}.", en: "Distribution of answers: {0}." },
  people: { de: "{1} × „{0}“", en: "{1} × “{0}”" },
  reasons: { de: "Begründungen aus der Gruppe ({0})", en: "Reasons given by the group ({0})" },
  own: { de: "Ihre letzte Antwort: {0}", en: "Your last answer: {0}" },
  outside: {
    de: "Ihre Bewertung liegt außerhalb der mittleren Hälfte der Gruppe. Das ist in Ordnung. Ihr Grund hilft den anderen: Bitte schreiben Sie ihn unten auf.",
    en: "Your rating lies outside the middle half of the group. That is fine. Your reason helps the others: please write it down below.",
  },
} satisfies Record<string, LocalizedText>;
