import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import {
  type Codebook,
  type CodebookFile,
  compareVersions,
  instrumentPlaces,
  readCodebook,
  readCodebookFiles,
} from "@mehrwert/study";
import { unusableFile } from "./read-text-file.ts";
import { badInput, type CommandContext, type Shell } from "./shell.ts";

/** Every codebook.json below a folder, parsed, in order of path; none if there is no such folder. */
export async function codebookFiles(
  folder: string,
  { cwd }: Pick<Shell, "cwd">,
): Promise<CodebookFile[]> {
  const root = resolve(cwd, folder);
  const names = await readdir(root, { recursive: true }).catch(() => []);
  const { codebooks } = instrumentPlaces(names.map((name) => name.split(sep).join("/")));
  const texts = await Promise.all(
    codebooks.map(async (file) => {
      const path = join(root, file);
      return { file: path.split(sep).join("/"), text: await readFile(path, "utf8") };
    }),
  );
  return readCodebookFiles(texts);
}

/**
 * The codebook a person names: a file, `slug/version`, or `slug` for its newest version.
 *
 * @throws CommandFailure if there is none, or it cannot be used
 */
export async function namedCodebook(
  named: string,
  folder: string,
  { shell }: Pick<CommandContext, "shell">,
): Promise<Codebook> {
  const path = resolve(shell.cwd, named);
  if ((await stat(path).catch(() => undefined))?.isFile() === true) {
    const result = readCodebook(await readFile(path, "utf8"));
    if (!result.ok) throw unusableFile(path, result.issues);
    return result.value;
  }
  const files = await codebookFiles(folder, shell);
  const [slug, version] = named.split("/");
  const ofSlug = files
    .flatMap(({ result }) => (result.ok && result.value.slug === slug ? [result.value] : []))
    .toSorted((a, b) => compareVersions(a.version, b.version));
  const wanted =
    version === undefined ? ofSlug.at(-1) : ofSlug.find((book) => book.version === version);
  if (wanted !== undefined) return wanted;
  const broken = files.find(({ file, result }) => !result.ok && file.includes(`/${slug}/`));
  if (broken !== undefined && !broken.result.ok) {
    throw unusableFile(broken.file, broken.result.issues);
  }
  const known = files.flatMap(({ result }) => (result.ok ? [result.value.slug] : []));
  const list = [...new Set(known)].join(", ");
  throw badInput(
    `${named} ist weder eine Datei noch ein Codebuch in ${folder}${list === "" ? "" : `; dort liegen: ${list}`}.`,
    `${named} is neither a file nor a codebook in ${folder}${list === "" ? "" : `; it holds: ${list}`}.`,
  );
}
