import type { LocalizedText } from "@mehrwert/study";

/** Names of the statistics of a ranking table, as they stand in the JSON document. */
export type RankingStatistic =
  | "mean-rank"
  | "median-rank"
  | "borda-points"
  | "first-share"
  | "top-share"
  | "lead-over-next"
  | "kendalls-w"
  | "friedman-chi-square";

/** How each statistic of a ranking table is computed, one sentence. */
export const rankingMethods: Record<RankingStatistic, LocalizedText> = {
  "mean-rank": {
    de: "Mittlerer Rang über die vollständigen Antworten, 1 = am wichtigsten; Perzentil-Bootstrap-Intervall über Befragte.",
    en: "Mean rank over complete answers, 1 = most valued; percentile bootstrap interval over respondents.",
  },
  "median-rank": {
    de: "Median der Ränge über die vollständigen Antworten.",
    en: "Median of the ranks over complete answers.",
  },
  "borda-points": {
    de: "Borda-Punkte über die vollständigen Antworten: je Antwort die Zahl der dahinter eingeordneten Optionen.",
    en: "Borda points over complete answers: per answer, the number of options placed behind.",
  },
  "first-share": {
    de: "Anteil auf dem ersten Rang, über alle mit ausreichend vielen eingeordneten Optionen; Wilson-Intervall.",
    en: "Share on first rank, over all who placed enough options; Wilson interval.",
  },
  "top-share": {
    de: "Anteil unter den ersten k Rängen, über alle mit mindestens k eingeordneten Optionen; Wilson-Intervall.",
    en: "Share among the first k ranks, over all who placed at least k options; Wilson interval.",
  },
  "lead-over-next": {
    de: "Mittlerer Rang der nächsten Zeile minus der dieser Zeile; Bootstrap-Intervall aus denselben Ziehungen.",
    en: "Mean rank of the next row minus that of this row; bootstrap interval from the same draws.",
  },
  "kendalls-w": {
    de: "Kendalls W über die vollständigen Antworten, mit Bindungskorrektur.",
    en: "Kendall's W over complete answers, corrected for ties.",
  },
  "friedman-chi-square": {
    de: "Friedman-Test über die vollständigen Antworten, mit Bindungskorrektur; p aus der Chi-Quadrat-Verteilung.",
    en: "Friedman test over complete answers, corrected for ties; p from the chi-square distribution.",
  },
};

/** The same with BCa intervals. */
export const correctedRankingMethods: Record<RankingStatistic, LocalizedText> = {
  ...rankingMethods,
  "mean-rank": {
    de: "Mittlerer Rang über die vollständigen Antworten, 1 = am wichtigsten; BCa-Bootstrap-Intervall über Befragte.",
    en: "Mean rank over complete answers, 1 = most valued; BCa bootstrap interval over respondents.",
  },
};

/** The same, where so many answered that the normal distribution replaces the bootstrap. */
export const normalRankingMethods: Record<RankingStatistic, LocalizedText> = {
  ...rankingMethods,
  "mean-rank": {
    de: "Mittlerer Rang über die vollständigen Antworten, 1 = am wichtigsten; Intervall aus der Normalverteilung des Mittelwerts.",
    en: "Mean rank over complete answers, 1 = most valued; interval from the normal distribution of the mean.",
  },
  "lead-over-next": {
    de: "Mittlerer Rang der nächsten Zeile minus der dieser Zeile; Intervall aus der Normalverteilung des Unterschieds.",
    en: "Mean rank of the next row minus that of this row; interval from the normal distribution of the difference.",
  },
};
