import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import {
  compareVersions,
  type InterviewGuide,
  type InterviewGuideFile,
  instrumentPlaces,
  readInterviewGuide,
  readInterviewGuideFiles,
} from "@mehrwert/study";
import { unusableFile } from "./read-text-file.ts";
import { badInput, type CommandContext, type Shell } from "./shell.ts";

/** Every interview-guide.json below a folder, parsed, in order of path; none if there is no such folder. */
export async function interviewGuideFiles(
  folder: string,
  { cwd }: Pick<Shell, "cwd">,
): Promise<InterviewGuideFile[]> {
  const root = resolve(cwd, folder);
  const names = await readdir(root, { recursive: true }).catch(() => []);
  const { guides } = instrumentPlaces(names.map((name) => name.split(sep).join("/")));
  const texts = await Promise.all(
    guides.map(async (file) => {
      const path = join(root, file);
      return { file: path.split(sep).join("/"), text: await readFile(path, "utf8") };
    }),
  );
  return readInterviewGuideFiles(texts);
}

/**
 * The interview guide a person names: a file, `slug/version`, or `slug` for its newest version.
 *
 * @throws CommandFailure if there is none, or it cannot be used
 */
export async function namedInterviewGuide(
  named: string,
  folder: string,
  { shell }: Pick<CommandContext, "shell">,
): Promise<InterviewGuide> {
  const path = resolve(shell.cwd, named);
  if ((await stat(path).catch(() => undefined))?.isFile() === true) {
    const result = readInterviewGuide(await readFile(path, "utf8"));
    if (!result.ok) throw unusableFile(path, result.issues);
    return result.value;
  }
  const files = await interviewGuideFiles(folder, shell);
  const [slug, version] = named.split("/");
  const ofSlug = files
    .flatMap(({ result }) => (result.ok && result.value.slug === slug ? [result.value] : []))
    .toSorted((a, b) => compareVersions(a.version, b.version));
  const wanted =
    version === undefined ? ofSlug.at(-1) : ofSlug.find((guide) => guide.version === version);
  if (wanted !== undefined) return wanted;
  const broken = files.find(({ file, result }) => !result.ok && file.includes(`/${slug}/`));
  if (broken !== undefined && !broken.result.ok) {
    throw unusableFile(broken.file, broken.result.issues);
  }
  throw badInput(
    `${named} ist weder eine Datei noch ein Leitfaden in ${folder}.`,
    `${named} is neither a file nor an interview guide in ${folder}.`,
  );
}
