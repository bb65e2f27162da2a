import type { LocalizedText } from "@mehrwert/study";

/** Texts of the form on which people report a barrier. */
export const feedbackWords = {
  title: { de: "Barriere melden", en: "Report a barrier" },
  errorPrefix: { de: "Fehler: ", en: "Error: " },
  intro: {
    de: "Schreiben Sie uns, was Sie daran hindert, eine Seite zu lesen oder zu bedienen. Sie müssen sich nicht anmelden.",
    en: "Write to us what keeps you from reading or using a page. You need not log in.",
  },
  barrier: { de: "Was ist die Barriere?", en: "What is the barrier?" },
  barrierHint: {
    de: "Höchstens 4000 Zeichen. Es hilft uns, wenn Sie auch Hilfsmittel und Browser nennen.",
    en: "At most 4000 characters. It helps us if you name your assistive technology and browser, too.",
  },
  place: { de: "Auf welcher Seite? (freiwillig)", en: "On which page? (optional)" },
  placeHint: {
    de: "Adresse oder Überschrift der Seite. Sie können das ändern oder leeren.",
    en: "Address or heading of the page. You can change or empty this.",
  },
  replyTo: {
    de: "Wie dürfen wir Ihnen antworten? (freiwillig)",
    en: "How may we reply to you? (optional)",
  },
  replyToHint: {
    de: "Zum Beispiel E-Mail-Adresse oder Telefonnummer. Ohne Angabe bleiben Sie anonym, wir können dann aber nicht antworten.",
    en: "For example an e-mail address or telephone number. Without it you stay anonymous, but then we cannot reply.",
  },
  privacyTitle: { de: "Was mit Ihrer Meldung geschieht", en: "What happens to your message" },
  privacy: {
    de: "Gespeichert werden nur Ihre Angaben und der Tag, getrennt von allen Befragungen. Nichts verbindet sie mit Antworten, die Sie gegeben haben; schreiben Sie deshalb bitte nichts aus Ihren Antworten hinein. Lesen kann die Meldung die betreibende Stelle. Nach zwölf Monaten wird sie gelöscht. Wir antworten innerhalb eines Monats, wenn Sie uns sagen, wie.",
    en: "Only what you enter and the day are stored, apart from all surveys. Nothing connects them with answers you have given; so please do not write anything from your answers here. The operator can read the message. It is deleted after twelve months. We reply within one month if you tell us how.",
  },
  submit: { de: "Meldung absenden", en: "Send the message" },
  errorsTitle: { de: "Noch nicht gesendet", en: "Not sent yet" },
  required: {
    de: "Bitte beschreiben Sie die Barriere.",
    en: "Please describe the barrier.",
  },
  tooLong: {
    de: "Bitte kürzen Sie diesen Text auf höchstens {0} Zeichen.",
    en: "Please shorten this text to {0} characters at most.",
  },
  tooMany: {
    de: "Gerade kommen sehr viele Meldungen. Ihr Text steht noch im Formular; bitte senden Sie ihn in einer Minute noch einmal ab.",
    en: "There are very many messages just now. Your text is still in the form; please send it again in a minute.",
  },
  failed: {
    de: "Die Meldung konnte gerade nicht gespeichert werden. Ihr Text steht noch im Formular; bitte senden Sie ihn gleich noch einmal ab.",
    en: "The message could not be stored just now. Your text is still in the form; please send it again in a moment.",
  },
  thanksTitle: { de: "Danke für Ihre Meldung", en: "Thank you for your message" },
  thanks: {
    de: "Sie ist gespeichert. Wenn Sie uns gesagt haben, wie wir Sie erreichen, antworten wir innerhalb eines Monats. Dieses Fenster können Sie schließen.",
    en: "It is stored. If you told us how to reach you, we reply within one month. You can close this window.",
  },
  statement: { de: "Zur Erklärung zur Barrierefreiheit", en: "To the accessibility statement" },
} satisfies Record<string, LocalizedText>;
