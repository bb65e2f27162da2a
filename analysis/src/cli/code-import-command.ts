import { stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { type Codebook, codebookFromGuide } from "@mehrwert/study";
import { Command } from "commander";
import { type AddedTranscript, addTranscripts } from "./add-transcripts.ts";
import { importExchangeFile, isExchangeFile, withExchangeOptions } from "./code-import-exchange.ts";
import { namedCodebook } from "./codebook-files.ts";
import { type CodingFolder, openCodingFolder } from "./coding-folder/coding-folder.ts";
import { createCodingFolder } from "./coding-folder/create-coding-folder.ts";
import { folderLayout } from "./coding-folder/folder-layout.ts";
import { chosenAuthor, withPerson } from "./coding-options.ts";
import { definitionsFolder } from "./instrument-files.ts";
import { namedInterviewGuide } from "./interview-guide-files.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { readTranscriptSources } from "./transcript-sources.ts";
import { typedCommand } from "./typed-command.ts";

type ImportOptions = {
  format?: string;
  codebook?: string;
  guide?: string;
  out: string;
  title?: string;
  in?: string;
  speakers?: string;
  synthetic?: boolean;
  as?: string;
};

/** `mehrwert code import`: transcripts become a coding project, or join one. */
export function codeImportCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = new Command("import")
    .description(
      text(
        "Transkripte in ein Kodierprojekt aufnehmen; ein neues entsteht mit --codebook, --guide oder aus einer REFI-QDA-Datei",
        "take transcripts into a coding project; a new one begins with --codebook, --guide or a REFI-QDA file",
      ),
    )
    .usage(text("<Dateien oder Ordner> [Optionen]", "<files or folders> [options]"))
    .argument(
      text("<dateien...>", "<files...>"),
      text(
        "Transkripte (.txt .md .docx .odt .vtt .srt) oder Ordner mit ihnen; oder ein Projekt oder Codebuch eines anderen Programms (.qdpx .qdc)",
        "transcripts (.txt .md .docx .odt .vtt .srt) or folders with them; or a project or codebook of another program (.qdpx .qdc)",
      ),
    )
    .option("--codebook <name>", text("Codebuch: Kürzel oder Datei", "codebook: slug or file"))
    .option(
      "--guide <name>",
      text(
        "Hauptkategorien aus diesem Gesprächsleitfaden bilden",
        "make main categories from this interview guide",
      ),
    )
    .option(
      "--out <folder>",
      text("Ordner des Projekts, sonst coding", "folder of the project, else coding"),
      "coding",
    )
    .option("--title <name>", text("Titel eines neuen Projekts", "title of a new project"))
    .option(
      "--in <folder>",
      text(
        "dort Codebuch und Leitfaden suchen, sonst instruments",
        "search codebook and guide there, else instruments",
      ),
    )
    .option(
      "--speakers <names>",
      text(
        "Kürzel der Sprechenden, etwa I,E1; sonst im Text gesucht",
        "labels of speakers, such as I,E1; else found in the text",
      ),
    )
    .option(
      "--synthetic",
      text(
        "die Gespräche sind erfunden; jeder Bericht sagt es",
        "the interviews are made up; every report says so",
      ),
    );
  return withPerson(withExchangeOptions(command, context), context).action(
    (files: string[], options: ImportOptions) => importTranscripts(files, options, context),
  );
}

