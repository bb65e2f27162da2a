import { type CodingChange, textHash, transcriptOf } from "@mehrwert/study";
import { type Author, changeProject } from "./coding-folder/change-project.ts";
import type { CodingFolder } from "./coding-folder/coding-folder.ts";
import { keepTranscript, nextTextVersion } from "./coding-folder/transcript-files.ts";
import { badInput } from "./shell.ts";
import type { TranscriptSource } from "./transcript-sources.ts";

/** What became of a transcript: new, or there already word for word. */
export type AddedTranscript = { source: TranscriptSource; isNew: boolean; turns: number };

/**
 * Adds transcripts to a project, all or none. One that is there already with the same words is left alone.
 *
 * @throws CommandFailure if one is there with other words
 */
export async function addTranscripts(
  folder: CodingFolder,
  author: Author,
  sources: readonly TranscriptSource[],
): Promise<AddedTranscript[]> {
  const added: AddedTranscript[] = [];
  await changeProject(folder, author, async () => {
    const changes: CodingChange[] = [];
    for (const source of sources) {
      const change = await documentAdded(folder, source);
      const { document, speakers, transcript } = source;
      const { turns } = await transcriptOf({
        document,
        version: 1,
        text: transcript.text,
        speakers,
      });
      added.push({ source, isNew: change !== undefined, turns: turns.length });
      if (change !== undefined) changes.push(change);
    }
    // Texts first: an event must never speak of a text that is not on disk.
    for (const [at, change] of changes.entries()) {
      const source = added.filter(({ isNew }) => isNew)[at]?.source;
      if (change.kind !== "document-added" || source === undefined) continue;
      await keepTranscript(folder.path, change.transcript, source.transcript.text);
    }
    return changes;
  });
  return added;
}

async function documentAdded(
  folder: CodingFolder,
  { document, speakers, transcript }: TranscriptSource,
): Promise<CodingChange | undefined> {
  const { text, format, encoding } = transcript;
  const hash = await textHash(text);
  const present = folder
    .project()
    .documents.find(({ id }) => id.toLowerCase() === document.toLowerCase());
  if (present?.versions.some((version) => version.hash === hash) === true) return undefined;
  if (present !== undefined) throw otherWords(document);
  const version = nextTextVersion(folder.reader.events(), document);
  return {
    kind: "document-added",
    transcript: {
      ...{ document, version, hash, length: [...text].length, speakers: [...speakers] },
      source: { format, encoding },
    },
  };
}

function otherWords(document: string) {
  return badInput(
    `Das Transkript ${document} gibt es schon, mit anderen Worten. Eine Berichtigung wird mit „mehrwert code correct“ zu einer neuen Fassung; ein anderes Gespräch braucht einen anderen Dateinamen. Nichts wurde importiert.`,
    `Transcript ${document} is there already, with other words. “mehrwert code correct” makes a correction a new version; another interview needs another file name. Nothing was imported.`,
  );
}
