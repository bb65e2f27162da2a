import type { LocalizedText } from "@mehrwert/study";

/** Texts of the page on which a participant deletes the answers given. */
export const withdrawalWords = {
  title: { de: "Antworten löschen", en: "Delete answers" },
  intro: {
    de: "Mit dem Löschcode, den Sie nach dem Absenden gesehen haben, können Sie hier Ihre Antworten löschen, ohne jemanden zu fragen. Gelöscht wird sofort und endgültig.",
    en: "With the deletion code that you saw after sending, you can delete your answers here without asking anybody. They are deleted at once and for good.",
  },
  label: { de: "Löschcode", en: "Deletion code" },
  hint: {
    de: "25 Zeichen, zum Beispiel 7K2QM-… Groß- und Kleinschreibung und Striche sind gleichgültig.",
    en: "25 characters, for example 7K2QM-… Capitals and hyphens do not matter.",
  },
  submit: { de: "Antworten endgültig löschen", en: "Delete the answers for good" },
  working: { de: "Wird gelöscht …", en: "Deleting …" },
  length: {
    de: "Ein Löschcode hat 25 Zeichen. Bitte prüfen Sie, ob etwas fehlt oder zu viel ist.",
    en: "A deletion code has 25 characters. Please check whether one is missing or too many.",
  },
  character: {
    de: "Ein Löschcode besteht nur aus Ziffern und Buchstaben, ohne U und ohne Umlaute. Bitte prüfen Sie Ihre Eingabe.",
    en: "A deletion code consists of digits and letters only, without U. Please check what you typed.",
  },
  check: {
    de: "Dieser Code stimmt nicht: Ein Zeichen ist falsch, oder zwei sind vertauscht. Bitte vergleichen Sie ihn mit Ihrer Notiz.",
    en: "This code is not right: one character is wrong, or two have changed places. Please compare it with your note.",
  },
  "other-kind": {
    de: "Das ist ein anderer Code. Mit dem Teilnahmecode beginnen Sie, mit dem Fortsetzungscode machen Sie weiter. Löschen können Sie nur mit dem Löschcode, den Sie nach dem Absenden gesehen haben.",
    en: "This is another code. The participation code is for beginning, the resume code for going on. You can delete only with the deletion code that you saw after sending.",
  },
  deletedTitle: { de: "Ihre Antworten sind gelöscht", en: "Your answers are deleted" },
  deleted: {
    de: "Sie sind aus der Datenbank und aus allen Auswertungen dieses Servers verschwunden. Den Code brauchen Sie nicht mehr.",
    en: "They are gone from the database and from all analyses on this server. You do not need the code any more.",
  },
  "no-such-code": {
    de: "Zu diesem Code gibt es in dieser Befragung keine Antworten, entweder weil sie schon gelöscht sind oder weil der Code zu einer anderen Befragung gehört.",
    en: "There are no answers for this code in this study, either because they are deleted already or because the code belongs to another study.",
  },
  "too-many": {
    de: "Gerade kommen sehr viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal. Gelöscht wurde noch nichts.",
    en: "There are very many requests just now. Please try again in a minute. Nothing has been deleted yet.",
  },
  failed: {
    de: "Der Server war nicht zu erreichen. Ob gelöscht wurde, ist ungewiss; bitte versuchen Sie es noch einmal.",
    en: "The server could not be reached. Whether anything was deleted is uncertain; please try again.",
  },
  limitsTitle: { de: "Was das Löschen nicht erreicht", en: "What deleting does not reach" },
  exported: {
    de: "Datensätze, die vorher heruntergeladen wurden, und Ergebnisse, die schon veröffentlicht sind, ändern sich nicht. In ihnen können Ihre Antworten weiter enthalten sein.",
    en: "Datasets downloaded before and results published already do not change. Your answers may still be part of them.",
  },
  backups: {
    de: "In Sicherungskopien stehen Ihre Antworten, bis diese ersetzt werden. Wird eine eingespielt, löscht der Server sie von selbst wieder, solange sein Löschverzeichnis erhalten ist.",
    en: "Backup copies hold your answers until they are replaced. If one is restored, the server deletes them again by itself as long as its deletion journal is preserved.",
  },
  lost: {
    de: "Ohne Code lassen sich Ihre Antworten nicht finden: Niemand weiß, welche von Ihnen sind.",
    en: "Without the code your answers cannot be found: nobody knows which ones are yours.",
  },
  needsScript: {
    de: "Diese Seite braucht JavaScript, damit der Code Ihren Browser nicht verlässt.",
    en: "This page needs JavaScript, so that the code does not leave your browser.",
  },
  back: { de: "Zur Befragung", en: "To the questionnaire" },
} satisfies Record<string, LocalizedText>;