async function importTranscripts(
  files: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<void> {
  const { shell } = context;
  if (files.some(isExchangeFile)) return importExchangeFile(files, options, context);
  if (options.format !== undefined) {
    throw wrongUsage("--format gehört zu .qdpx und .qdc.", "--format goes with .qdpx and .qdc.");
  }
  const author = chosenAuthor(options.as, shell);
  const speakers = options.speakers?.split(",").map((name) => name.trim());
  const paths = files.map((file) => resolve(shell.cwd, file));
  const { sources, passedOver } = await readTranscriptSources(paths, speakers);
  const folder = await projectFor(options, context);
  const added = await addTranscripts(folder, author, sources);
  shell.stdout.write(summary(added, { folder, passedOver, person: author.person }, context));
}

/** The project that is there, or a new one with the codebook that was named. */
async function projectFor(options: ImportOptions, context: CommandContext): Promise<CodingFolder> {
  const { shell } = context;
  const path = resolve(shell.cwd, options.out);
  if (options.codebook !== undefined && options.guide !== undefined) {
    throw wrongUsage(
      "--codebook und --guide schließen sich aus.",
      "--codebook and --guide exclude each other.",
    );
  }
  const isThere = (await stat(folderLayout.project(path)).catch(() => undefined)) !== undefined;
  if (isThere) {
    const folder = await openCodingFolder(path);
    const named = (await chosenCodebook(options, context))?.slug;
    if (named === undefined || named === folder.start.slug) return folder;
    throw badInput(
      `${path} arbeitet mit dem Codebuch ${folder.start.slug}, nicht mit ${named}. Wählen Sie mit --out einen anderen Ordner.`,
      `${path} works with the codebook ${folder.start.slug}, not with ${named}. Choose another folder with --out.`,
    );
  }
  const codebook = await chosenCodebook(options, context);
  if (codebook === undefined) {
    throw wrongUsage(
      `${path} ist noch kein Kodierprojekt. Ein neues braucht --codebook oder --guide, etwa --codebook cop-value.`,
      `${path} is no coding project yet. A new one needs --codebook or --guide, such as --codebook cop-value.`,
    );
  }
  const usualTitle = {
    de: `Interviews, kodiert mit ${codebook.slug}`,
    en: `Interviews coded with ${codebook.slug}`,
  };
  const title = options.title ?? usualTitle[context.language];
  const isSynthetic = options.synthetic === true;
  await createCodingFolder(path, { title, codebook, isSynthetic, now: shell.now });
  return openCodingFolder(path);
}

async function chosenCodebook(
  { codebook, guide, in: named }: ImportOptions,
  context: CommandContext,
): Promise<Codebook | undefined> {
  const folder = await definitionsFolder(named, context.shell);
  if (codebook !== undefined) return namedCodebook(codebook, folder, context);
  if (guide === undefined) return undefined;
  return codebookFromGuide(await namedInterviewGuide(guide, folder, context));
}

function summary(
  added: readonly AddedTranscript[],
  {
    folder,
    passedOver,
    person,
  }: { folder: CodingFolder; passedOver: readonly string[]; person: string },
  { shell, language }: CommandContext,
): string {
  const text = (de: string, en: string) => ({ de, en })[language];
  const path = relative(shell.cwd, folder.path) || ".";
  const lines = added.flatMap(({ source, isNew, turns }) => {
    const { document, speakers, transcript } = source;
    const { format, encoding, notes, text: words } = transcript;
    const known = text("schon da, unverändert", "there already, unchanged");
    const who =
      speakers.length === 0
        ? text("keine Sprechenden erkannt", "no speakers found")
        : speakers.join(", ");
    const size = text(
      `${[...words].length} Zeichen, ${turns} Redebeiträge (${who})`,
      `${[...words].length} characters, ${turns} turns (${who})`,
    );
    return [
      `${document}: ${isNew ? size : known} – ${format}, ${encoding}`,
      ...notes.map((note) => `  ${note[language]}`),
    ];
  });
  const skipped = passedOver.map((file) => {
    const name = relative(shell.cwd, file);
    return text(`Übergangen: ${name}`, `Passed over: ${name}`);
  });
  const next = text(
    `Projekt: ${path} (festgehalten unter ${person})\nWeiter: ${typedCommand} code show ${path}`,
    `Project: ${path} (recorded as ${person})\nNext: ${typedCommand} code show ${path}`,
  );
  return `${[...lines, ...skipped, next].join("\n")}\n`;
}
