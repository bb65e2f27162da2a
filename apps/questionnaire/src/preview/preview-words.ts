import type { LocalizedText } from "@mehrwert/study";

/** Every text of the preview around the participant's pages. */
export const previewWords = {
  title: { de: "Vorschau", en: "Preview" },
  nothingStored: {
    de: "Vorschau: Nichts wird gespeichert, nichts wird gesendet.",
    en: "Preview: nothing is stored, nothing is sent.",
  },
  footer: {
    de: "Diese Vorschau behält keine Antworten: Wenn Sie die Seite neu laden, sind sie weg.",
    en: "This preview keeps no answers: if you reload the page, they are gone.",
  },
  controls: { de: "Vorschau steuern", en: "Control the preview" },
  goTo: { de: "Gehe zu", en: "Go to" },
  go: { de: "Anzeigen", en: "Show" },
  welcome: { de: "Begrüßung und Einwilligung", en: "Welcome and consent" },
  hiddenNow: { de: "{0} (jetzt verborgen)", en: "{0} (hidden now)" },
  again: { de: "Von vorn beginnen", en: "Begin anew" },
  why: { de: "Warum sehe ich das?", en: "Why is this shown?" },
  filledIn: {
    de: "Damit dieser Teil erscheint, sind Antworten eingesetzt: {0}",
    en: "For this part to appear, answers were filled in: {0}",
  },
  noWay: {
    de: "Für „{0}“ wurden keine Antworten gefunden, bei denen dieser Teil erscheint. Prüfen Sie die Bedingungen.",
    en: "No answers were found for which “{0}” appears. Check the conditions.",
  },
  whyTitle: { de: "Was gezeigt wird und warum", en: "What is shown, and why" },
  always: { de: "immer gezeigt", en: "always shown" },
  alwaysHere: { de: "auf dieser Seite immer gezeigt", en: "always shown on this page" },
  shownBecause: { de: "gezeigt, weil: {0}", en: "shown because: {0}" },
  hiddenBecause: {
    de: "verborgen, weil nicht gilt: {0}",
    en: "hidden because this does not hold: {0}",
  },
  hiddenEmpty: {
    de: "verborgen, weil keine ihrer Fragen gezeigt wird",
    en: "hidden because none of its questions is shown",
  },
  hiddenWithPage: {
    de: "verborgen, weil die Seite verborgen ist",
    en: "hidden because its page is hidden",
  },
  neverShown: { de: "wird nie gezeigt, zugeteilt ist: {0}", en: "never shown; assigned: {0}" },
  otherWords: { de: "in anderen Worten, weil: {0}", en: "in other words because: {0}" },
  answered: { de: "„{0}“: {1}", en: "“{0}”: {1}" },
  onlyAssigned: {
    de: "hier ist nichts zu beantworten",
    en: "nothing to answer here",
  },
  present: { de: "Antwort jetzt: {0}", en: "Answer now: {0}" },
  noAnswer: { de: "keine", en: "none" },
  thisPage: { de: "diese Seite", en: "this page" },
  hidden: { de: "verborgen", en: "hidden" },
  shown: { de: "gezeigt", en: "shown" },
  endTitle: { de: "So würden die Antworten gesendet", en: "The answers as they would be sent" },
  endText: {
    de: "Hier endet die Befragung. In einer Untersuchung gingen diese Werte an den Server; in der Vorschau gehen sie nirgendwohin.",
    en: "The questionnaire ends here. In a study these values would go to the server; in the preview they go nowhere.",
  },
  endedEarly: { de: "Vorzeitig beendet auf der Seite: {0}", en: "Ended early on page: {0}" },
  declined: {
    de: "Ohne Einwilligung endet die Befragung hier, und nichts wird gesendet.",
    en: "Without consent the questionnaire ends here, and nothing is sent.",
  },
  variable: { de: "Variable", en: "Variable" },
  asked: { de: "Gefragt", en: "Asked" },
  answer: { de: "Antwort", en: "Answer" },
  code: { de: "Code", en: "Code" },
  presentation: {
    de: "Was ausgelost oder beim Ordnen gezählt wurde",
    en: "What was drawn, or counted while ranking",
  },
  unknownTitle: { de: "Diesen Fragebogen gibt es nicht", en: "There is no such instrument" },
  unknownText: {
    de: "Bitte prüfen Sie Namen und Version in der Adresse.",
    en: "Please check name and version in the address.",
  },
  brokenTitle: {
    de: "Dieser Fragebogen lässt sich nicht zeigen",
    en: "This instrument cannot be shown",
  },
  brokenText: {
    de: "Er enthält einen Fehler, der die Anzeige verhindert: {0}",
    en: "It has an error that keeps it from being shown: {0}",
  },
  refusedText: {
    de: "Diese Fehler sind vorher zu beheben:",
    en: "These errors have to be mended first:",
  },
  loading: { de: "Der Fragebogen wird geladen …", en: "Loading the instrument …" },
} satisfies Record<string, LocalizedText>;
