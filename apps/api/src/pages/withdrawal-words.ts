import type { LocalizedText } from "@mehrwert/study";

/** Texts of the page on which a participant deletes the answers given. */
export const withdrawalWords = {
  title: { de: "Antworten löschen", en: "Delete answers" },
  intro: {
    de: "Mit dem Löschcode, den Sie nach dem Absenden gesehen haben, können Sie hier Ihre Antworten löschen, ohne jemanden zu fragen. Gelöscht wird sofort und endgültig.",
    en: "With the deletion code that you saw after sending, you can delete your answers here without asking anybody. They are deleted at once and for good.",
  },
  submit: { de: "Antworten endgültig löschen", en: "Delete the answers for good" },
  working: { de: "Wird gelöscht …", en: "Deleting …" },
  deletedTitle: { de: "Ihre Antworten sind gelöscht", en: "Your answers are deleted" },
  deleted: {
    de: "Sie sind aus der Datenbank verschwunden und kommen in keine weitere Auswertung. Ergebnisse, die schon gezeigt werden, ändern sich erst mit dem nächsten Stand: So kann niemand am Unterschied sehen, was Sie geantwortet haben. Den Code brauchen Sie nicht mehr.",
    en: "They are gone from the database and enter no further analysis. Results that are shown already change only with their next state: so nobody can tell from the difference what you answered. You do not need the code any more.",
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
