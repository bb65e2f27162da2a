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
    de: "Was Sie antworten, wird verschlüsselt zwischengespeichert. Lesen kann es bis zum Absenden nur, wer Ihren Fortsetzungscode hat. Wie viele Minuten Sie brauchen und welche Art Gerät Sie benutzen, wird nur für alle zusammen gezählt. Diese Seite setzt keine Cookies.",
    en: "What you answer is saved in encrypted form as you go. Until you submit, only whoever has your resume code can read it. How many minutes you need and which kind of device you use is counted for all together only. This page sets no cookies.",
  },
  noCookies: { de: "Diese Seite setzt keine Cookies.", en: "This page sets no cookies." },
  notKeptTitle: {
    de: "Ihr Browser lässt diese Seite nichts auf dem Gerät speichern",
    en: "Your browser does not let this page keep anything on the device",
  },
  keptInPage: {
    de: "Was Sie antworten, wird nur verschlüsselt auf dem Server zwischengespeichert. Wenn Sie die Seite neu laden oder schließen, brauchen Sie zum Weitermachen den Fortsetzungscode. Wie viele Minuten Sie brauchen und welche Art Gerät Sie benutzen, wird nur für alle zusammen gezählt. Diese Seite setzt keine Cookies.",
    en: "What you answer is saved in encrypted form on the server only. If you reload or close the page, you need the resume code to go on. How many minutes you need and which kind of device you use is counted for all together only. This page sets no cookies.",
  },
  mode: { de: "Teilnahme", en: "Taking part" },
  key: { de: "Schlüssel dieser Befragung (SHA-256)", en: "Key of this study (SHA-256)" },
  whatIsSeen: {
    de: "Was der Betreiber sehen kann und was nicht",
    en: "What the operator can and cannot see",
  },
  shared: {
    de: "Dieses Gerät benutzen auch andere: hier nichts speichern",
    en: "Others use this device, too: keep nothing on it",
  },
  resumeTitle: {
    de: "Schon begonnen? Mit dem Fortsetzungscode weitermachen",
    en: "Begun already? Go on with your resume code",
  },
  resumeHere: {
    de: "Auf diesem Gerät liegen unfertige Antworten zu dieser Befragung, verschlüsselt. Zum Weitermachen brauchen Sie den Fortsetzungscode.",
    en: "There are unfinished answers to this study on this device, encrypted. To go on you need the resume code.",
  },
  resume: { de: "Weitermachen", en: "Go on" },
  working: { de: "Der Code wird geprüft …", en: "Checking the code …" },
  wrongKeyTitle: {
    de: "Der Schlüssel dieser Befragung stimmt nicht",
    en: "The key of this study is not the right one",
  },
  wrongKeyText: {
    de: "Der Server zeigt einen anderen Schlüssel als Ihre Einladung. Damit könnte er Sie wiedererkennen. Bitte nehmen Sie nicht teil und melden Sie es den Verantwortlichen oder der Personalvertretung. Gesendet wurde nichts.",
    en: "The server shows another key than your invitation. With it, it could recognise you. Please do not take part, and tell those responsible or the staff representation. Nothing was sent.",
  },
  finishingTitle: { de: "Diese Befragung endet", en: "This study is ending" },
  finishingText: {
    de: "Beginnen kann niemand mehr. Wer schon begonnen hat, kann bis {0} mit dem Fortsetzungscode weitermachen und absenden.",
    en: "Nobody can begin any more. Whoever has begun can go on with the resume code, and submit, until {0}.",
  },
  plannedTitle: {
    de: "Diese Befragung hat noch nicht begonnen",
    en: "This questionnaire has not begun yet",
  },
  plannedText: {
    de: "Bitte kommen Sie wieder, wenn Sie dazu eingeladen sind. Gespeichert wurde nichts.",
    en: "Please come back when you are invited to it. Nothing was stored.",
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
