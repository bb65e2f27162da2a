import { csvText, type Language, textCell } from "@mehrwert/study";
import { shortId } from "../coding/coding-lines.ts";
import { counted } from "../coding/counted.ts";
import type { CodingMaterial } from "../coding/material.ts";
import { type CodingReportSettings, codingReport } from "../coding/report-frame.ts";
import { formatNumber } from "../number-format.ts";
import type { Report, ReportTable } from "../report/report.ts";
import type { SuggestionLine } from "./suggestion-lines.ts";
import { suggestionMethodWords } from "./suggestion-method-words.ts";
import { qualityTable, refusalTable } from "./suggestion-quality-tables.ts";
import type { SuggestionRun } from "./suggestion-run.ts";
import { suggestionStateWords } from "./suggestion-words.ts";

/** What one run suggests, on what it rests and how well it does. */
export function suggestionRunReport(
  material: CodingMaterial,
  run: SuggestionRun,
  lines: readonly SuggestionLine[],
  settings: CodingReportSettings & { isPreview: boolean },
): Report {
  const { language, isPreview } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number) => formatNumber(value, language);
  const next = isPreview
    ? text("Nur Vorschau: Nichts wurde festgehalten.", "Preview only: nothing was recorded.")
    : text(
        "Annehmen, ablehnen, zurücknehmen: „mehrwert code suggestions“.",
        "Accept, reject, take back: “mehrwert code suggestions”.",
      );
  return codingReport(material, settings, {
    title: text(`Vorschläge: ${material.title}`, `Suggestions: ${material.title}`),
    sections: [
      {
        heading: text("Vorgeschlagen", "Suggested"),
        sentences: [
          text(
            `${number(lines.length)} neue Vorschläge in ${number(run.sentences)} Sätzen; schon früher vorgeschlagen: ${number(run.known)}, dort schon so kodiert: ${number(run.alreadyCoded)}.`,
            `${number(lines.length)} new suggestions in ${number(run.sentences)} sentences; suggested before: ${number(run.known)}, coded so already: ${number(run.alreadyCoded)}.`,
          ),
          next,
        ],
        tables: lines.length === 0 ? [] : [suggestionTable(lines, language)],
        figures: [],
      },
      ...(run.quality.length === 0 || run.basis.coders.length === 0
        ? []
        : [qualitySection(run, language)]),
    ],
    method: suggestionMethodWords[run.method].map((sentence) => sentence[language]),
  });
}

function qualitySection(run: SuggestionRun, language: Language): Report["sections"][number] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { coders, interviews } = run.basis;
  const isDictionary = run.method === "dictionary";
  return {
    heading: isDictionary
      ? text("Wie gut die Stichwörter sind", "How good the keywords are")
      : text("Wie gut das Modell ist", "How good the model is"),
    sentences: [
      text(
        `${isDictionary ? "Verglichen mit" : "Gelernt aus"} ${counted(interviews.length, "transcript", "de")}${interviews.length === 1 ? "" : "n"}, kodiert von ${coders.join(", ")}.`,
        `${isDictionary ? "Compared with" : "Learned from"} ${counted(interviews.length, "transcript", "en")}, coded by ${coders.join(", ")}.`,
      ),
    ],
    tables: [
      qualityTable(run, language),
      ...(run.refusals.length === 0 ? [] : [refusalTable(run, language)]),
    ],
    figures: [],
  };
}

/** Suggestions there are, whatever became of them. */
export function suggestionsReport(
  material: CodingMaterial,
  lines: readonly SuggestionLine[],
  settings: CodingReportSettings & { hidden: number },
): Report {
  const { language, hidden } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const others = text(
    `${hidden} Vorschläge anderer werden nicht gezeigt, damit niemand die Kodierung anderer vorwegnimmt; --by NAME zeigt sie.`,
    `${hidden} suggestions of others are not shown, so that nobody anticipates their coding; --by NAME shows them.`,
  );
  return codingReport(material, settings, {
    title: text(`Vorschläge: ${material.title}`, `Suggestions: ${material.title}`),
    sections: [
      {
        heading: text("Vorschläge", "Suggestions"),
        sentences: [
          text(
            `${lines.length} Vorschläge. Sie zählen nirgends mit, bis jemand sie annimmt.`,
            `${lines.length} suggestions. They count nowhere until somebody accepts them.`,
          ),
          ...(hidden > 0 ? [others] : []),
        ],
        tables: lines.length === 0 ? [] : [suggestionTable(lines, language)],
        figures: [],
      },
    ],
  });
}

function suggestionTable(lines: readonly SuggestionLine[], language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const left = (label: string, isDetail = false) => ({ label, align: "left", isDetail }) as const;
  const right = (label: string) => ({ label, align: "right" }) as const;
  const isMixed = lines.some(({ state }) => state !== "open");
  return {
    caption: text("Vorschläge", "Suggestions"),
    columns: [
      ...[left(text("Vorschlag", "Suggestion")), left(text("Transkript", "Transcript"))],
      ...[right(text("Zeile", "Line")), left("Code"), right(text("Wert", "Score"))],
      left(text("Regel oder Modell", "Rule or model")),
      ...(isMixed ? [left(text("Stand", "State"))] : []),
      ...[left(text("Lauf", "Run"), true), left(text("Stelle", "Passage"))],
    ],
    lines: lines.map((line) => [
      ...[shortId(line.id), line.document, String(line.line), line.code],
      formatNumber(line.score, language, 2),
      `${line.name}${line.checkPolarity === true ? text(" – Richtung prüfen", " – check polarity") : ""}`,
      ...(isMixed ? [suggestionStateWords[line.state][language]] : []),
      ...[shortId(line.run), line.text],
    ]),
  };
}

/** Suggestions as a table for spreadsheets and statistics programs. */
export function suggestionsCsv(lines: readonly SuggestionLine[]): string {
  const columns = [
    ...["id", "run", "state", "document", "version", "start", "end", "line", "code", "code_path"],
    ...["by", "name", "score", "check_polarity", "right", "wrong", "missed", "person", "text"],
  ];
  const rows = lines.map((line) => [
    ...[line.id, line.run, line.state, line.document, String(line.version), String(line.start)],
    ...[String(line.end), String(line.line), line.code, textCell(line.codePath), line.by],
    ...[textCell(line.name), String(line.score), line.checkPolarity === true ? "1" : "0"],
    ...[line.quality?.right, line.quality?.wrong, line.quality?.missed].map((count) =>
      count === undefined ? "" : String(count),
    ),
    ...[line.person, textCell(line.text)],
  ]);
  return csvText([columns, ...rows]);
}
