import { access, constants, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import {
  type Findings,
  formatOf,
  nameOfFile,
  type ReportFormat,
  renderedFiles,
  renderedText,
  reportFormats,
} from "./report-formats.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { writeReports } from "./write-reports.ts";

/** What a person asks for with the options that every reporting command has. */
export type DeliveryOptions = { format?: string; out?: string; all?: string; force?: boolean };

/** Adds `--format`, `--out`, `--all` and `--force` to a command. */
export function withDeliveryOptions(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command
    .option(
      `--format <${reportFormats.join("|")}>`,
      text("Format der Ausgabe, sonst table", "format of the output, else table"),
    )
    .option(
      "--out <file>",
      text("in diese Datei oder diesen Ordner schreiben", "write to this file or folder"),
    )
    .option(
      "--all <folder>",
      text("alle Formate in diesen Ordner schreiben", "write every format to this folder"),
    )
    .option(
      "--force",
      text("vorhandene Berichte ersetzen", "replace reports that are there already"),
    );
}

/** Where findings go. `fileName` is without ending; `source` is what was read, where nothing may be written. */
type Delivery = {
  options: DeliveryOptions;
  context: CommandContext;
  fileName: string;
  source?: string;
};

/**
 * Refuses what cannot be delivered. Call it before a long computation, so that nobody waits for a refusal.
 *
 * @throws CommandFailure for options that contradict each other, a file that is there already, a place that is no place
 */
export async function checkDelivery(delivery: Delivery): Promise<void> {
  const format = chosenFormat(delivery.options);
  for (const file of await expectedFiles(delivery, format)) {
    await checkTarget(file, { source: delivery.source, force: delivery.options.force });
  }
}

/**
 * Refuses a file that cannot or must not be written.
 *
 * @throws CommandFailure if it is what was read, is there already without `force`, or lies where nothing can be written
 */
export async function checkTarget(
  file: string,
  { source, force }: { source: string | undefined; force: boolean | undefined },
): Promise<void> {
  refuseSource(source, file);
  if (force !== true) await refuseExisting(file);
  await requireWritable(dirname(file));
}

/** Writes findings as the options say: to the terminal, to one file, or every format to a folder. */
export async function deliver(delivery: Delivery & Findings): Promise<void> {
  const { options, context, fileName, ...findings } = delivery;
  const { shell, language } = context;
  await checkDelivery(delivery);
  const format = chosenFormat(options);
  if (options.all !== undefined) {
    const folder = resolve(shell.cwd, options.all);
    const files = renderedFiles(findings, fileName, shell.env);
    await writeReports({
      files: files.map(({ name, text }) => ({ path: join(folder, name), text })),
      context,
    });
    return;
  }
  if (options.out === undefined) {
    shell.stdout.write(renderedText(findings, format, shell));
    return;
  }
  const text = renderedText(findings, format, { stdout: { write: () => {} }, env: shell.env });
  const [path = ""] = await expectedFiles(delivery, format);
  await writeReports({ files: [{ path, text }], context: { shell, language } });
}

function chosenFormat({ format, out, all }: DeliveryOptions): ReportFormat {
  if (all !== undefined && (format !== undefined || out !== undefined)) {
    throw wrongUsage(
      "--all schreibt alle Formate; --format und --out passen nicht dazu.",
      "--all writes every format; --format and --out do not go with it.",
    );
  }
  if (format === undefined) return out === undefined ? "table" : (formatOf(out) ?? "markdown");
  const known = reportFormats.find((each) => each === format);
  if (known !== undefined) return known;
  throw wrongUsage(
    `Das Format ${format} gibt es nicht; möglich sind ${reportFormats.join(", ")}.`,
    `There is no format ${format}; choose ${reportFormats.join(", ")}.`,
  );
}

/** The files that will be written; with `--all`, further figures come beside them. */
async function expectedFiles(
  { options, context, fileName }: Delivery,
  format: ReportFormat,
): Promise<string[]> {
  const { cwd } = context.shell;
  if (options.all !== undefined) {
    const folder = resolve(cwd, options.all);
    await requireFolder(folder);
    return reportFormats
      .filter((each) => each !== "table")
      .map((each) => join(folder, nameOfFile(fileName, each)));
  }
  if (options.out === undefined) return [];
  const path = resolve(cwd, options.out);
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
  return [isFolder ? join(path, nameOfFile(fileName, format)) : path];
}

async function requireFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || found.isDirectory()) return;
  throw badInput(
    `${path} ist eine Datei; --all braucht einen Ordner.`,
    `${path} is a file; --all needs a folder.`,
  );
}

/** Neither into the folder of a dataset nor over the file that was read. */
function refuseSource(source: string | undefined, file: string): void {
  if (source === undefined || (dirname(file) !== source && file !== source)) return;
  throw badInput(
    `${source} enthält den Datensatz; weitere Dateien darin machen ihn unbrauchbar. Wählen Sie einen anderen Ordner.`,
    `${source} holds the dataset; further files in it make it unusable. Choose another folder.`,
  );
}

async function refuseExisting(file: string): Promise<void> {
  const isFree = await access(file, constants.F_OK).then(
    () => false,
    () => true,
  );
  if (isFree) return;
  throw badInput(
    `${file} gibt es schon. Mit --force wird die Datei ersetzt.`,
    `${file} exists already. --force replaces it.`,
  );
}

/** The folder, or the nearest one above that exists: missing ones will be made. */
async function requireWritable(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined && dirname(folder) !== folder) return requireWritable(dirname(folder));
  const isWritable =
    found?.isDirectory() === true &&
    (await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    ));
  if (isWritable) return;
  throw badInput(
    `In ${folder} lässt sich nichts schreiben.`,
    `Nothing can be written to ${folder}.`,
  );
}
