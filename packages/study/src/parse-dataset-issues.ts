import type { LocalizedText } from "./localized-text.ts";
import type { Issue } from "./result.ts";

const exportAgain: LocalizedText = {
  de: "Exportieren Sie den Datensatz neu und verändern Sie die Dateien nicht; für Auswertungen mit Tabellenprogrammen arbeiten Sie mit einer Kopie.",
  en: "Export the dataset again and leave its files as they are; for work in a spreadsheet, use a copy.",
};

function error(path: string, message: LocalizedText, advice: LocalizedText = exportAgain): Issue {
  return { path, severity: "error", message, advice };
}

/** Everything that can be wrong with the files of a dataset. */
export const datasetIssue = {
  absent: (name: string) =>
    error(
      name,
      { de: "Diese Datei fehlt.", en: "This file is missing." },
      {
        de: "Ein Datensatz besteht aus responses.csv, dictionary.json und manifest.json in einem Ordner.",
        en: "A dataset consists of responses.csv, dictionary.json and manifest.json in one folder.",
      },
    ),
  extra: (name: string) =>
    error(
      name,
      {
        de: "Diese Datei gehört nicht zum Datensatz.",
        en: "This file is not part of the dataset.",
      },
      {
        de: "Verschieben Sie sie in einen anderen Ordner.",
        en: "Move it to another folder.",
      },
    ),
  unlisted: (name: string) =>
    error(name, {
      de: "manifest.json führt diese Datei nicht auf.",
      en: "manifest.json does not list this file.",
    }),
  changed: (name: string) =>
    error(name, {
      de: "Die Datei wurde nach dem Export verändert: Größe oder Prüfsumme (SHA-256) stimmt nicht mit manifest.json überein.",
      en: "The file was changed after the export: its size or checksum (SHA-256) differs from manifest.json.",
    }),
  notJson: (name: string) =>
    error(name, { de: "Die Datei ist kein gültiges JSON.", en: "The file is not valid JSON." }),
  shape: (path: string, message: LocalizedText) =>
    error(path, message, {
      de: "Die Datei stammt von einer anderen Version von Mehrwert oder ist beschädigt. Exportieren Sie den Datensatz neu.",
      en: "The file comes from another version of Mehrwert or is damaged. Export the dataset again.",
    }),
  notCsv: (path: string, complaint: string) =>
    error(path, {
      de: `Die Datei ist keine gültige CSV-Datei (${complaint}).`,
      en: `The file is not valid CSV (${complaint}).`,
    }),
  header: (path: string) =>
    error(path, {
      de: "Die Spaltennamen sind nicht die Variablen aus dictionary.json in deren Reihenfolge.",
      en: "The column names are not the variables of dictionary.json in their order.",
    }),
  rowCount: (path: string, expected: number, found: number) =>
    error(path, {
      de: `manifest.json nennt ${expected} Antworten, die Datei enthält ${found}.`,
      en: `manifest.json states ${expected} responses, the file holds ${found}.`,
    }),
  cellCount: (path: string, expected: number, found: number) =>
    error(path, {
      de: `Die Zeile hat ${found} Zellen statt ${expected}.`,
      en: `The row has ${found} cells instead of ${expected}.`,
    }),
  cell: (path: string, variable: string, cell: string) =>
    error(path, {
      de: `Spalte ${variable}: ${JSON.stringify(cell.slice(0, 40))} ist kein erlaubter Wert.`,
      en: `Column ${variable}: ${JSON.stringify(cell.slice(0, 40))} is not an allowed value.`,
    }),
  repeatedId: (path: string) =>
    error(path, { de: "Diese Kennung kommt mehrfach vor.", en: "This id occurs more than once." }),
  ranking: (path: string, question: string) =>
    error(path, {
      de: `Die Ränge von ${question} sind keine Rangfolge 1, 2, 3 … ohne Lücke und ohne Wiederholung.`,
      en: `The ranks of ${question} are not an order 1, 2, 3 … without gap and repetition.`,
    }),
  choice: (path: string, question: string, set: number) =>
    error(path, {
      de: `${question}, Auswahl ${set}: Bestes und Schlechtestes müssen verschieden sein und unter den gezeigten Optionen stehen.`,
      en: `${question}, set ${set}: best and worst must differ and be among the options shown.`,
    }),
  andMore: (count: number) =>
    error("responses.csv", {
      de: `Und ${count} weitere Fehler.`,
      en: `And ${count} further errors.`,
    }),
};

const mostIssues = 50;

/** The first fifty issues and how many more there are. */
export function limitIssues(issues: Issue[]): Issue[] {
  if (issues.length <= mostIssues) return issues;
  return [...issues.slice(0, mostIssues), datasetIssue.andMore(issues.length - mostIssues)];
}
