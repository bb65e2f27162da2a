import type { LocalizedText } from "../localized-text.ts";
import type { ChangeKind } from "./instrument-change.ts";

/** What a kind of change does to stored answers and to comparing versions, unless something more exact is known. */
export const consequences: Record<ChangeKind, LocalizedText> = {
  added: {
    de: "Gespeicherte Antworten bleiben; wer eine frühere Fassung beantwortet hat, steht hier als „nicht in dieser Fassung“.",
    en: "Stored answers stay; whoever answered an earlier version is marked “not in this version” here.",
  },
  removed: {
    de: "Gespeicherte Antworten bleiben im Datensatz; wer die neue Fassung beantwortet, steht hier als „nicht in dieser Fassung“.",
    en: "Stored answers stay in the dataset; whoever answers the new version is marked “not in this version” here.",
  },
  reworded: {
    de: "Prüfen Sie den Sinn: Bedeutet der neue Wortlaut etwas anderes, sind die Antworten nicht vergleichbar; dann braucht es einen neuen Namen oder eine neue Hauptversion.",
    en: "Check the meaning: if the new wording means something else, answers cannot be compared; then take a new name or a new major version.",
  },
  corrected: {
    de: "Die Antworten bleiben vergleichbar.",
    en: "Answers stay comparable.",
  },
  recoded: {
    de: "Derselbe Code bedeutet Verschiedenes: Die Antworten beider Fassungen dürfen nicht zusammen ausgewertet werden.",
    en: "The same code means different things: answers of the two versions must not be analysed together.",
  },
  "re-ordered": {
    de: "Gespeicherte Antworten bleiben; die Reihenfolge kann beeinflussen, wie geantwortet wird.",
    en: "Stored answers stay; order can influence how people answer.",
  },
  moved: {
    de: "Gespeicherte Antworten bleiben; was davor gefragt wird, kann beeinflussen, wie geantwortet wird.",
    en: "Stored answers stay; what is asked before can influence how people answer.",
  },
  condition: {
    de: "Gespeicherte Antworten bleiben; gefragt werden andere Personen. Vergleichen Sie nur, wer in beiden Fassungen gefragt wurde.",
    en: "Stored answers stay; other people are asked. Compare only those asked in both versions.",
  },
  scale: {
    de: "Die Antwortskala ist eine andere: Mittelwerte und Anteile beider Fassungen sind nicht vergleichbar.",
    en: "The response scale is another one: means and shares of the two versions cannot be compared.",
  },
  required: {
    de: "Gespeicherte Antworten bleiben; der Anteil fehlender Antworten ist nicht vergleichbar.",
    en: "Stored answers stay; the share of missing answers cannot be compared.",
  },
  scoring: {
    de: "Gespeicherte Antworten bleiben; die berechneten Werte beider Fassungen sind nicht vergleichbar.",
    en: "Stored answers stay; the computed scores of the two versions cannot be compared.",
  },
  setting: {
    de: "Gespeicherte Antworten bleiben; prüfen Sie, ob anders gefragt wird als zuvor.",
    en: "Stored answers stay; check whether it asks differently than before.",
  },
  description: {
    de: "Die Antworten sind davon nicht berührt.",
    en: "Answers are not touched by it.",
  },
};

/** Consequences that depend on what was changed. */
export const specialConsequences = {
  ranking: {
    de: "Ränge hängen davon ab, was zur Wahl steht: Die Rangtabellen beider Fassungen sind nicht vergleichbar.",
    en: "Ranks depend on what there is to choose from: the ranking tables of the two versions cannot be compared.",
  },
  options: {
    de: "Gespeicherte Antworten bleiben; Anteile verschieben sich, wenn anderes zur Wahl steht.",
    en: "Stored answers stay; shares shift when there are other options to choose from.",
  },
  index: {
    de: "Gespeicherte Antworten bleiben; der Kennwert wird aus ihnen berechnet, soweit sie reichen.",
    en: "Stored answers stay; the index is computed from them as far as they go.",
  },
  type: {
    de: "Die Antworten haben eine andere Form: Sie brauchen einen neuen Namen oder eine neue Hauptversion.",
    en: "Answers have another form: take a new name or a new major version.",
  },
  composition: {
    de: "Der Wert des Konstrukts beruht auf anderen Items und ist nicht vergleichbar.",
    en: "The score of the construct rests on other items and cannot be compared.",
  },
} as const satisfies Record<string, LocalizedText>;
