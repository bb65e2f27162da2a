import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Dataset, datasetFileNames, type Issue, parseDataset } from "@mehrwert/study";
import { unzipSync } from "fflate";
import { badInput } from "./shell.ts";

/** Files that operating systems leave in folders; they are no part of a dataset and no reason to refuse one. */
const leftByTheSystem = new Set(["Thumbs.db", "desktop.ini"]);

/**
 * The dataset in a folder or zip file, checked.
 *
 * @throws CommandFailure if there is none, or with everything that is wrong with it
 */
export async function readDataset(path: string): Promise<Dataset> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw badInput(`${path} gibt es nicht.`, `There is no ${path}.`);
  const files = found.isDirectory()
    ? await filesInFolder(path)
    : filesInZip(new Uint8Array(await readFile(path)), path);
  return checkedDataset(files, path);
}

/** The dataset in the bytes of a zip file, with its files as they are to be written. */
export async function datasetInZip(
  bytes: Uint8Array,
  origin: string,
): Promise<{ dataset: Dataset; files: ReadonlyMap<string, string> }> {
  const files = filesInZip(bytes, origin);
  return { dataset: await checkedDataset(files, origin), files };
}

/** Writes the files of a dataset into a folder that appears whole or not at all. */
export async function writeDatasetFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  mayReplace: boolean,
): Promise<void> {
  const present = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw badInput(
      `In ${folder} lässt sich nichts schreiben (${error.code}).`,
      `Nothing can be written to ${folder} (${error.code}).`,
    );
  });
  const names: readonly string[] = Object.values(datasetFileNames);
  const strangers = present?.filter((name) => !names.includes(name)) ?? [];
  if (present !== undefined && present.length > 0 && !mayReplace) {
    throw badInput(
      `${folder} ist nicht leer. Wählen Sie einen anderen Ordner, oder ersetzen Sie den Datensatz darin mit --force.`,
      `${folder} is not empty. Choose another folder, or replace the dataset in it with --force.`,
    );
  }
  if (strangers.length > 0) {
    throw badInput(
      `${folder} enthält noch anderes: ${strangers.slice(0, 3).join(", ")}. --force ersetzt nur einen Datensatz; räumen Sie den Ordner auf oder wählen Sie einen anderen.`,
      `${folder} holds other things too: ${strangers.slice(0, 3).join(", ")}. --force replaces a dataset only; tidy the folder or choose another.`,
    );
  }
  const partial = join(dirname(folder), `.${basename(folder)}.partial-${process.pid}`);
  try {
    await mkdir(partial, { recursive: true });
    for (const [name, text] of files) await writeFile(join(partial, name), text, { mode: 0o600 });
    if (present !== undefined) await emptied(folder, present);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    const { message } = error instanceof Error ? error : { message: String(error) };
    throw badInput(
      `${folder} ließ sich nicht schreiben: ${message}`,
      `${folder} could not be written: ${message}`,
    );
  }
}

async function emptied(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(folder, name));
  await rmdir(folder);
}

async function filesInFolder(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || leftByTheSystem.has(entry.name)) continue;
    if (!entry.isFile()) {
      throw badInput(
        `${join(folder, entry.name)} gehört nicht zu einem Datensatz. Verschieben Sie es in einen anderen Ordner.`,
        `${join(folder, entry.name)} is not part of a dataset. Move it to another folder.`,
      );
    }
    files.set(entry.name, decoded(await readFile(join(folder, entry.name)), entry.name));
  }
  return files;
}

function filesInZip(bytes: Uint8Array, origin: string): Map<string, string> {
  try {
    return new Map(
      Object.entries(unzipSync(bytes)).map(([name, content]) => [name, decoded(content, name)]),
    );
  } catch (error) {
    if (error instanceof Error && error.name === "CommandFailure") throw error;
    throw badInput(
      `${origin} ist weder ein Ordner noch eine ZIP-Datei mit einem Datensatz.`,
      `${origin} is neither a folder nor a zip file with a dataset.`,
    );
  }
}

/** A byte-order mark stays in the text, so that a file changed by one does not pass for unchanged. */
function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badInput(`${name} ist kein Text in UTF-8.`, `${name} is not text in UTF-8.`);
  }
}

async function checkedDataset(
  files: ReadonlyMap<string, string>,
  origin: string,
): Promise<Dataset> {
  const result = await parseDataset(files);
  if (result.ok) return result.value;
  const lines = (language: "de" | "en") =>
    result.issues.map((issue) => issueLine(issue, language)).join("\n");
  throw badInput(
    `${origin} ist kein brauchbarer Datensatz:\n${lines("de")}`,
    `${origin} is not a usable dataset:\n${lines("en")}`,
  );
}

/** One issue as it stands in the terminal: where, what, and how to mend it. */
export function issueLine({ path, message, advice }: Issue, language: "de" | "en"): string {
  return `  ${path}: ${message[language]}\n    → ${advice[language]}`;
}
