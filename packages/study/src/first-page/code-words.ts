import type { Language, LocalizedText } from "../localized-text.ts";

/** The codes people are given, as `SecretCodeKind` of the privacy package names them. */
type Kind = "participation" | "resume" | "receipt";

/** Each code in the words of its label. */
export const codeNames: Record<Kind, LocalizedText> = {
  participation: { de: "Teilnahmecode", en: "Participation code" },
  resume: { de: "Fortsetzungscode", en: "Resume code" },
  receipt: { de: "Löschcode", en: "Deletion code" },
};

const inSentence: Record<Kind, LocalizedText> = {
  participation: { de: "Teilnahmecode", en: "participation code" },
  resume: { de: "Fortsetzungscode", en: "resume code" },
  receipt: { de: "Löschcode", en: "deletion code" },
};

const whereFrom: Record<Kind, LocalizedText> = {
  participation: {
    de: "Er steht in Ihrer Einladung; mit deren Link ist er schon eingetragen.",
    en: "It is in your invitation; its link fills it in for you.",
  },
  resume: {
    de: "Sie haben ihn beim Unterbrechen gesehen.",
    en: "You saw it when you paused.",
  },
  receipt: {
    de: "Sie haben ihn nach dem Absenden gesehen.",
    en: "You saw it after submitting.",
  },
};

const form: LocalizedText = {
  de: "25 Zeichen, zum Beispiel 7K2QM-… Groß- und Kleinschreibung und Striche sind gleichgültig.",
  en: "25 characters, for example 7K2QM-… Capitals and hyphens do not matter.",
};

/** Where a code comes from and what it looks like. */
export function codeHint(kind: Kind, language: Language): string {
  return `${whereFrom[kind][language]} ${form[language]}`;
}

const complaints = {
  length: {
    de: "Ein {0} hat 25 Zeichen. Bitte prüfen Sie, ob etwas fehlt oder zu viel ist.",
    en: "A {0} has 25 characters. Please check whether one is missing or too many.",
  },
  character: {
    de: "Ein {0} besteht nur aus Ziffern und Buchstaben, ohne U und ohne Umlaute. Bitte prüfen Sie Ihre Eingabe.",
    en: "A {0} consists of digits and letters only, without U. Please check what you typed.",
  },
  check: {
    de: "Dieser Code stimmt nicht: Ein Zeichen ist falsch, oder zwei sind vertauscht. Bitte vergleichen Sie ihn mit Ihrer Notiz.",
    en: "This code is not right: one character is wrong, or two have changed places. Please compare it with your note.",
  },
  "other-kind": {
    de: "Das ist ein anderer Code. Mit dem Teilnahmecode beginnen Sie, mit dem Fortsetzungscode machen Sie weiter, mit dem Löschcode löschen Sie nach dem Absenden. Hier brauchen Sie den {0}.",
    en: "This is another code. The participation code is for beginning, the resume code for going on, the deletion code for deleting after submission. Here you need the {0}.",
  },
} satisfies Record<string, LocalizedText>;

/** What may be wrong with a code as it was typed, by the names `readSecretCode` has for it. */
export function codeComplaints(
  kind: Kind,
  language: Language,
): Record<keyof typeof complaints, string> {
  const told = (mistake: keyof typeof complaints) =>
    complaints[mistake][language].replace("{0}", inSentence[kind][language]);
  return {
    length: told("length"),
    character: told("character"),
    check: told("check"),
    "other-kind": told("other-kind"),
  };
}

/** What a server may say of a code that is sound in itself. */
export const codeAnswers = {
  "not-free": {
    de: "Mit diesem Code kann nicht begonnen werden: Er gehört nicht zu dieser Befragung, oder mit ihm wurde schon begonnen. Wenn Sie das waren, machen Sie unten mit dem Fortsetzungscode weiter. Neu ausstellen kann den Code niemand, weil niemand weiß, welche Antworten zu ihm gehören.",
    en: "Nobody can begin with this code: it does not belong to this study, or somebody has begun with it already. If that was you, go on below with your resume code. Nobody can issue the code anew, because nobody knows which answers belong to it.",
  },
  "not-begun": {
    de: "Zu diesem Code gibt es keine unfertigen Antworten: Sie sind gelöscht, oder der Code gehört zu einer anderen Befragung.",
    en: "There are no unfinished answers for this code: they have been deleted, or the code belongs to another study.",
  },
  unreachable: {
    de: "Der Server ist gerade nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
    en: "The server cannot be reached right now. Please check your connection and try again.",
  },
} satisfies Record<string, LocalizedText>;
