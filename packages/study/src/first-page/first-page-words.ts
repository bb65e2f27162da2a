import type { LocalizedText } from "../localized-text.ts";

/**
 * Every text that stands before the questionnaire and comes neither from the study nor from its instrument. The server
 * writes them into the page; the participant's app shows the same ones when somebody comes back to the beginning.
 */
export const firstPageWords = {
  duration: { de: "Dauer", en: "Duration" },
  minutes: { de: "Minuten", en: "minutes" },
  moreInformation: {
    de: "Weitere Angaben zu Datenschutz und Auswertung",
    en: "Further information on data protection and analysis",
  },
  simulatedTitle: {
    de: "Vorführung mit simulierten Daten",
    en: "Demonstration with simulated data",
  },
  simulatedText: {
    de: "Diese Befragung zeigt, wie Mehrwert arbeitet. Sie begann mit Antworten, die ein Programm erzeugt hat.",
    en: "This questionnaire shows how Mehrwert works. It began with responses made by a program.",
  },
  begin: { de: "Weiter", en: "Continue" },
  chooseConsent: {
    de: "Bitte wählen Sie aus, ob Sie teilnehmen möchten.",
    en: "Please choose whether you want to take part.",
  },
  needsScript: {
    de: "Diese Seite können Sie lesen. Der Fragebogen selbst braucht JavaScript. Bitte schalten Sie es für diese Adresse ein und laden Sie die Seite neu.",
    en: "You can read this page. The questionnaire itself needs JavaScript. Please switch it on for this address and reload the page.",
  },
  loading: { de: "Die Befragung wird geladen …", en: "Loading the questionnaire …" },
  keptHere: {
    de: "Bis zum Absenden bleiben Ihre Antworten nur in diesem Browserfenster. Diese Seite setzt keine Cookies.",
    en: "Until you submit, your answers stay in this browser window only. This page sets no cookies.",
  },
  noCookies: { de: "Diese Seite setzt keine Cookies.", en: "This page sets no cookies." },
  notKeptTitle: {
    de: "Ihr Browser lässt diese Seite nichts zwischenspeichern",
    en: "Your browser does not let this page keep anything",
  },
  keptInPage: {
    de: "Bis zum Absenden stehen Ihre Antworten nur auf dieser Seite: Laden Sie die Seite neu oder schließen Sie sie, gehen sie verloren. Diese Seite setzt keine Cookies.",
    en: "Until you submit, your answers exist on this page only: if you reload or close it, they are lost. This page sets no cookies.",
  },
  closedTitle: { de: "Diese Befragung ist beendet", en: "This questionnaire has ended" },
  closedText: {
    de: "Danke für Ihr Interesse. Es werden keine Antworten mehr angenommen.",
    en: "Thank you for your interest. Answers are no longer accepted.",
  },
  unknownTitle: { de: "Diese Befragung gibt es nicht", en: "There is no such questionnaire" },
  unknownText: {
    de: "Bitte prüfen Sie den Link, den Sie erhalten haben.",
    en: "Please check the link you were given.",
  },
  unreachableTitle: {
    de: "Die Befragung ist gerade nicht erreichbar",
    en: "The questionnaire cannot be reached right now",
  },
  unreachableText: {
    de: "Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
    en: "Please check your connection and try again.",
  },
  tryAgain: { de: "Jetzt erneut versuchen", en: "Try again now" },
} satisfies Record<string, LocalizedText>;
