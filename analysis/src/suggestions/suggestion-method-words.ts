import type { LocalizedText } from "@mehrwert/study";
import {
  classifierVersion,
  leastEstimate,
  leastInterviews,
  leastKnownNgrams,
  leastPassages,
} from "./classifier.ts";
import { dictionaryVersion } from "./dictionary.ts";
import type { SuggestionMethod } from "./suggestion-run.ts";

const never: LocalizedText = {
  de: "Ein Vorschlag ist keine Kodierung: Keine Häufigkeit, keine Übereinstimmung und kein Export zählt ihn, bis eine Person ihn annimmt.",
  en: "A suggestion is no coding: no frequency, no agreement and no export counts it until a person accepts it.",
};
const sentences: LocalizedText = {
  de: "Vorgeschlagen werden ganze Sätze der Befragten. Dieselben Daten und dieselbe Version ergeben dieselben Vorschläge; nichts daran ist zufällig.",
  en: "Whole sentences of respondents are suggested. The same data and version give the same suggestions; nothing in it is random.",
};

/** How suggestions came about and what they are worth, for the end of a report. */
export const suggestionMethodWords: Record<SuggestionMethod, readonly LocalizedText[]> = {
  dictionary: [
    never,
    sentences,
    {
      de: `Regeln ${dictionaryVersion}: Stichwörter des Codebuchs; deutsche Wörter ohne * werden am Wortstamm erkannt (Snowball 3.0.1), englische nur so, wie sie dastehen. Der Wert ist der Anteil der Stichwörter des Satzes, die für diesen Code sprechen. „Richtung prüfen“ steht da, wo eine Verneinung in der Nähe ist.`,
      en: `Rules ${dictionaryVersion}: keywords of the codebook; German words without * are recognised by their stem (Snowball 3.0.1), English ones only as written. The score is the share of the sentence's keywords that speak for this code. “Check polarity” stands where a negation is near.`,
    },
    {
      de: "Güte: Ein Satz gilt als kodiert, wenn eine Kodierung mindestens die Hälfte bedeckt. Genauigkeit ist der Anteil des Vorgeschlagenen, das so kodiert ist, Trefferquote der Anteil des Kodierten, das vorgeschlagen wird.",
      en: "Quality: a sentence counts as coded if a coding covers at least half of it. Precision is the share of what is suggested that is coded so, recall the share of what is coded that is suggested.",
    },
  ],
  classifier: [
    never,
    sentences,
    {
      de: `Modell ${classifierVersion}: logistische Regression auf Folgen von 3 bis 5 Zeichen; ein Satz gilt als kodiert, wenn eine Kodierung mindestens die Hälfte bedeckt. Vorgeschlagen wird ab einem Schätzwert von ${leastEstimate}; er ist keine Wahrscheinlichkeit, weil seltene Codes so schwer wiegen wie häufige. Sätze, von denen es weniger als ${leastKnownNgrams} Zeichenfolgen kennt, beurteilt es nicht.`,
      en: `Model ${classifierVersion}: logistic regression on runs of 3 to 5 characters; a sentence counts as coded if a coding covers at least half of it. Suggested is what reaches an estimate of ${leastEstimate}; it is no probability, because rare codes weigh as much as frequent ones. Sentences of which it knows fewer than ${leastKnownNgrams} runs of characters are not judged.`,
    },
    {
      de: `Güte: Jedes Interview beurteilt ein Modell, das aus allen anderen gelernt hat. Unter ${leastPassages} Stellen oder ${leastInterviews} Interviews gibt es für einen Code kein Modell, und keines, wenn es in dieser Prüfung nie recht hatte. Interviews, aus denen gelernt wird, sollten ganz kodiert sein: Was dort nicht kodiert ist, gilt als Gegenbeispiel.`,
      en: `Quality: each interview is judged by a model that learned from all others. Below ${leastPassages} passages or ${leastInterviews} interviews there is no model for a code, and none if it was never right in this test. Interviews that are learned from should be coded whole: what is not coded there counts as a counterexample.`,
    },
  ],
};
