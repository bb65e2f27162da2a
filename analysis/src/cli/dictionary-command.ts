import { readdir, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import {
  type DataDictionary,
  type DictionaryFormat,
  dataDictionary,
  dataDictionaryDocument,
  dictionaryFormats,
  type Instrument,
  parseInstrument,
} from "@mehrwert/study";
import { Command } from "commander";
import { readDataset } from "./dataset-folder.ts";
import { checkTarget } from "./deliver.ts";
import { readTextFile, unusableFile } from "./read-text-file.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { writeReports } from "./write-reports.ts";

type DictionaryOptions = { format?: string; out?: string; force?: boolean };

/** `mehrwert dictionary`: what every column means, as a document. */
export function dictionaryCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const places = text(
    "Datensatz (Ordner oder ZIP), oder Fragebögen in der Folge ihrer Fassungen",
    "dataset (folder or zip), or instruments in the order of their versions",
  );
  return new Command("dictionary")
    .description(
      text(
        "Datenwörterbuch: was jede Spalte bedeutet, zum Lesen, Drucken und Archivieren",
        "data dictionary: what every column means, to read, print and archive",
      ),
    )
    .usage(text("<Ordner> [Optionen]", "<folder> [options]"))
    .argument(text("<ordner...>", "<folder...>"), places)
    .option(
      `--format <${dictionaryFormats.join("|")}>`,
      text(
        "Format, sonst md; xml ist DDI Codebook 2.5",
        "format, else md; xml is DDI Codebook 2.5",
      ),
    )
    .option("--out <file>", text("in diese Datei schreiben", "write to this file"))
    .option(
      "--force",
      text("eine vorhandene Datei ersetzen", "replace a file that is there already"),
    )
    .action((folders: string[], options: DictionaryOptions) =>
      writeDictionary(folders, options, context),
    );
}

async function writeDictionary(
  folders: readonly string[],
  options: DictionaryOptions,
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const format = chosenFormat(options);
  const paths = folders.map((folder) => resolve(shell.cwd, folder));
  const target = options.out === undefined ? undefined : resolve(shell.cwd, options.out);
  if (target !== undefined) {
    await checkTarget(target, { source: paths[0], force: options.force });
  }
  const document = dataDictionaryDocument(await readDictionary(paths), language, format);
  if (target === undefined) shell.stdout.write(document);
  else await writeReports({ files: [{ path: target, text: document }], context });
}

function chosenFormat({ format, out }: DictionaryOptions): DictionaryFormat {
  const asked = format ?? (out === undefined ? "md" : extname(out).slice(1).toLowerCase());
  const known = dictionaryFormats.find((each) => each === asked);
  if (known !== undefined) return known;
  const all = dictionaryFormats.join(", ");
  throw wrongUsage(
    `Das Format ${asked} gibt es nicht; möglich sind ${all}.`,
    `There is no format ${asked}; choose ${all}.`,
  );
}

async function readDictionary(paths: readonly string[]): Promise<DataDictionary> {
  const files = await Promise.all(paths.map(instrumentFile));
  const instruments: Instrument[] = [];
  for (const [index, file] of files.entries()) {
    if (file !== undefined) instruments.push(await readInstrument(file));
    else if (paths.length > 1) throw notAnInstrument(paths[index] ?? "");
  }
  if (instruments.length > 0) return dataDictionary(instruments);
  const [path = ""] = paths;
  await refuseOtherDefinitions(path);
  return (await readDataset(path)).dictionary;
}

/** The instrument file a path names, itself or in its folder; undefined if it names none. */
async function instrumentFile(path: string): Promise<string | undefined> {
  if (extname(path) === ".json") return path;
  const inside = join(path, "instrument.json");
  const found = await stat(inside).catch(() => undefined);
  return found?.isFile() === true ? inside : undefined;
}

async function readInstrument(file: string): Promise<Instrument> {
  let json: unknown;
  try {
    json = JSON.parse(await readTextFile(file));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw badInput(`${file} ist kein gültiges JSON.`, `${file} is not valid JSON.`);
  }
  const parsed = parseInstrument(json);
  if (!parsed.ok) throw unusableFile(file, parsed.issues);
  return parsed.value;
}

/** Says what to name instead of a folder of versions or of an interview guide. */
async function refuseOtherDefinitions(path: string): Promise<void> {
  const entries = await namesIn(path);
  const versions = await Promise.all(entries.map((entry) => namesIn(join(path, entry))));
  const holding = (file: string) => entries.filter((_, at) => versions[at]?.includes(file));
  if (entries.includes("interview-guide.json") || holding("interview-guide.json").length > 0) {
    throw badInput(
      `${path} ist ein Gesprächsleitfaden; er hat keine Spalten. Drucken lässt er sich mit „mehrwert instrument guide“.`,
      `${path} is an interview guide; it has no columns. Print it with “mehrwert instrument guide”.`,
    );
  }
  const [first] = holding("instrument.json");
  if (first === undefined) return;
  throw badInput(
    `${path} enthält Ordner mit Fragebögen. Nennen Sie eine Fassung, etwa ${join(path, first)}, oder mehrere Fassungen eines Fragebogens nacheinander.`,
    `${path} holds folders with instruments. Name one version, such as ${join(path, first)}, or several versions of one instrument in their order.`,
  );
}

/** Names in a folder; none if it is not one. */
function namesIn(path: string): Promise<string[]> {
  const none: string[] = [];
  return readdir(path).catch(() => none);
}

function notAnInstrument(path: string) {
  return badInput(
    `${path} ist kein Fragebogen; mehrere Angaben müssen Fassungen eines Fragebogens sein.`,
    `${path} is no instrument; several places must be versions of one instrument.`,
  );
}
