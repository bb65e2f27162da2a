import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Codebook, type CodingProjectFile, canonicalJson, textHash } from "@mehrwert/study";
import { badInput } from "../shell.ts";
import { syncFolder, writeOnce } from "./durable-file.ts";
import { folderLayout, folderReadme, gitAttributes, gitIgnore } from "./folder-layout.ts";

/** What a project begins with. */
export type NewProject = {
  title: string;
  codebook: Codebook;
  isSynthetic: boolean;
  now: () => Date;
  id?: string;
};

/**
 * Makes a project without documents, or with what `addMore` puts into the folder before it gets its name. The folder
 * appears whole or not at all.
 *
 * @throws CommandFailure if there is something in the folder, or it cannot be written
 */
export async function createCodingFolder(
  path: string,
  about: NewProject,
  addMore: (partial: string) => Promise<void> = async () => {},
): Promise<void> {
  const { title, codebook, isSynthetic, now, id = randomUUID() } = about;
  const { $schema: _, ...book } = codebook;
  const file: CodingProjectFile = {
    format: "mehrwert-coding",
    formatVersion: 1,
    id,
    title,
    createdAt: now().toISOString(),
    ...(isSynthetic && { isSynthetic }),
    codebookHash: await textHash(canonicalJson(book)),
  };
  await folderAsWhole(path, async (partial) => {
    await mkdir(folderLayout.events(partial), { recursive: true });
    await mkdir(folderLayout.transcripts(partial), { recursive: true });
    await writeOnce(folderLayout.codebook(partial), `${JSON.stringify(book, null, 2)}\n`);
    await writeOnce(folderLayout.readme(partial), folderReadme);
    await writeOnce(join(partial, ".gitattributes"), gitAttributes);
    await writeOnce(join(partial, ".gitignore"), gitIgnore);
    await addMore(partial);
    await writeOnce(folderLayout.project(partial), `${JSON.stringify(file, null, 2)}\n`);
  });
}

/** Fills a folder beside the one that is wanted and gives it its name at the end. */
async function folderAsWhole(
  path: string,
  fill: (partial: string) => Promise<void>,
): Promise<void> {
  const isThere = await requireFreeFolder(path);
  const partial = join(dirname(path), `.${basename(path)}.partial-${process.pid}`);
  try {
    await fill(partial);
    if (isThere) await rm(path, { recursive: true });
    await rename(partial, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    const { message } = error instanceof Error ? error : { message: String(error) };
    throw badInput(
      `${path} ließ sich nicht anlegen: ${message}`,
      `${path} could not be created: ${message}`,
    );
  }
}

/**
 * Whether there is a folder. One that is there must be empty, but for the report on an exchange file that was refused.
 *
 * @throws CommandFailure if there is anything else in it
 */
export async function requireFreeFolder(path: string): Promise<boolean> {
  const names = await readdir(path).catch(() => undefined);
  const report = basename(folderLayout.importReport(""));
  if (names?.some((name) => name !== report) === true) throw notEmpty(path);
  return names !== undefined;
}

function notEmpty(path: string) {
  return badInput(
    `${path} ist nicht leer und kein Kodierprojekt. Wählen Sie mit --out einen anderen Ordner.`,
    `${path} is not empty and no coding project. Choose another folder with --out.`,
  );
}
