import { closeSync, openSync, readSync, statSync } from "node:fs";
import { badInput, type CommandFailure } from "./shell.ts";

const chunkBytes = 65_536;

/**
 * The bytes of a file, a piece at a time, so that a large file never stands in memory whole.
 *
 * A piece is overwritten by the next one.
 * @throws CommandFailure if the file is not there or cannot be read
 */
export function* fileChunks(path: string): Generator<Uint8Array, void, undefined> {
  const file = attempt(path, () => openSync(path, "r"));
  try {
    const chunk = new Uint8Array(chunkBytes);
    const next = () => attempt(path, () => readSync(file, chunk));
    for (let read = next(); read > 0; read = next()) yield chunk.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/**
 * How many bytes a file has.
 *
 * @throws CommandFailure if the file is not there
 */
export function fileSize(path: string): number {
  return attempt(path, () => statSync(path).size);
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): CommandFailure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "?";
  if (code === "ENOENT") return badInput(`${path} gibt es nicht.`, `There is no ${path}.`);
  return badInput(
    `${path} ließ sich nicht lesen (${code}).`,
    `${path} could not be read (${code}).`,
  );
}
