import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Codebook, type CodingChange, parseCodebook, textHash } from "@mehrwert/study";
import { changeProject } from "../cli/coding-folder/change-project.ts";
import { type CodingFolder, openCodingFolder } from "../cli/coding-folder/coding-folder.ts";
import { createCodingFolder } from "../cli/coding-folder/create-coding-folder.ts";
import { keepTranscript } from "../cli/coding-folder/transcript-files.ts";

/** A shipped codebook. */
export async function shippedCodebook(slug: string): Promise<Codebook> {
  const url = new URL(`../../../instruments/${slug}/1.0.0/codebook.json`, import.meta.url);
  const parsed = parseCodebook(JSON.parse(await readFile(url, "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** A project at a path with these texts, coded by nobody yet. */
export async function newCodingProject(
  path: string,
  texts: { [document: string]: string },
  slug = "community-manager",
): Promise<CodingFolder> {
  const now = () => new Date("2026-11-28T09:00:00.000Z");
  const codebook = await shippedCodebook(slug);
  await createCodingFolder(path, { title: "Test", codebook, isSynthetic: true, now });
  const folder = await openCodingFolder(path);
  const changes = await Promise.all(
    Object.entries(texts).map(async ([document, text]): Promise<CodingChange> => {
      const hash = await textHash(text);
      await keepTranscript(path, { document, version: 1 }, text);
      return {
        kind: "document-added",
        transcript: {
          ...{ document, version: 1, hash, length: [...text].length },
          speakers: ["I", document],
          source: { format: "txt", encoding: "UTF-8" },
        },
      };
    }),
  );
  await changeProject(folder, { person: "lead", now }, () => changes);
  return folder;
}

/** One coding of ten characters somewhere in a document. */
export function someCoding(coder: string, number: number, document = "E1"): CodingChange {
  const start = (number * 7) % 400;
  return {
    kind: "coding-added",
    coding: {
      id: randomUUID(),
      excerpt: { document, version: 1, start, end: start + 10 + Math.floor(number / 400) },
      ...{ code: "F1.1", coder },
      origin: { kind: "by-hand" },
    },
  };
}
