import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { badInput, type CommandContext } from "./shell.ts";

/** Writes reports, each whole or not at all, and says where they are. */
export async function writeReports(input: {
  files: readonly { path: string; text: string | Uint8Array }[];
  context: CommandContext;
}): Promise<void> {
  const { shell, language } = input.context;
  for (const { path, text } of input.files) {
    await writeWhole(path, text);
    const written = { de: "Geschrieben", en: "Written" }[language];
    shell.stderr.write(`${written}: ${path}\n`);
  }
}

async function writeWhole(file: string, text: string | Uint8Array): Promise<void> {
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
