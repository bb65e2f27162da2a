import { randomUUID } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
import { type NativeExchange, readNativeExchange } from "@mehrwert/study";
import type { Command } from "commander";
import { exchangeLimits } from "../coding/exchange/exchange-limits.ts";
import { type ExchangeImport, importExchange } from "../coding/exchange/import-exchange.ts";
import { exchangeReport } from "../coding/exchange/import-report.ts";
import { readableJson } from "../report/readable-json.ts";
import { requireFreeFolder } from "./coding-folder/create-coding-folder.ts";
import { createImportedFolder } from "./coding-folder/create-imported-folder.ts";
import { folderLayout } from "./coding-folder/folder-layout.ts";
import { chosenAuthor } from "./coding-options.ts";
import { importSummary, refusalText } from "./exchange-summary.ts";
import { nativeFileName } from "./native-file.ts";
import { unusableFile } from "./read-text-file.ts";
import { badInput, type CommandContext, CommandFailure, exitCodes, wrongUsage } from "./shell.ts";
import { typedChoice } from "./typed-choice.ts";
import { typedCommand } from "./typed-command.ts";

/** What is read of the options of `code import`. */
export type ExchangeImportOptions = {
  out: string;
  as?: string;
  format?: string;
  codebook?: string;
  guide?: string;
  title?: string;
  speakers?: string;
  synthetic?: boolean;
};

/** Adds what `code import` says of files of other programs. */
export function withExchangeOptions(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command
    .option(
      "--format <table|json>",
      text(
        "bei .qdpx und .qdc: den Bericht lesbar oder als JSON ausgeben",
        "for .qdpx and .qdc: print the report to read or as JSON",
      ),
    )
    .addHelpText("after", exchangeHelp[language]);
}

const exchangeHelp = {
  de: `
Eine .qdpx- oder .qdc-Datei wird zu einem neuen Projekt in --out, ganz oder gar
nicht. Was daran vom Standard abweicht, wie Positionen gezählt wurden und was
weggelassen wurde, steht in import-report.json im Projekt. Liegt neben NAME.qdpx
eine Datei NAME.mehrwert.json aus einem früheren Export, kommt daraus zurück, was
der Standard nicht tragen kann.

  ${typedCommand} code import studie.qdpx --out studie`,
  en: `
A .qdpx or .qdc file becomes a new project in --out, as a whole or not at all.
Where it departs from the standard, how positions were counted and what was left
out stands in import-report.json in the project. If a file NAME.mehrwert.json of
an earlier export lies beside NAME.qdpx, it gives back what the standard cannot
carry.

  ${typedCommand} code import study.qdpx --out study`,
};

/** Whether a file is a project or codebook of another program, by its ending. */
export function isExchangeFile(file: string): boolean {
  return /\.(qdpx|qdc|qde)$/i.test(file);
}

/**
 * Makes a project of a REFI-QDA file, whole or not at all; the report is written in either case.
 *
 * @throws CommandFailure if the file is refused, or the folder holds something
 */
export async function importExchangeFile(
  files: readonly string[],
  options: ExchangeImportOptions,
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const format = typedChoice("--format", options.format ?? "table", ["table", "json"]);
  checkUsage(files, options);
  const path = resolve(shell.cwd, files[0] ?? "");
  const out = resolve(shell.cwd, options.out);
  await refuseProject(out);
  await requireFreeFolder(out);
  const native = await nativeBeside(path);
  const imported = await importExchange({
    fileName: basename(path),
    bytes: await fileBytes(path),
    ...(native !== undefined && { native }),
    importer: chosenAuthor(options.as, shell).person,
    now: shell.now().toISOString(),
    projectId: randomUUID(),
  });
  const report = readableJson(
    exchangeReport(imported, {
      ...{ fileName: basename(path), language, softwareVersion: shell.softwareVersion },
      native: native === undefined ? undefined : basename(nativeFileName(path)),
    }),
  );
  if (!imported.accepted) {
    await keepReport(out, report);
    if (format === "json") shell.stdout.write(report);
    throw new CommandFailure(exitCodes.badInput, refusalText(basename(path), imported.issues));
  }
  await createImportedFolder(out, { project: withTitle(imported, options), report });
  shell.stdout.write(
    format === "json"
      ? report
      : importSummary(imported, {
          ...{ file: basename(path), language },
          folder: relative(shell.cwd, out) || ".",
          hasNative: native !== undefined,
        }),
  );
}

function withTitle(
  { project }: Extract<ExchangeImport, { accepted: true }>,
  { title, synthetic }: ExchangeImportOptions,
) {
  return {
    ...project,
    title: title ?? project.title,
    isSynthetic: project.isSynthetic || synthetic === true,
  };
}

function checkUsage(files: readonly string[], options: ExchangeImportOptions): void {
  if (files.length > 1) {
    throw wrongUsage(
      "Eine .qdpx- oder .qdc-Datei wird ein eigenes Projekt; importieren Sie sie allein.",
      "A .qdpx or .qdc file becomes a project of its own; import it by itself.",
    );
  }
  const { codebook, guide, speakers } = options;
  if (codebook === undefined && guide === undefined && speakers === undefined) return;
  throw wrongUsage(
    "--codebook, --guide und --speakers gehören zu Transkripten; eine .qdpx- oder .qdc-Datei bringt ihre Codes mit.",
    "--codebook, --guide and --speakers go with transcripts; a .qdpx or .qdc file brings its codes.",
  );
}

/** Told before the work: two projects are never mixed. */
async function refuseProject(out: string): Promise<void> {
  if ((await stat(folderLayout.project(out)).catch(() => undefined)) === undefined) return;
  throw badInput(
    `${out} ist schon ein Kodierprojekt. Eine REFI-QDA-Datei wird ein eigenes; wählen Sie mit --out einen anderen Ordner.`,
    `${out} is a coding project already. A REFI-QDA file becomes one of its own; choose another folder with --out.`,
  );
}

async function fileBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw badInput(`${path} gibt es nicht.`, `There is no ${path}.`);
  // Beyond the limit the first bytes are enough to be refused.
  if (found.size > exchangeLimits.bytes) {
    const megabytes = exchangeLimits.bytes / 1024 / 1024;
    throw badInput(
      `${path} hat mehr als ${megabytes} MB. Exportieren Sie das Projekt ohne Aufnahmen und Bilder.`,
      `${path} has more than ${megabytes} MB. Export the project without recordings and pictures.`,
    );
  }
  return new Uint8Array(await readFile(path));
}

async function nativeBeside(path: string): Promise<NativeExchange | undefined> {
  const file = nativeFileName(path);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const read = readNativeExchange(text, basename(file));
  if (!read.ok) throw unusableFile(file, read.issues);
  return read.value;
}

/** A report on a refused file may replace another one, and nothing else. */
async function keepReport(out: string, report: string): Promise<void> {
  await mkdir(out, { recursive: true });
  await writeFile(folderLayout.importReport(out), report);
}
