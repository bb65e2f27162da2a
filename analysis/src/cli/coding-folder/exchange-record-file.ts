import { readFile } from "node:fs/promises";
import { type ExchangeRecord, noExchangeRecord, readExchangeRecord } from "@mehrwert/study";
import { unusableFile } from "../read-text-file.ts";
import { folderLayout } from "./folder-layout.ts";

/**
 * What another program called the parts of a project; empty for a project that began here.
 *
 * @throws CommandFailure if the file was damaged
 */
export async function readRecordFile(folder: string): Promise<ExchangeRecord> {
  const path = folderLayout.exchange(folder);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return noExchangeRecord;
  const read = readExchangeRecord(text);
  if (!read.ok) throw unusableFile(path, read.issues);
  return read.value;
}

/** Names of coders in the other program, by their name here. */
export async function coderNames(folder: string): Promise<Record<string, string>> {
  const { names } = await readRecordFile(folder);
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) =>
      key.startsWith("user:") ? [[key.slice("user:".length), name]] : [],
    ),
  );
}
