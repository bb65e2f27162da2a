import { mkdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { csvText, textCell } from "@mehrwert/study";
import { Command } from "commander";
import { type NameRule, nameRules } from "../coding/name-list.ts";
import { previewReport } from "../coding/pseudonym-report.ts";
import { type Pseudonymised, pseudonymised } from "../coding/pseudonymise.ts";
import { folderLayout } from "./coding-folder/folder-layout.ts";
import { issueLine } from "./dataset-folder.ts";
import { checkTarget } from "./deliver.ts";
import { readTextFile, unusableFile } from "./read-text-file.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { terminalReport } from "./terminal-report.ts";
import { readTranscriptSources, type TranscriptSource } from "./transcript-sources.ts";
import { writeReports } from "./write-reports.ts";

type Options = { names: string; out?: string; log?: string; force?: boolean };

/** `mehrwert code pseudonymise`: replaces names before transcripts are imported; shows first what it would do. */
export function codePseudonymiseCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command("pseudonymise")
    .description(
      text(
        "Namen und Orte ersetzen, bevor Transkripte aufgenommen werden; ohne --out nur eine Vorschau",
        "replace names and places before transcripts are imported; without --out a preview only",
      ),
    )
    .usage(
      text(
        "<Dateien oder Ordner> --names <Datei> [Optionen]",
        "<files or folders> --names <file> [options]",
      ),
    )
    .argument(
      text("<dateien...>", "<files...>"),
      text("Transkripte oder Ordner mit ihnen", "transcripts or folders with them"),
    )
    .requiredOption(
      "--names <file>",
      text(
        "CSV mit name, replacement und variants (mit |)",
        "CSV with name, replacement and variants (by |)",
      ),
    )
    .option(
      "--out <folder>",
      text("Ordner für die ersetzten Texte", "folder for the texts without names"),
    )
    .option(
      "--log <file>",
      text(
        "CSV, die sagt, was ersetzt wurde; getrennt aufzubewahren",
        "CSV that says what was replaced; to be kept apart",
      ),
    )
    .option("--force", text("vorhandene Dateien ersetzen", "replace files that are there already"))
    .action((files: string[], options: Options) => run(files, options, context));
}

type Done = { source: TranscriptSource; result: Pseudonymised };

async function run(
  files: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const paths = files.map((file) => resolve(shell.cwd, file));
  const place = await checkedPlaces(paths, options, context);
  const rules = await readNames(options.names, context);
  const { sources } = await readTranscriptSources(paths, undefined);
  const done = sources.map((source) => ({
    source,
    result: pseudonymised(source.transcript.text, rules),
  }));
  for (const { source } of done) warnOfName(source, rules, context);
  if (place === undefined) {
    const { softwareVersion } = shell;
    const report = previewReport(
      done.map(({ source: { document }, result }) => ({ document, result })),
      { language, softwareVersion },
    );
    shell.stdout.write(terminalReport(report, shell));
    return;
  }
  await writeReports({
    files: [
      ...done.map(({ source: { document }, result }) => ({
        path: join(place.out, `${document}.txt`),
        text: result.text,
      })),
      { path: place.log, text: logOf(done) },
    ],
    context,
  });
  shell.stdout.write(summary(done, context));
}

/** Out and log go together, apart from each other and from what is read and published. */
async function checkedPlaces(
  paths: readonly string[],
  { out, log, force }: Options,
  { shell }: CommandContext,
): Promise<{ out: string; log: string } | undefined> {
  if (out === undefined && log === undefined) return undefined;
  if (out === undefined || log === undefined) {
    throw wrongUsage(
      "--out und --log gehören zusammen: Das Protokoll nennt die echten Namen und liegt getrennt.",
      "--out and --log go together: the log holds the real names and lies apart.",
    );
  }
  const [folder, file] = [resolve(shell.cwd, out), resolve(shell.cwd, log)];
  const isInside = (path: string, above: string) =>
    path === above || path.startsWith(`${above}${sep}`);
  if (isInside(file, folder) || (await isInProject(dirname(file)))) {
    throw badInput(
      `Das Protokoll ${log} läge bei den Texten, deren Namen es verrät. Wählen Sie einen Ort, der nicht weitergegeben wird.`,
      `The log ${log} would lie with the texts whose names it tells. Choose a place that is not passed on.`,
    );
  }
  if (paths.some((path) => isInside(path, folder) || dirname(path) === folder)) {
    throw badInput(
      `${out} enthält die Texte mit den Namen. Wählen Sie einen anderen Ordner.`,
      `${out} holds the texts with the names. Choose another folder.`,
    );
  }
  await checkTarget(file, { source: undefined, force });
  await mkdir(folder, { recursive: true });
  return { out: folder, log: file };
}

async function isInProject(folder: string): Promise<boolean> {
  const found = await stat(folderLayout.project(folder)).catch(() => undefined);
  if (found !== undefined) return true;
  return dirname(folder) === folder ? false : isInProject(dirname(folder));
}

async function readNames(file: string, { shell, language }: CommandContext): Promise<NameRule[]> {
  const path = resolve(shell.cwd, file);
  const read = nameRules(await readTextFile(path), relative(shell.cwd, path));
  if (!read.ok) throw unusableFile(path, read.issues);
  for (const warning of read.warnings) shell.stderr.write(`${issueLine(warning, language)}\n`);
  return read.value;
}

/** The name of the file becomes the name of the transcript. */
function warnOfName(
  { document, file }: TranscriptSource,
  rules: readonly NameRule[],
  { shell, language }: CommandContext,
): void {
  const plain = document.toLowerCase();
  const hit = rules
    .flatMap(({ names }) => names)
    .find((name) => plain.includes(name.toLowerCase()));
  if (hit === undefined) return;
  const said = {
    de: `Der Dateiname ${file} enthält „${hit}“ und wird zum Namen des Transkripts. Benennen Sie die Datei vorher um.`,
    en: `The file name ${file} holds “${hit}” and becomes the name of the transcript. Rename the file first.`,
  };
  shell.stderr.write(`${said[language]}\n`);
}

function logOf(done: readonly Done[]): string {
  return csvText([
    ["document", "line", "found", "replacement"],
    ...done.flatMap(({ source, result }) =>
      result.replacements.map(({ line, found, replacement }) => [
        ...[source.document, String(line), textCell(found), textCell(replacement)],
      ]),
    ),
  ]);
}

function summary(done: readonly Done[], { language }: CommandContext): string {
  const replaced = done.reduce((sum, { result }) => sum + result.replacements.length, 0);
  const open = done.flatMap(({ source: { document }, result }) =>
    result.suspicions.map(({ line, word }) => `  ${document}:${line} ${word}`),
  );
  const head = {
    de: `Ersetzt: ${replaced} Stellen in ${done.length} Transkripten.`,
    en: `Replaced: ${replaced} places in ${done.length} transcripts.`,
  };
  const look = {
    de: `Nicht ersetzt, bitte ansehen: ${open.length}`,
    en: `Not replaced, please look: ${open.length}`,
  };
  const more = open.length === 0 ? [] : [look[language], ...open];
  return `${[head[language], ...more].join("\n")}\n`;
}
