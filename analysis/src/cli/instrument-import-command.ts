import { readFile, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import {
  type ImportFormat,
  type ImportReport,
  importFormats,
  importInstrument,
  importReportMarkdown,
} from "@mehrwert/import";
import type { Instrument } from "@mehrwert/study";
import { Command } from "commander";
import { issueLine } from "./dataset-folder.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { writeReports } from "./write-reports.ts";

type ImportOptions = { out: string; slug?: string; version?: string; format?: ImportFormat };

/** `mehrwert instrument import`: a questionnaire of another platform becomes an instrument, with a report. */
export function instrumentImportCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command("import")
    .description(
      text(
        "Fragebogen aus LimeSurvey, Qualtrics, XLSForm oder SurveyJS übernehmen, mit Bericht",
        "take over a questionnaire of LimeSurvey, Qualtrics, XLSForm or SurveyJS, with a report",
      ),
    )
    .usage(text("<Datei> --out <Ordner>", "<file> --out <folder>"))
    .argument(
      text("<datei>", "<file>"),
      text(
        ".lss oder .txt (LimeSurvey), .qsf, .xlsx (XLSForm), .json (SurveyJS)",
        ".lss or .txt (LimeSurvey), .qsf, .xlsx (XLSForm), .json (SurveyJS)",
      ),
    )
    .requiredOption(
      "--out <folder>",
      text(
        "in diesen Ordner schreiben, unter <slug>/<version>/",
        "write to this folder, under <slug>/<version>/",
      ),
    )
    .option(
      "--slug <name>",
      text(
        "Name des Instruments, sonst aus dem Titel",
        "name of the instrument, else from its title",
      ),
    )
    .option("--version <version>", text("Version, sonst 1.0.0", "version, else 1.0.0"))
    .option(
      `--format <${importFormats.join("|")}>`,
      text("Format, sonst nach der Endung der Datei", "format, else by the ending of the file"),
      requireFormat,
    )
    .action((file: string, options: ImportOptions) => importFile(file, options, context));
}

function requireFormat(value: string): ImportFormat {
  const known = importFormats.find((format) => format === value);
  if (known !== undefined) return known;
  const list = importFormats.join(", ");
  throw wrongUsage(
    `--format kennt ${list}, nicht ${value}.`,
    `--format knows ${list}, not ${value}.`,
  );
}

async function importFile(
  file: string,
  { out, ...wishes }: ImportOptions,
  context: CommandContext,
): Promise<void> {
  const { shell } = context;
  const bytes = new Uint8Array(await readBytes(resolve(shell.cwd, file)));
  const result = importInstrument({ fileName: basename(file), bytes, ...wishes });
  if (!result.ok) {
    const lines = (language: "de" | "en") =>
      result.issues.map((issue) => issueLine(issue, language)).join("\n");
    throw badInput(
      `${file} lässt sich nicht importieren:\n${lines("de")}`,
      `${file} cannot be imported:\n${lines("en")}`,
    );
  }
  const { instrument, report } = result.value;
  const { slug, version } = instrument.mehrwert;
  const folder = join(resolve(shell.cwd, out), slug, version);
  await requireAbsent(folder);
  await writeReports({
    context,
    files: [
      { path: join(folder, "instrument.json"), text: instrumentText(instrument) },
      { path: join(folder, "import-report.de.md"), text: importReportMarkdown(report, "de") },
      { path: join(folder, "import-report.en.md"), text: importReportMarkdown(report, "en") },
      { path: join(folder, "import-report.json"), text: `${JSON.stringify(report, null, 2)}\n` },
    ],
  });
  shell.stdout.write(summary(report, relative(shell.cwd, folder), context));
}

async function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw badInput(`${path} ist nicht lesbar.`, `${path} cannot be read.`);
  });
}

/** A version may be in the field already; it is never written over. */
async function requireAbsent(folder: string): Promise<void> {
  const file = join(folder, "instrument.json");
  if ((await stat(file).catch(() => undefined)) === undefined) return;
  throw badInput(
    `${file} gibt es schon. Wählen Sie mit --slug oder --version einen anderen Namen.`,
    `${file} exists already. Choose another name with --slug or --version.`,
  );
}

function instrumentText(instrument: Instrument): string {
  const file = { $schema: "../../instrument.schema.json", ...instrument };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function summary(report: ImportReport, folder: string, { language }: CommandContext): string {
  const count = (outcome: string) =>
    report.entries.filter((entry) => entry.outcome === outcome).length;
  const [carried, changed, leftOut] = ["carried-over", "changed", "left-out"].map(count);
  const toComplete = report.toComplete.length;
  return {
    de: `Übernommen: ${carried}, geändert: ${changed}, nicht übernommen: ${leftOut}, zu ergänzen: ${toComplete}.\nLesen Sie ${join(folder, "import-report.de.md")}.\n`,
    en: `Carried over: ${carried}, changed: ${changed}, left out: ${leftOut}, to complete: ${toComplete}.\nRead ${join(folder, "import-report.en.md")}.\n`,
  }[language];
}
