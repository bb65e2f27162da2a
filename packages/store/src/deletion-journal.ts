import { open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { databaseErrorCode } from "./database-failure.ts";
import type { OnFileStep } from "./on-file-step.ts";
import { StoreUnavailable } from "./store-unavailable.ts";

/** One withdrawn response: nothing of it but the hash of its random id, and the day. */
export type Deletion = { study: string; responseHash: string; day: string };

/** Where deletions are noted beside the database. */
export type DeletionJournal = { file: string; onStep?: OnFileStep | undefined };

const line = /^([a-z][a-z0-9-]{0,63}) ([0-9a-f]{64}) (\d{4}-\d{2}-\d{2})$/;

/**
 * Notes deletions in a file beside the database, one line each: it is not part of a copy of the database, so an older
 * copy does not forget them. When this returns, they are on disk.
 */
export async function appendDeletions(
  { file, onStep }: DeletionJournal,
  deletions: readonly Deletion[],
): Promise<void> {
  if (deletions.length === 0) return;
  const text = deletions
    .map(({ study, responseHash, day }) => `${study} ${responseHash} ${day}\n`)
    .join("");
  const handle = await open(file, "a", 0o600);
  try {
    // A line that a crash cut short must not take this one with it.
    const isWhole = await endsInLine(file);
    onStep?.("journal: writing a line");
    await handle.appendFile(isWhole ? text : `\n${text}`);
    onStep?.("journal: syncing a line");
    await handle.sync();
    onStep?.("journal: a line is on disk");
  } finally {
    await handle.close();
  }
  const folder = await open(dirname(file), "r");
  await folder.sync().finally(() => folder.close());
}

async function endsInLine(file: string): Promise<boolean> {
  const text = await readFile(file, "utf8");
  return text === "" || text.endsWith("\n");
}

/**
 * Every deletion the file holds; none if there is no file. A line cut short by a crash was never confirmed to anybody
 * and is passed over.
 *
 * @throws StoreUnavailable if any other line is unreadable: better not to start than to bring a withdrawn response back
 */
export async function keptDeletions(file: string): Promise<Deletion[]> {
  const text = await readFile(file, "utf8").catch((error) => {
    const code = databaseErrorCode(error);
    if (code === "ENOENT") return "";
    throw unreadable(file, String(code));
  });
  return text.split("\n").flatMap((written, index) => {
    const [, study, responseHash, day] = line.exec(written) ?? [];
    if (study !== undefined && responseHash !== undefined && day !== undefined)
      return [{ study, responseHash, day }];
    if (isCutShort(written)) return [];
    throw unreadable(file, `${index + 1}`);
  });
}

/** Whether this is how a line begins: study, hash and day, as far as they go. */
function isCutShort(written: string): boolean {
  return /^([a-z][a-z0-9-]{0,63}( ([0-9a-f]{0,63}|[0-9a-f]{64}( [\d-]{0,9})?))?)?$/.test(written);
}

function unreadable(file: string, where: string): StoreUnavailable {
  return new StoreUnavailable({
    de: `Das Löschverzeichnis ${file} ist nicht lesbar (${where}); bitte stellen Sie die Datei wieder her, sonst könnten zurückgezogene Antworten wiederkehren.`,
    en: `The deletion journal ${file} cannot be read (${where}); please restore the file, or withdrawn responses could come back.`,
  });
}
