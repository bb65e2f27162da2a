import { readFile } from "node:fs/promises";
import type { Issue } from "@mehrwert/study";
import { issueLine } from "./dataset-folder.ts";
import { badInput, type CommandFailure } from "./shell.ts";

/**
 * The text of a file, in UTF-8.
 *
 * @throws CommandFailure if there is none or it is no text
 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT"
      ? badInput(`${path} gibt es nicht.`, `There is no ${path}.`)
      : badInput(`${path} ist nicht lesbar.`, `${path} cannot be read.`);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badInput(
      `${path} ist kein Text in UTF-8. Speichern Sie die Datei in dieser Kodierung (in Excel als „CSV UTF-8“).`,
      `${path} is not text in UTF-8. Save the file in this encoding (in Excel as “CSV UTF-8”).`,
    );
  }
}

/** A file that holds nothing usable, with everything that is wrong with it. */
export function unusableFile(path: string, issues: readonly Issue[]): CommandFailure {
  const lines = (language: "de" | "en") =>
    issues.map((issue) => issueLine(issue, language)).join("\n");
  return badInput(
    `${path} ist so nicht auswertbar:\n${lines("de")}`,
    `${path} cannot be analysed as it is:\n${lines("en")}`,
  );
}
