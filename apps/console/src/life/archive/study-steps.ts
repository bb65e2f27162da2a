import type { LocalizedText, Study } from "@mehrwert/study";

/** One step of ending a study: what it is called, what it means, and when it can be taken. */
export type StudyStep = {
  name: "finish" | "close" | "freeze" | "archive" | "delete";
  from: readonly Study["status"][];
  label: LocalizedText;
  question: LocalizedText;
  consequences: readonly LocalizedText[];
};

/** The steps in their order. What cannot be undone says so. */
export const studySteps: readonly StudyStep[] = [
  {
    name: "finish",
    from: ["fielding"],
    label: { de: "Erhebung beenden", en: "End fielding" },
    question: { de: "Erhebung beenden?", en: "End fielding?" },
    consequences: [
      { de: "Niemand kann mehr beginnen.", en: "Nobody can begin any more." },
      {
        de: "Wer begonnen hat, kann noch einige Tage beenden und absenden.",
        en: "Whoever has begun can finish and submit for some more days.",
      },
    ],
  },
  {
    name: "close",
    from: ["fielding", "finishing"],
    label: { de: "Sofort schließen", en: "Close at once" },
    question: { de: "Die Welle sofort schließen?", en: "Close the wave at once?" },
    consequences: [
      { de: "Ab sofort wird nichts mehr angenommen.", en: "From now on nothing is accepted." },
      {
        de: "Wer begonnen und noch nicht abgesendet hat, verliert das Geschriebene.",
        en: "Whoever has begun and not submitted yet loses what was written.",
      },
    ],
  },
  {
    name: "freeze",
    from: ["closed"],
    label: { de: "Datensatz einfrieren", en: "Freeze the dataset" },
    question: { de: "Den Datensatz einfrieren?", en: "Freeze the dataset?" },
    consequences: [
      {
        de: "Der Datensatz jeder geschlossenen Welle wird als Datei mit Prüfsumme aufbewahrt.",
        en: "The dataset of every closed wave is kept as a file with a checksum.",
      },
      {
        de: "Eine eingefrorene Welle lässt sich nicht wieder öffnen.",
        en: "A frozen wave cannot be opened again.",
      },
      {
        de: "Zieht danach jemand Antworten zurück, wird die Datei gelöscht, und Sie frieren neu ein.",
        en: "If somebody withdraws answers afterwards, the file is deleted and you freeze anew.",
      },
    ],
  },
  {
    name: "archive",
    from: ["closed"],
    label: { de: "Archivieren", en: "Archive" },
    question: { de: "Die Studie archivieren?", en: "Archive the study?" },
    consequences: [
      {
        de: "Eingeladene, Codes, Schlüssel und der Probelauf werden gelöscht. Weitere Wellen gibt es dann nicht.",
        en: "People invited, codes, keys and the pilot are deleted. There can be no further waves.",
      },
      {
        de: "Antworten, eingefrorene Datensätze und kodierte Interviews bleiben bis zum Löschtag.",
        en: "Answers, frozen datasets and coded interviews stay until the day of deletion.",
      },
      { de: "Das lässt sich nicht rückgängig machen.", en: "This cannot be undone." },
    ],
  },
  {
    name: "delete",
    from: ["planned", "closed", "archived"],
    label: { de: "Studie löschen", en: "Delete the study" },
    question: {
      de: "Die Studie mit allen Antworten löschen?",
      en: "Delete the study with all answers?",
    },
    consequences: [
      {
        de: "Planung, Antworten, Datensätze und Eingeladene sind dann weg, auch für alle, die mitarbeiten.",
        en: "Plan, answers, datasets and people invited are gone, for everybody who works on it, too.",
      },
      {
        de: "Dieser Server nimmt dieselben Antworten nie wieder auf, auch nicht aus einer Sicherung oder Übergabe.",
        en: "This server never takes the same answers in again, not from a backup or a hand-over either.",
      },
      { de: "Das lässt sich nicht rückgängig machen.", en: "This cannot be undone." },
    ],
  },
];
