import type { LocalizedText } from "@mehrwert/study";

/** Texts of the self-generated code. */
export const codeWords = {
  about: {
    de: "Aus diesen Angaben entsteht in Ihrem Browser ein Code, der Ihre Antworten aus mehreren Befragungen verbindet. Nur der Code wird gesendet; die Angaben selbst verlassen diese Seite nicht und werden nirgends gespeichert.",
    en: "From these details a code is made in your browser, which links your answers to several questionnaires. Only the code is sent; the details themselves do not leave this page and are not stored anywhere.",
  },
  warning: {
    de: "Mit diesem Code sind Ihre Antworten pseudonym, nicht anonym: Wer diese Angaben über Sie weiß, zum Beispiel aus dem engsten Kollegenkreis, könnte denselben Code bilden.",
    en: "With this code your answers are pseudonymous, not anonymous: somebody who knows these details about you, such as a close colleague, could make the same code.",
  },
  optional: { de: "Sie können die Frage überspringen.", en: "You can skip this question." },
  letter: { de: "Ein Buchstabe", en: "One letter" },
  day: { de: "Zwei Ziffern, 01 bis 31", en: "Two digits, 01 to 31" },
  digit: { de: "Eine Ziffer, 0 bis 9", en: "One digit, 0 to 9" },
  wrongLetter: { de: "Bitte einen Buchstaben eingeben.", en: "Please enter one letter." },
  wrongDay: {
    de: "Bitte eine Zahl von 01 bis 31 eingeben.",
    en: "Please enter a number from 01 to 31.",
  },
  wrongDigit: {
    de: "Bitte eine Ziffer von 0 bis 9 eingeben.",
    en: "Please enter a digit from 0 to 9.",
  },
  oneMissing: {
    de: "Noch eine Angabe fehlt. Ohne sie entsteht kein Code.",
    en: "One detail is still missing. Without it there is no code.",
  },
  missing: {
    de: "Noch {0} Angaben fehlen. Ohne sie entsteht kein Code.",
    en: "{0} details are still missing. Without them there is no code.",
  },
  working: { de: "Der Code wird gebildet …", en: "Making the code …" },
  made: {
    de: "Ihr Code ist gebildet.",
    en: "Your code is made.",
  },
  set: {
    de: "Ihr Code ist gesetzt. Die Angaben, aus denen er entstand, wurden nicht gespeichert.",
    en: "Your code is set. The details it was made from were not stored.",
  },
  change: { de: "Code neu bilden", en: "Make the code again" },
  impossible: {
    de: "Auf dieser Seite kann gerade kein Code gebildet werden. Sie können ohne Code fortfahren oder sich an die verantwortliche Stelle wenden.",
    en: "No code can be made on this page right now. You can go on without a code or contact those responsible.",
  },
} satisfies Record<string, LocalizedText>;
