import type { Issue, Language, LocalizedText } from "@mehrwert/study";
import type { Deviation } from "../coding/exchange/deviation.ts";
import type { ExchangeLoss } from "../coding/exchange/export-exchange.ts";
import type { ExchangeCounts, ExchangeImport } from "../coding/exchange/import-exchange.ts";
import { issueLine } from "./dataset-folder.ts";
import { typedCommand } from "./typed-command.ts";

/** Deviations shown in the terminal; the report holds all. */
const shownDeviations = 20;

/** What a person reads after an import. */
export function importSummary(
  imported: ExchangeImport,
  about: { file: string; folder: string; language: Language; hasNative: boolean },
): string {
  const { file, folder, language, hasNative } = about;
  const text = (de: string, en: string) => ({ de, en })[language];
  const { deviations, counts, origin } = imported;
  const from = origin === undefined ? "" : ` (${origin})`;
  const supplement = hasNative
    ? [text("Ergänzt aus der Datei daneben.", "Completed from the file beside it.")]
    : [];
  return `${[
    `${file}${from}: ${countsLine(counts, language)}`,
    ...supplement,
    ...deviationLines(deviations, folder, language),
    text(
      `Projekt: ${folder}\nWeiter: ${typedCommand} code show ${folder}`,
      `Project: ${folder}\nNext: ${typedCommand} code show ${folder}`,
    ),
  ].join("\n")}\n`;
}

function countsLine(counts: ExchangeCounts, language: Language): string {
  const words = {
    documents: { de: ["Transkript", "Transkripte"], en: ["transcript", "transcripts"] },
    codes: { de: ["Code", "Codes"], en: ["code", "codes"] },
    codings: { de: ["Kodierung", "Kodierungen"], en: ["coding", "codings"] },
    memos: { de: ["Memo", "Memos"], en: ["memo", "memos"] },
    cases: { de: ["Fall", "Fälle"], en: ["case", "cases"] },
    variables: { de: ["Variable", "Variablen"], en: ["variable", "variables"] },
  } as const;
  const number = new Intl.NumberFormat(language);
  const line = (count: number, [one, more]: readonly [string, string]) =>
    `${number.format(count)} ${count === 1 ? one : more}`;
  return [
    line(counts.documents, words.documents[language]),
    line(counts.codes, words.codes[language]),
    line(counts.codings, words.codings[language]),
    line(counts.memos, words.memos[language]),
    line(counts.cases, words.cases[language]),
    line(counts.variables, words.variables[language]),
  ].join(", ");
}

function deviationLines(
  deviations: readonly Deviation[],
  folder: string,
  language: Language,
): string[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  if (deviations.length === 0) return [text("Keine Abweichung.", "No deviation.")];
  const shown = deviations
    .slice(0, shownDeviations)
    .map(({ kind, where, decision }) => `  ${kind} – ${where}: ${decision[language]}`);
  const more = deviations.length - shown.length;
  return [
    text(
      `${deviations.length} Abweichungen, alle in ${folder}/import-report.json:`,
      `${deviations.length} deviations, all in ${folder}/import-report.json:`,
    ),
    ...shown,
    ...(more > 0 ? [text(`  … und ${more} weitere`, `  … and ${more} more`)] : []),
  ];
}

/** Why a file was refused. */
export function refusalText(file: string, issues: readonly Issue[]): LocalizedText {
  const lines = (language: Language) =>
    issues.map((issue) => issueLine(issue, language)).join("\n");
  return {
    de: `Aus ${file} wurde nichts importiert:\n${lines("de")}`,
    en: `Nothing was imported from ${file}:\n${lines("en")}`,
  };
}

/** What a person reads before an export: what the archive cannot hold, and where it goes. */
export function lossesText(
  losses: readonly ExchangeLoss[],
  { native, language }: { native: string | undefined; language: Language },
): string {
  const text = (de: string, en: string) => ({ de, en })[language];
  if (losses.length === 0) {
    return `${text("Der Standard trägt alles.", "The standard carries everything.")}\n`;
  }
  const number = new Intl.NumberFormat(language);
  const lines = losses.map(({ what, count }) => `  ${number.format(count)} ${what[language]}`);
  const head =
    native === undefined
      ? text("Das trägt der Standard nicht:", "The standard does not carry:")
      : text(
          `Das trägt der Standard nicht; es steht in ${native}:`,
          `The standard does not carry this; it stands in ${native}:`,
        );
  return `${[head, ...lines].join("\n")}\n`;
}
