import type { LocalizedText } from "@mehrwert/study";

/** Day on which the people who write Mehrwert last assessed it, and how; moves with every new assessment. */
export const selfAssessmentDay = "2026-11-28";

/** Texts of the statement on accessibility. They say what is so today, not what is hoped for. */
export const statementWords = {
  title: { de: "Erklärung zur Barrierefreiheit", en: "Accessibility statement" },
  scope: {
    de: "Diese Erklärung gilt für die Befragungen und die Auswertungsseiten auf diesem Server. Sie laufen mit der freien Software Mehrwert. Maßgeblich: ",
    en: "This statement applies to the surveys and the results pages on this server. They run on the free software Mehrwert. Applicable law: ",
  },
  gapsTitle: {
    de: "Von der betreibenden Stelle noch nicht ausgefüllt",
    en: "Not yet filled in by the operator",
  },
  gapsText: { de: "Es fehlt:", en: "Missing:" },
  missing: {
    de: "(von der betreibenden Stelle noch nicht ausgefüllt)",
    en: "(not yet filled in by the operator)",
  },
  responsibleTitle: { de: "Verantwortlich", en: "Responsible" },
  conformityTitle: { de: "Wie barrierefrei ist dieses Angebot?", en: "How accessible is it?" },
  conformity: {
    de: "Das Angebot ist teilweise vereinbar mit EN 301 549 V3.2.1 und damit mit WCAG 2.1, Stufen A und AA. Darüber hinaus orientiert es sich an WCAG 2.2. Was noch nicht barrierefrei ist, steht im nächsten Abschnitt.",
    en: "The offer partly conforms to EN 301 549 V3.2.1, and so to WCAG 2.1, levels A and AA. Beyond that it follows WCAG 2.2. What is not accessible yet is listed in the next section.",
  },
  barriersTitle: { de: "Was noch nicht barrierefrei ist", en: "What is not accessible yet" },
  assessmentTitle: { de: "Wie das geprüft wurde", en: "How this was assessed" },
  assessment: {
    de: "Selbstbewertung durch das Entwicklungsteam der Software, zuletzt am {0}, mit automatischen Prüfungen in einem Browser (Chromium): Regeln von axe-core, Namen, Rollen und Reihenfolge für Hilfsmittel, eine nachgebildete Sprachausgabe, Bedienung allein mit der Tastatur, sichtbarer Fokus, Vergrößerung auf 400 %, doppelte Schriftgröße, größere Textabstände, helle, dunkle und erzwungene Farben, Kontraste.",
    en: "Self-assessment by those who develop the software, last on {0}, with automatic tests in one browser (Chromium): the rules of axe-core, names, roles and order for assistive technology, a simulated screen reader, use by keyboard alone, visible focus, enlargement to 400 %, text twice as large, wider text spacing, light, dark and forced colours, contrast.",
  },
  notAssessed: {
    de: "Nicht geprüft wurde mit einem echten Screenreader, mit anderen Hilfsmitteln und mit Menschen mit Behinderungen. Eine unabhängige Stelle hat nicht geprüft. Automatische Prüfungen finden nur einen Teil der Barrieren.",
    en: "No test has been made with a real screen reader, with other assistive technology or with disabled people. No independent body has tested it. Automatic tests find only some of the barriers.",
  },
  dated: {
    de: "Erklärung der betreibenden Stelle vom: ",
    en: "Statement of the operator, dated: ",
  },
  feedbackTitle: { de: "Barriere melden und Kontakt", en: "Report a barrier, and contact" },
  feedback: {
    de: "Ist Ihnen eine Barriere aufgefallen, oder brauchen Sie Inhalte in einer anderen Form? Schreiben Sie uns. Eine Anmeldung ist nicht nötig, und mit Ihren Antworten in einer Befragung hat die Meldung nichts zu tun. Wir antworten innerhalb eines Monats, wenn Sie uns sagen, wie wir Sie erreichen.",
    en: "Did you meet a barrier, or do you need content in another form? Write to us. You need not log in, and your message has nothing to do with your answers in a survey. We reply within one month if you tell us how to reach you.",
  },
  feedbackLink: { de: "Zum Formular: Barriere melden", en: "To the form: report a barrier" },
  email: { de: "E-Mail: ", en: "E-mail: " },
  phone: { de: "Telefon: ", en: "Telephone: " },
  arbitrationTitle: { de: "Schlichtungsverfahren", en: "Arbitration procedure" },
  arbitration: {
    de: "Haben Sie innerhalb eines Monats keine oder keine befriedigende Antwort bekommen, können Sie die Schlichtungsstelle anrufen. Sie vermittelt zwischen Menschen mit Behinderungen und öffentlichen Stellen. Das Verfahren ist kostenlos; einen Rechtsbeistand brauchen Sie nicht.",
    en: "If you get no reply within one month, or none that satisfies you, you can turn to the arbitration body. It mediates between people with disabilities and public bodies. The procedure is free of charge; you need no lawyer.",
  },
  web: { de: "Internet: ", en: "Web: " },
} satisfies Record<string, LocalizedText>;

