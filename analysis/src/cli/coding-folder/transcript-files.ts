import { readFile, rm } from "node:fs/promises";
import {
  type CodingEvent,
  type CodingProject,
  type ProjectDocument,
  type Transcript,
  transcriptOf,
} from "@mehrwert/study";
import { badInput } from "../shell.ts";
import { writeOnce } from "./durable-file.ts";
import { folderLayout } from "./folder-layout.ts";

/**
 * The texts of all documents of a project, every version.
 *
 * @throws CommandFailure if one is missing or was changed since it was imported
 */
export async function readTranscripts(
  folder: string,
  { documents }: Pick<CodingProject, "documents">,
): Promise<Map<string, Transcript[]>> {
  const entries = documents.map(async (document): Promise<[string, Transcript[]]> => {
    const versions = document.versions.map((version) => readVersion(folder, document, version));
    return [document.id, await Promise.all(versions)];
  });
  return new Map(await Promise.all(entries));
}

async function readVersion(
  folder: string,
  { id }: ProjectDocument,
  { version, hash, speakers }: ProjectDocument["versions"][number],
): Promise<Transcript> {
  const path = folderLayout.transcript(folder, id, version);
  const bytes = await readFile(path).catch(() => {
    throw missing(path);
  });
  // A byte-order mark is part of a changed file, not of the text.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const transcript = await transcriptOf({ document: id, version, text, speakers });
  if (transcript.hash !== hash) throw changed(path, id);
  return transcript;
}

/**
 * The number that the next text of a document gets: no number is used twice, so that a coding made on a text that was
 * taken back never points into another one.
 */
export function nextTextVersion(events: readonly CodingEvent[], document: string): number {
  const used = events.flatMap(({ change }) =>
    (change.kind === "document-added" || change.kind === "document-corrected") &&
    change.transcript.document === document
      ? [change.transcript.version]
      : [],
  );
  return Math.max(0, ...used) + 1;
}

/**
 * Puts a text down before an event speaks of it; a file that an import left behind when it was cut off is replaced.
 *
 * @throws CommandFailure if it cannot be written
 */
export async function keepTranscript(
  folder: string,
  { document, version }: { document: string; version: number },
  text: string,
): Promise<void> {
  const path = folderLayout.transcript(folder, document, version);
  try {
    if (await writeOnce(path, text)) return;
    await rm(path);
    if (await writeOnce(path, text)) return;
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    throw badInput(
      `${path} ließ sich nicht schreiben: ${message}`,
      `${path} could not be written: ${message}`,
    );
  }
  throw changed(path, document);
}

function missing(path: string) {
  return badInput(
    `${path} fehlt. Stellen Sie die Datei aus einer Sicherung oder der Versionsverwaltung wieder her.`,
    `${path} is missing. Restore the file from a backup or from version control.`,
  );
}

function changed(path: string, document: string) {
  return badInput(
    `${path} wurde seit dem Import verändert; die Positionen der Kodierungen stimmen nicht mehr. Stellen Sie die Datei wieder her, und berichtigen Sie den Text mit „mehrwert code correct … ${document}“. Hat die Versionsverwaltung die Zeilenenden geändert, behalten Sie die Datei .gitattributes des Projekts bei.`,
    `${path} was changed since it was imported; positions of codings no longer fit. Restore the file, and correct the text with “mehrwert code correct … ${document}”. If version control changed the line ends, keep the project's .gitattributes.`,
  );
}
