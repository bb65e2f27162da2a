import { demoSize, type Language, type LocalizedText } from "@mehrwert/study";

/** The language of the terminal: `MEHRWERT_LANG`, else German where the locale is German, else English. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const chosen = env.MEHRWERT_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^de\b|^de_/i.test(chosen) ? "de" : "en";
}

/** What the server says while it starts and stops. */
export const messages = {
  building: {
    questionnaire: { de: "Fragebogen wird gebaut …", en: "Building the questionnaire …" },
    console: { de: "Ergebnisseite wird gebaut …", en: "Building the results page …" },
  },
  creatingDemo: {
    de: `Demostudie mit ${demoSize} simulierten Antworten wird angelegt …`,
    en: `Creating the demo study with ${demoSize} simulated responses …`,
  },
  stopping: {
    de: "Mehrwert wird beendet: Laufendes wird noch fertig …",
    en: "Stopping Mehrwert: finishing what is in flight …",
  },
  stopped: { de: "Mehrwert ist beendet.", en: "Mehrwert has stopped." },
  noStudy: {
    de: "Es gibt keine Studie, und der Fragebogen value-drivers 1.0.0 für die Demostudie fehlt im Ordner instruments. Holen Sie ihn zurück, zum Beispiel mit git checkout instruments.",
    en: "There is no study, and the questionnaire value-drivers 1.0.0 for the demo study is missing in the folder instruments. Bring it back, for example with git checkout instruments.",
  },
} satisfies Record<string, LocalizedText | Record<string, LocalizedText>>;

/** The sentence for a port that another program uses. */
export function portInUseMessage(port: number): LocalizedText {
  const other = port < 65_535 ? port + 1 : port - 1;
  return {
    de: `Port ${port} ist schon belegt. Beenden Sie das andere Programm oder wählen Sie einen freien Port: MEHRWERT_PORT=${other}.`,
    en: `Port ${port} is already in use. Stop the other program or choose a free port: MEHRWERT_PORT=${other}.`,
  };
}

/** The sentence for a port that this account may not open. */
export function portForbiddenMessage(port: number): LocalizedText {
  return {
    de: `Port ${port} darf dieses Konto nicht öffnen. Wählen Sie einen Port ab 1024: MEHRWERT_PORT=8080.`,
    en: `This account may not open port ${port}. Choose a port from 1024 up: MEHRWERT_PORT=8080.`,
  };
}

/** The sentence for a study whose questionnaire is not the one its participants answered. */
export function changedInstrumentMessage(study: {
  slug: string;
  instrumentSlug: string;
  instrumentVersion: string;
}): LocalizedText {
  const file = `instruments/${study.instrumentSlug}/${study.instrumentVersion}/instrument.json`;
  return {
    de: `Der Fragebogen der Studie ${study.slug} (${file}) fehlt oder wurde nach ihrem Beginn geändert. Stellen Sie die Datei wieder her und geben Sie Änderungen eine neue Version; ist die Studie entbehrlich, wählen Sie mit MEHRWERT_DATA einen leeren Ordner.`,
    en: `The questionnaire of the study ${study.slug} (${file}) is missing or was changed after the study began. Restore the file and give changes a new version; if you can do without the study, choose an empty folder with MEHRWERT_DATA.`,
  };
}

/** What the welcome block tells. */
export type Welcome = {
  url: string;
  study: { slug: string; title: LocalizedText; isSimulated: boolean };
  data: string;
  database: LocalizedText;
  /** Where the first administrator is set up; absent once there is one. */
  setupLink: string | undefined;
  seconds: number;
};

/** The block printed once everything is served: links, data, database grade. */
export function welcomeBlock(welcome: Welcome, language: Language): string {
  const { url, study } = welcome;
  const label = {
    participant: { de: "Fragebogen", en: "Questionnaire" },
    results: { de: "Ergebnisse", en: "Results" },
    data: { de: "Daten", en: "Data" },
    database: { de: "Datenbank", en: "Database" },
    access: { de: "Zugang", en: "Access" },
    stop: { de: "Beenden", en: "Stop" },
  };
  const rows: [LocalizedText, string][] = [
    [label.participant, `${url}/s/${study.slug}`],
    [label.results, `${url}/console/studies/${study.slug}/results`],
    [label.data, welcome.data],
    [label.database, welcome.database[language]],
    [
      label.access,
      {
        de: "von diesem Rechner (127.0.0.1), mit Konto; andere über einen Proxy mit HTTPS",
        en: "from this computer (127.0.0.1), with an account; others through a proxy with HTTPS",
      }[language],
    ],
    [label.stop, { de: "Strg+C", en: "Ctrl+C" }[language]],
  ];
  const width = Math.max(...rows.map(([text]) => text[language].length));
  const seconds = welcome.seconds.toLocaleString(language, { maximumFractionDigits: 1 });
  const ready = {
    de: `Mehrwert ist bereit (nach ${seconds} s).`,
    en: `Mehrwert is ready (after ${seconds} s).`,
  };
  const setup = {
    de: "Noch verwaltet niemand diese Installation. Richten Sie das erste Konto ein (Link gilt 30 Minuten und einmal; ein Neustart druckt einen neuen):",
    en: "Nobody administers this installation yet. Set up the first account (the link works for 30 minutes, once; a restart prints a new one):",
  };
  const invited =
    welcome.setupLink === undefined ? [] : [`  ${setup[language]}`, `  ${welcome.setupLink}`, ""];
  const lines = rows.map(([text, value]) => `  ${text[language].padEnd(width)}  ${value}`);
  return ["", ready[language], "", ...lines, "", ...invited].join("\n");
}
