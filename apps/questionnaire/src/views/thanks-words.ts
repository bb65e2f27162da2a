import type { LocalizedText } from "@mehrwert/study";

/** Texts about the code with which answers can be deleted later. */
export const receiptWords = {
  title: { de: "Ihr Löschcode", en: "Your deletion code" },
  what: {
    de: "Mit diesem Code können Sie Ihre Antworten später löschen, ohne jemanden zu fragen. Schreiben Sie ihn auf oder drucken Sie ihn, wenn Sie sich das offenhalten möchten.",
    en: "With this code you can delete your answers later without asking anybody. Write it down or print it if you want to keep that choice.",
  },
  once: {
    de: "Er wird nur jetzt gezeigt. Nach dem Neuladen oder Schließen dieser Seite ist er verschwunden, und niemand kann ihn noch einmal ausgeben: Der Server kennt ihn nicht.",
    en: "It is shown only now. Once this page is reloaded or closed it is gone, and nobody can give it again: the server does not know it.",
  },
  careful: {
    de: "Wer den Code hat, kann Ihre Antworten löschen, aber nicht lesen.",
    en: "Whoever has the code can delete your answers, but not read them.",
  },
  where: { de: "Löschen können Sie hier:", en: "This is where you can delete:" },
  gone: {
    de: "Der Löschcode ist hier nicht mehr zu sehen: Er wird nur einmal gezeigt, gleich nach dem Absenden. Niemand kann ihn noch einmal ausgeben, und ohne ihn lassen sich Ihre Antworten nicht finden und nicht löschen.",
    en: "The deletion code cannot be seen here any more: it is shown only once, right after sending. Nobody can give it again, and without it your answers can neither be found nor deleted.",
  },
} satisfies Record<string, LocalizedText>;
