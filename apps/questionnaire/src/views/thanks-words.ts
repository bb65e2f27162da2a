import type { LocalizedText } from "@mehrwert/study";

/** Texts about the code with which answers can be deleted later. */
export const receiptWords = {
  title: { de: "Ihr Löschcode", en: "Your deletion code" },
  what: {
    de: "Mit diesem Code können Sie Ihre Antworten später löschen, ohne jemanden zu fragen. Schreiben Sie ihn auf oder drucken Sie ihn, wenn Sie sich das offenhalten möchten.",
    en: "With this code you can delete your answers later without asking anybody. Write it down or print it if you want to keep that choice.",
  },
  once: {
    de: "Nach dem Neuladen oder Schließen dieser Seite ist er hier verschwunden. Niemand kann ihn neu ausgeben: Der Server kennt ihn nicht. Nur wer sich vorher den Fortsetzungscode notiert hat, bekommt ihn damit auf der ersten Seite noch einmal.",
    en: "Once this page is reloaded or closed, it is gone from here. Nobody can issue it anew: the server does not know it. Only whoever wrote down the resume code before gets to see it once more on the first page with that.",
  },
  careful: {
    de: "Wer den Code hat, kann Ihre Antworten löschen, aber nicht lesen.",
    en: "Whoever has the code can delete your answers, but not read them.",
  },
  where: { de: "Löschen können Sie hier:", en: "This is where you can delete:" },
  gone: {
    de: "Der Löschcode ist hier nicht mehr zu sehen: Er wird gleich nach dem Absenden gezeigt. Niemand kann ihn neu ausgeben, und ohne ihn lassen sich Ihre Antworten nicht finden und nicht löschen. Haben Sie sich vor dem Absenden den Fortsetzungscode notiert? Mit ihm sehen Sie den Löschcode auf der ersten Seite noch einmal.",
    en: "The deletion code cannot be seen here any more: it is shown right after sending. Nobody can issue it anew, and without it your answers can neither be found nor deleted. Did you write down the resume code before sending? With it you see the deletion code once more on the first page.",
  },
} satisfies Record<string, LocalizedText>;
