import type { Language, LocalizedText } from "@mehrwert/study";
import type { ImportEntry, ImportReport, ToComplete } from "./import-report.ts";
import { say } from "./refusal.ts";

/** The report as Markdown: counts, what to complete, then every part of the file by what became of it. */
export function importReportMarkdown(report: ImportReport, language: Language): string {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { entries, toComplete, cosmetic } = report;
  const count = (outcome: ImportEntry["outcome"]) =>
    entries.filter((entry) => entry.outcome === outcome).length;
  const lines = [
    `# ${text("Import", "Import")}: ${inline(report.fileName)}`,
    "",
    `${text("Format", "Format")}: ${formatNames[report.format]}. ${text("Zeichenkodierung", "Character encoding")}: ${report.encoding}.`,
    text(
      `Übernommen: ${count("carried-over")}, geändert: ${count("changed")}, nicht übernommen: ${count("left-out")}, zu ergänzen: ${toComplete.length}.`,
      `Carried over: ${count("carried-over")}, changed: ${count("changed")}, left out: ${count("left-out")}, to complete: ${toComplete.length}.`,
    ),
    ...completion(toComplete, language),
    ...(["left-out", "changed", "carried-over"] as const).flatMap((outcome) =>
      section(outcome, entries, language),
    ),
    ...looks(cosmetic, language),
  ];
  return `${lines.join("\n")}\n`;
}

const formatNames = {
  lss: "LimeSurvey (.lss)",
  tsv: "LimeSurvey (TSV)",
  qsf: "Qualtrics (.qsf)",
  xlsform: "XLSForm (.xlsx)",
  surveyjs: "SurveyJS (JSON)",
} as const;

const headings: Readonly<Record<ImportEntry["outcome"], LocalizedText>> = {
  "carried-over": say("Übernommen", "Carried over"),
  changed: say("Geändert", "Changed"),
  "left-out": say("Nicht übernommen", "Left out"),
};

function completion(list: readonly ToComplete[], language: Language): string[] {
  if (list.length === 0) return [];
  return [
    "",
    `## ${{ de: "Zu ergänzen", en: "To complete" }[language]}`,
    "",
    ...list.map(
      ({ path, what, advice }) =>
        `- ${inline(what[language])} (\`${path}\`): ${inline(advice[language])}`,
    ),
  ];
}

function section(
  outcome: ImportEntry["outcome"],
  entries: readonly ImportEntry[],
  language: Language,
): string[] {
  const own = entries.filter((entry) => entry.outcome === outcome);
  if (own.length === 0) return [];
  const head = {
    de: ["Ort", "In der Datei", "Jetzt", "Rat"],
    en: ["Place", "In the file", "Now", "Advice"],
  }[language];
  const columns =
    outcome === "left-out" ? [0, 1, 3] : outcome === "changed" ? [0, 1, 2, 3] : [0, 1, 2];
  const row = (cells: readonly string[]) =>
    `| ${columns.map((column) => cells[column] ?? "").join(" | ")} |`;
  return [
    "",
    `## ${headings[outcome][language]}`,
    "",
    row(head),
    row(["---", "---", "---", "---"]),
    ...own.map(({ where, was, became, advice }) =>
      row([where, was[language], became[language], advice?.[language] ?? ""].map(inline)),
    ),
  ];
}

function looks(cosmetic: ImportReport["cosmetic"], language: Language): string[] {
  if (cosmetic.length === 0) return [];
  const list = cosmetic.map(({ name, count }) => `${inline(name)} (${count})`).join(", ");
  return [
    "",
    {
      de: `Nur das Aussehen betraf, was außerdem entfiel: ${list}.`,
      en: `Also gone, and a matter of looks alone: ${list}.`,
    }[language],
  ];
}

/** Words of a foreign file on one line, unable to become an element, a link or a cell of their own. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_[\]|]/g, "\\$&")
    .trim();
}
