import type { CodingProject, Excerpt, ProjectDocument, Transcript } from "@mehrwert/study";

/** A project with the texts its codings point into: what every table, list and document is made from. */
export type CodingMaterial = {
  title: string;
  /** Whether interviews or codings were made up; every report then says so. */
  isSynthetic: boolean;
  project: CodingProject;
  /** By document, all versions, oldest first. */
  transcripts: ReadonlyMap<string, readonly Transcript[]>;
};

/** The version of a document that is coded now. @throws RangeError if its text is not there */
export function presentTranscript(
  { transcripts }: Pick<CodingMaterial, "transcripts">,
  document: string,
): Transcript {
  const found = transcripts.get(document)?.at(-1);
  if (found === undefined) throw new RangeError(`presentTranscript: no text of ${document}`);
  return found;
}

/** The words of a passage, in the version it points into. @throws RangeError if that is not there */
export function excerptText(
  { transcripts }: Pick<CodingMaterial, "transcripts">,
  { document, version, start, end }: Excerpt,
): string {
  const transcript = transcripts.get(document)?.find((each) => each.version === version);
  if (transcript === undefined) {
    throw new RangeError(`excerptText: no version ${version} of ${document}`);
  }
  return transcript.positions.slice(start, end);
}

/** The case a document belongs to, or the document itself where no case names it. */
export function caseOf({ project }: Pick<CodingMaterial, "project">, document: string): string {
  return project.cases.find(({ documents }) => documents.includes(document))?.id ?? document;
}

/** A variable of a document: its own value, else that of its case. */
export function variableOf(
  { project }: Pick<CodingMaterial, "project">,
  document: Pick<ProjectDocument, "id" | "variables">,
  name: string,
): string | undefined {
  const own = document.variables[name];
  if (own !== undefined) return own;
  return project.cases.find(({ documents }) => documents.includes(document.id))?.variables[name];
}
