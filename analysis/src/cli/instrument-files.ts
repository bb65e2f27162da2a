import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import {
  compareVersions,
  type Instrument,
  type InstrumentFile,
  type Issue,
  instrumentPlaces,
  readInstrument,
  readInstrumentFiles,
} from "@mehrwert/study";
import { unusableFile } from "./read-text-file.ts";
import { badInput, type CommandContext, type Shell } from "./shell.ts";

/** Where instruments lie unless a command says otherwise. */
export const usualFolder = "instruments";

/**
 * Where codebooks and guides are looked for: in the folder that was named, else in `instruments` here, else in the folder
 * that came with the program, so that an analyst can work anywhere.
 */
export async function definitionsFolder(
  named: string | undefined,
  { cwd }: Pick<Shell, "cwd">,
): Promise<string> {
  if (named !== undefined) return named;
  const own = await stat(resolve(cwd, usualFolder)).catch(() => undefined);
  return own?.isDirectory() === true
    ? usualFolder
    : fileURLToPath(new URL("../../../instruments", import.meta.url));
}

/**
 * Every instrument.json below a folder, parsed, in order of path; then every version folder that holds none.
 *
 * @throws CommandFailure if there is no such folder, or it holds no instrument, interview guide or codebook
 */
export async function instrumentFiles(
  folder: string,
  { cwd }: Pick<Shell, "cwd">,
): Promise<InstrumentFile[]> {
  const root = resolve(cwd, folder);
  if (!(await stat(root).catch(() => undefined))?.isDirectory()) {
    throw badInput(`Den Ordner ${root} gibt es nicht.`, `There is no folder ${root}.`);
  }
  const names = await readdir(root, { recursive: true });
  const places = instrumentPlaces(names.map((name) => name.split(sep).join("/")));
  const { files, guides, codebooks, issues } = places;
  if (files.length + guides.length + codebooks.length === 0) {
    throw badInput(
      `In ${root} liegt keine instrument.json, interview-guide.json oder codebook.json.`,
      `There is no instrument.json, interview-guide.json or codebook.json in ${root}.`,
    );
  }
  // The folder's own name may be the slug or the version that a file has to lie in.
  const texts = await Promise.all(
    files.map(async (file) => {
      const path = join(root, file);
      return { file: path.split(sep).join("/"), text: await readFile(path, "utf8") };
    }),
  );
  const empty = issues.map(({ file, issue }): InstrumentFile => {
    const faults: Issue[] = [issue];
    return { file: join(root, file), result: { ok: false, issues: faults } };
  });
  return [...readInstrumentFiles(texts), ...empty];
}

/**
 * The instrument a person names: a file, `slug/version`, or `slug` for its newest version.
 *
 * @throws CommandFailure if there is none, or it cannot be used
 */
export async function namedInstrument(
  named: string,
  folder: string,
  context: CommandContext,
): Promise<Instrument> {
  const { shell } = context;
  const path = resolve(shell.cwd, named);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === true) return instrumentIn(path);
  const file = join(path, "instrument.json");
  if ((await stat(file).catch(() => undefined))?.isFile() === true) return instrumentIn(file);
  const [slug, version] = named.split("/");
  const all = (await instrumentFiles(folder, shell)).flatMap(({ result }) =>
    result.ok && result.value.mehrwert.slug === slug ? [result.value] : [],
  );
  const newest = byVersion(all).at(-1);
  const wanted =
    version === undefined ? newest : all.find(({ mehrwert }) => mehrwert.version === version);
  if (wanted !== undefined) return wanted;
  throw badInput(
    `${named} ist weder eine Datei noch ein Fragebogen in ${folder}.`,
    `${named} is neither a file nor an instrument in ${folder}.`,
  );
}

/** Instruments in the order of their version numbers. */
export function byVersion(instruments: readonly Instrument[]): Instrument[] {
  return instruments.toSorted((a, b) => compareVersions(a.mehrwert.version, b.mehrwert.version));
}

/** @throws CommandFailure if the file cannot be used as an instrument */
export async function instrumentIn(path: string): Promise<Instrument> {
  const text = await readFile(path, "utf8").catch(() => {
    throw badInput(`${path} ist nicht lesbar.`, `${path} cannot be read.`);
  });
  const result = readInstrument(text);
  if (!result.ok) throw unusableFile(path, result.issues);
  return result.value;
}
