import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RenderedRanking } from "./rendered-ranking.ts";
import { badInput, type CommandContext } from "./shell.ts";

/** Where reports go: into a folder under their own names, or to one path, which may be a folder too. */
export type ReportTarget = { folder: string } | { path: string };

/** Writes reports, each whole or not at all, and says where they are. Never into the dataset they come from. */
export async function writeReports(input: {
  target: ReportTarget;
  /** The dataset; another file in it would make it unreadable. */
  source: string;
  reports: readonly RenderedRanking[];
  context: CommandContext;
}): Promise<void> {
  const { target, source, reports, context } = input;
  const isFolder =
    "folder" in target || (await stat(target.path).catch(() => undefined))?.isDirectory() === true;
  const place = "folder" in target ? target.folder : target.path;
  for (const { name, text } of reports) {
    const file = isFolder ? join(place, name) : place;
    if (dirname(file) === source) {
      throw badInput(
        `${source} enthält den Datensatz; weitere Dateien darin machen ihn unbrauchbar. Wählen Sie einen anderen Ordner.`,
        `${source} holds the dataset; further files in it make it unusable. Choose another folder.`,
      );
    }
    await writeWhole(file, text);
    const written = { de: "Geschrieben", en: "Written" }[context.language];
    context.shell.stderr.write(`${written}: ${file}\n`);
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  const partial = `${file}.partial-${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(partial, text);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    const { message } = error instanceof Error ? error : { message: String(error) };
    throw badInput(
      `${file} ließ sich nicht schreiben: ${message}`,
      `${file} could not be written: ${message}`,
    );
  }
}
