/** What testers read beside the questionnaire. */
export const pilotWords = {
  title: { de: "Probelauf", en: "Pilot" },
  banner: {
    de: "Probelauf: Ihre Antworten sind Testantworten und zählen nicht mit.",
    en: "Pilot: your answers are test answers and do not count.",
  },
  footer: {
    de: "Gespeichert wird erst, was Sie am Ende absenden, und jede Anmerkung, die Sie abschicken. Nichts davon kommt in die Ergebnisse.",
    en: "Only what you submit at the end is stored, and each comment that you send. None of it enters the results.",
  },
  loading: { de: "Der Probelauf wird geladen …", en: "The pilot is loading …" },
  unknownTitle: { de: "Dieser Link gilt nicht", en: "This link is not valid" },
  unknownText: {
    de: "Vielleicht wurde er erneuert. Fragen Sie die Person, die ihn geschickt hat.",
    en: "It may have been renewed. Ask the person who sent it.",
  },
  comment: { de: "Anmerkung zu dieser Seite", en: "Comment on this page" },
  commentHint: {
    de: "Was ist unklar, fehlt oder stört? Bitte keine Namen.",
    en: "What is unclear, missing or in the way? Please no names.",
  },
  send: { de: "Anmerkung abschicken", en: "Send the comment" },
  sent: { de: "Danke, die Anmerkung ist gespeichert.", en: "Thank you, the comment is stored." },
  failed: {
    de: "Die Anmerkung kam nicht an. Bitte versuchen Sie es noch einmal.",
    en: "The comment did not arrive. Please try again.",
  },
  thanksTitle: { de: "Danke fürs Ausprobieren", en: "Thank you for trying" },
  thanksText: {
    de: "Ihre Testantworten sind gespeichert, getrennt von allen echten. Wenn Ihnen zum Ganzen etwas aufgefallen ist, schreiben Sie es hier.",
    en: "Your test answers are stored, apart from all real ones. If you noticed something about the whole, write it here.",
  },
  again: { de: "Noch einmal ausprobieren", en: "Try once more" },
  declined: {
    de: "Sie haben abgelehnt. Nichts wurde gespeichert.",
    en: "You declined. Nothing was stored.",
  },
} as const;
