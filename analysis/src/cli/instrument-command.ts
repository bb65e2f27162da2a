import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { type Instrument, type Issue, parseInstrument, type Result } from "@mehrwert/study";
import { Command } from "commander";
import { issueLine } from "./dataset-folder.ts";
import { instrumentImportCommand } from "./instrument-import-command.ts";
import { badInput, type CommandContext } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

type InstrumentFile = { file: string; result: Result<Instrument> };

/** `mehrwert instrument`: checks and lists questionnaires. */
export function instrumentCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const folderText = text(
    "Ordner, in dem gesucht wird, sonst instruments",
    "folder to search, else instruments",
  );
  const command = new Command("instrument")
    .description(text("Fragebögen prüfen, auflisten und importieren", "check, list and import questionnaires"))
    .usage(text("check|list|import [Angaben]", "check|list|import [arguments]"));
  command
    .command("check")
    .description(
      text(
        "jede instrument.json prüfen: Fehler und Hinweise mit Ort und Rat",
        "check every instrument.json: errors and warnings with place and advice",
      ),
    )
    .usage(text("[Ordner]", "[folder]"))
    .argument(text("[ordner]", "[folder]"), folderText)
    .action((folder: string | undefined) => checkInstruments(folder ?? "instruments", context));
  command
    .command("list")
    .description(text("Fragebögen auflisten", "list questionnaires"))
    .usage(text("[Ordner]", "[folder]"))
    .argument(text("[ordner]", "[folder]"), folderText)
    .action((folder: string | undefined) => listInstruments(folder ?? "instruments", context));
  command.addCommand(instrumentImportCommand(context));
  return command;
}

async function checkInstruments(folder: string, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const files = await instrumentFiles(folder, context);
  let refused = 0;
  for (const { file, result } of files) {
    const issues = result.ok ? result.warnings : result.issues;
    const verdict = result.ok
      ? { de: "in Ordnung", en: "all right" }[language]
      : { de: "nicht brauchbar", en: "not usable" }[language];
    shell.stdout.write(`${relative(shell.cwd, file)}: ${verdict}\n`);
    for (const issue of issues) shell.stdout.write(`${marked(issue, context)}\n`);
    if (!result.ok) refused += 1;
  }
  if (refused === 0) return;
  throw badInput(
    `Nicht brauchbar: ${refused} von ${files.length}.`,
    `Not usable: ${refused} of ${files.length}.`,
  );
}

function marked(issue: Issue, { language }: CommandContext): string {
  const word = {
    error: { de: "Fehler", en: "error" },
    warning: { de: "Hinweis", en: "warning" },
  }[issue.severity][language];
  return issueLine(issue, language).replace(/^ {2}/, `  ${word} `);
}

async function listInstruments(folder: string, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  for (const { file, result } of await instrumentFiles(folder, context)) {
    const line = result.ok
      ? `${result.value.mehrwert.slug} ${result.value.mehrwert.version}  ${result.value.title[language]} (${result.value.mehrwert.languages.join(", ")})`
      : `${relative(shell.cwd, file)}  ${{ de: `nicht brauchbar; siehe ${typedCommand} instrument check`, en: `not usable; see ${typedCommand} instrument check` }[language]}`;
    shell.stdout.write(`${line}\n`);
  }
}

/** Every instrument.json below the folder, parsed, in order of path. */
async function instrumentFiles(
  folder: string,
  { shell }: CommandContext,
): Promise<InstrumentFile[]> {
  const root = resolve(shell.cwd, folder);
  if (!(await stat(root).catch(() => undefined))?.isDirectory()) {
    throw badInput(`Den Ordner ${root} gibt es nicht.`, `There is no folder ${root}.`);
  }
  const names = (await readdir(root, { recursive: true }))
    .filter((name) => basename(name) === "instrument.json" && !name.includes("node_modules"))
    .sort();
  if (names.length === 0) {
    throw badInput(
      `In ${root} liegt keine instrument.json.`,
      `There is no instrument.json in ${root}.`,
    );
  }
  return Promise.all(names.map((name) => parsedFile(join(root, name))));
}

async function parsedFile(file: string): Promise<InstrumentFile> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    return { file, result: { ok: false, issues: [unreadable(message)] } };
  }
  const result = parseInstrument(json);
  if (!result.ok) return { file, result };
  const misplaced = placeIssues(file, result.value);
  return misplaced.length > 0
    ? { file, result: { ok: false, issues: misplaced } }
    : { file, result };
}

function unreadable(message: string): Issue {
  return {
    path: "/",
    severity: "error",
    message: {
      de: `Die Datei ist kein gültiges JSON (${message}).`,
      en: `The file is not valid JSON (${message}).`,
    },
    advice: {
      de: "Oft fehlt ein Komma oder eine Klammer an der genannten Stelle.",
      en: "Often a comma or bracket is missing at the place named.",
    },
  };
}

/** An instrument lies in <slug>/<version>/, or nobody finds it again. */
function placeIssues(file: string, { mehrwert }: Instrument): Issue[] {
  const place = `${basename(dirname(dirname(file)))}/${basename(dirname(file))}`;
  const expected = `${mehrwert.slug}/${mehrwert.version}`;
  if (place === expected) return [];
  return [
    {
      path: "/mehrwert/version",
      severity: "error",
      message: {
        de: `Die Datei liegt in ${place}, gehört aber nach ${expected}.`,
        en: `The file lies in ${place} but belongs in ${expected}.`,
      },
      advice: {
        de: "Benennen Sie den Ordner um, oder ändern Sie slug und version in der Datei.",
        en: "Rename the folder, or change slug and version in the file.",
      },
    },
  ];
}
