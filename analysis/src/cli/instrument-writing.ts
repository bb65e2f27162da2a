import { link, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Instrument, instrumentJsonSchema } from "@mehrwert/study";
import { badInput, type CommandContext } from "./shell.ts";

/** The text of an instrument file, its schema two folders up. */
export function instrumentText(instrument: Instrument): string {
  const file = { ...instrument, $schema: "../../instrument.schema.json" };
  const { $schema, ...rest } = file;
  return `${JSON.stringify({ $schema, ...rest }, null, 2)}\n`;
}

/**
 * Puts an instrument and its README where it belongs below a folder, whole or not at all, and the schema that editors
 * complete names from beside them. What is there already is never written over.
 *
 * @returns the path of the instrument file
 * @throws CommandFailure if this version is there already or the folder cannot be written
 */
export async function writeInstrument(
  input: { instrument: Instrument; folder: string; readme: string },
  { shell, language }: CommandContext,
): Promise<string> {
  const { instrument, folder, readme } = input;
  const { slug, version } = instrument.mehrwert;
  const place = join(folder, slug, version);
  const file = join(place, "instrument.json");
  await writeNew(file, instrumentText(instrument));
  const written = [file];
  const beside = [
    { path: join(place, "README.md"), text: readme },
    {
      path: join(folder, "instrument.schema.json"),
      text: `${JSON.stringify(instrumentJsonSchema(), null, 2)}\n`,
    },
  ];
  for (const { path, text } of beside) {
    if ((await stat(path).catch(() => undefined)) !== undefined) continue;
    await writeNew(path, text);
    written.push(path);
  }
  for (const path of written) {
    shell.stderr.write(`${{ de: "Geschrieben", en: "Written" }[language]}: ${path}\n`);
  }
  return file;
}

/** Writes to a file of another name and links it into place, which fails if something is there. */
async function writeNew(path: string, text: string): Promise<void> {
  const partial = `${path}.partial-${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, text);
    await link(partial, path);
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (isThere) {
      throw badInput(
        `${path} gibt es schon und wird nicht überschrieben.`,
        `${path} exists already and is not written over.`,
      );
    }
    const { message } = error instanceof Error ? error : { message: String(error) };
    throw badInput(
      `${path} ließ sich nicht schreiben: ${message}`,
      `${path} could not be written: ${message}`,
    );
  } finally {
    await rm(partial, { force: true });
  }
}
