import type { LocalizedText } from "../localized-text.ts";
import type { StudyMode } from "../study.ts";

/** What a mode is for whoever plans a study: its name, one sentence, and what it makes impossible. */
export type ModeExplanation = {
  name: LocalizedText;
  means: LocalizedText;
  impossible: LocalizedText;
};

/** The modes as a researcher chooses among them, from the least known about participants to the most. */
export const modeExplanations: Record<StudyMode, ModeExplanation> = {
  open: {
    name: { de: "Offen", en: "Open" },
    means: {
      de: "Wer den Link hat, kann teilnehmen, auch mehrmals; wer es war, erfährt niemand.",
      en: "Whoever has the link can take part, even more than once; nobody learns who it was.",
    },
    impossible: {
      de: "Nicht möglich: doppelte Teilnahmen verhindern, gezielt erinnern, eine Rücklaufquote berechnen, Wellen je Person verbinden.",
      en: "Not possible: preventing people from answering twice, reminding those who have not, a response rate, linking a person's waves.",
    },
  },
  anonymous: {
    name: { de: "Anonym", en: "Anonymous" },
    means: {
      de: "Jede eingeladene Person nimmt einmal teil, und niemand, auch der Server nicht, kann sagen, welche Antworten von ihr sind.",
      en: "Each person invited takes part once, and nobody, not even the server, can tell which answers are theirs.",
    },
    impossible: {
      de: "Nicht möglich: jemandes Antworten heraussuchen, Wellen je Person verbinden, nach Angaben aus der Einladungsliste auswerten.",
      en: "Not possible: finding somebody's answers, linking a person's waves, analysing by what the invitation list says.",
    },
  },
  pseudonymous: {
    name: { de: "Pseudonym", en: "Pseudonymous" },
    means: {
      de: "Ein Code, den alle selbst erzeugen, verbindet die Antworten einer Person über mehrere Wellen, ohne ihren Namen zu kennen.",
      en: "A code that people make themselves links one person's answers over several waves without knowing the name.",
    },
    impossible: {
      de: "Nicht möglich: die Studie anonym nennen; wer jemanden gut kennt, könnte dessen Code erraten. Ohne Code-Frage im Fragebogen geht es nicht.",
      en: "Not possible: calling the study anonymous; who knows somebody well might guess their code. It needs a code question in the questionnaire.",
    },
  },
  confidential: {
    name: { de: "Vertraulich", en: "Confidential" },
    means: {
      de: "Die Antworten stehen unter einer Kennung, die zur Einladung gehört; wer die Studie leitet, kann sie zuordnen.",
      en: "Answers are kept under a pseudonym that belongs to the invitation; whoever leads the study can tell whose they are.",
    },
    impossible: {
      de: "Nicht möglich: Anonymität zusagen. Wählen Sie dies nur für Panels und Begleitforschung mit Einwilligung in genau diese Zuordnung.",
      en: "Not possible: promising anonymity. Choose this only for panels and accompanying research whose participants consent to exactly this.",
    },
  },
};