/** One thing that is not accessible: what, why, and what to do instead. */
export type Barrier = { what: LocalizedText; why: LocalizedText; instead: LocalizedText };

/** What is known not to be accessible in every installation. */
export const knownBarriers: readonly Barrier[] = [
  {
    what: {
      de: "Leichte Sprache und Deutsche Gebärdensprache: Es gibt keine Erläuterungen in diesen Formen.",
      en: "Easy language and German Sign Language: there are no explanations in these forms.",
    },
    why: {
      de: "Sie sind noch nicht erstellt.",
      en: "They have not been made yet.",
    },
    instead: {
      de: "Bitten Sie die verantwortliche Stelle, Ihnen Inhalte zu erläutern.",
      en: "Ask the responsible body to explain the content to you.",
    },
  },
  {
    what: {
      de: "Fragebogen und Löschen von Antworten: Beide brauchen JavaScript.",
      en: "Questionnaire and deleting answers: both need JavaScript.",
    },
    why: {
      de: "Antworten und Löschcode werden im Browser verarbeitet, damit nichts Unfertiges den Rechner verlässt. Informationen, diese Erklärung und das Formular gehen ohne JavaScript.",
      en: "Answers and the deletion code are processed in the browser, so that nothing unfinished leaves the computer. Information, this statement and the form work without JavaScript.",
    },
    instead: {
      de: "Fragen Sie die verantwortliche Stelle nach einem anderen Weg teilzunehmen.",
      en: "Ask the responsible body for another way to take part.",
    },
  },
  {
    what: {
      de: "Bearbeiten von Fragebögen in der Konsole: Der Texteditor für JSON ist mit Hilfsmitteln nicht erprobt.",
      en: "Editing instruments in the console: the text editor for JSON has not been tried with assistive technology.",
    },
    why: {
      de: "Er stammt aus einer fremden Bibliothek und wurde nur automatisch geprüft.",
      en: "It comes from a library of others and was tested automatically only.",
    },
    instead: {
      de: "Bearbeiten Sie die Datei in einem Editor Ihrer Wahl und lesen Sie sie in der Bibliothek wieder ein.",
      en: "Edit the file in an editor of your choice and import it again in the library.",
    },
  },
  {
    what: {
      de: "Dateien zum Herunterladen, etwa Berichte und Abbildungen: Sie sind nicht vollständig geprüft.",
      en: "Files to download, such as reports and figures: they have not been fully tested.",
    },
    why: {
      de: "Bisher wurden nur die Seiten selbst geprüft.",
      en: "So far only the pages themselves have been tested.",
    },
    instead: {
      de: "Die Zahlen jeder Abbildung stehen auf den Seiten auch als Tabelle.",
      en: "The numbers of every figure are also on the pages as a table.",
    },
  },
];
