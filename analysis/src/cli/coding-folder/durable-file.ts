import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Appends to a file in one write and returns only when it is on disk. */
export async function appendDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "a");
  try {
    await file.appendFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
}

/**
 * Writes a file that nothing may ever change, whole or not at all, and returns only when it is on disk.
 *
 * @returns false if there is a file of this name with other content
 */
export async function writeOnce(path: string, text: string): Promise<boolean> {
  const partial = `${path}.partial-${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(partial, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(partial, path);
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (!isThere) throw error;
    return (await readFile(path, "utf8")) === text;
  } finally {
    await rm(partial, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** A new name is on disk only when its folder is; some systems cannot sync a folder and need not. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined);
  if (folder === undefined) return;
  await folder.sync().catch(() => {});
  await folder.close();
}
