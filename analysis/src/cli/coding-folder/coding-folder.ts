import { readFile, stat } from "node:fs/promises";
import {
  type Codebook,
  type CodingProject,
  type CodingProjectFile,
  canonicalJson,
  codingProject,
  readCodebook,
  readCodingProjectFile,
  textHash,
} from "@mehrwert/study";
import type { CodingMaterial } from "../../coding/material.ts";
import { readTextFile, unusableFile } from "../read-text-file.ts";
import { badInput } from "../shell.ts";
import { folderLayout } from "./folder-layout.ts";
import { type EventReader, eventReader } from "./project-reader.ts";
import { readTranscripts } from "./transcript-files.ts";

/** A coding project on disk, open for reading; the state is that of the last `refresh`. */
export type CodingFolder = {
  path: string;
  file: CodingProjectFile;
  /** The codebook the project began with. */
  start: Codebook;
  reader: EventReader;
  refresh: () => Promise<void>;
  /** Computed when asked for, and again only after a change. */
  project: () => CodingProject;
  /** The state with its texts. @throws CommandFailure if a text is missing or was changed */
  material: () => Promise<CodingMaterial>;
};

/**
 * Opens the project in a folder.
 *
 * @throws CommandFailure if there is none, or with every place that is damaged
 */
export async function openCodingFolder(path: string): Promise<CodingFolder> {
  const file = await readProjectFile(path);
  const start = await readStart(path, file);
  const reader = eventReader(path);
  let state: CodingProject | undefined;
  const refresh = async () => {
    if (await reader.refresh()) state = undefined;
    const issues = reader.issues();
    if (issues.length > 0) throw unusableFile(path, issues);
  };
  const project = () => {
    state ??= codingProject(start, reader.events());
    return state;
  };
  await refresh();
  return {
    ...{ path, file, start, reader, refresh, project },
    material: async () => ({
      title: file.title,
      isSynthetic: file.isSynthetic ?? false,
      project: project(),
      transcripts: await readTranscripts(path, project()),
    }),
  };
}

async function readProjectFile(path: string): Promise<CodingProjectFile> {
  const file = folderLayout.project(path);
  if ((await stat(file).catch(() => undefined)) === undefined) {
    throw badInput(
      `${path} ist kein Kodierprojekt: project.json fehlt. Ein neues beginnt mit „mehrwert code import“.`,
      `${path} is no coding project: project.json is missing. “mehrwert code import” begins a new one.`,
    );
  }
  const read = readCodingProjectFile(await readFile(file, "utf8"));
  if (!read.ok) throw unusableFile(path, read.issues);
  return read.value;
}

async function readStart(path: string, { codebookHash }: CodingProjectFile): Promise<Codebook> {
  const file = folderLayout.codebook(path);
  const read = readCodebook(await readTextFile(file));
  if (!read.ok) throw unusableFile(file, read.issues);
  if ((await textHash(canonicalJson(read.value))) === codebookHash) return read.value;
  throw badInput(
    `${file} wurde seit Beginn des Projekts verändert. Stellen Sie die Datei wieder her; Änderungen am Codebuch gehören mit Person und Zeit in das Projekt: „mehrwert code codebook --help“.`,
    `${file} was changed since the project began. Restore the file; changes of the codebook belong in the project with person and time: “mehrwert code codebook --help”.`,
  );
}
