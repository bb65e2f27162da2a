import type { Codebook, CodingChange, CodingPhase, Language } from "@mehrwert/study";
import { asking, fetchJson, sendFile, sendJson } from "../fetch-json.ts";
import type { SeenEvents } from "./seen-events.ts";

/** A coding project in a list. */
export type CodingEntry = {
  project: string;
  title: string;
  isSynthetic: boolean;
  phase: CodingPhase;
};

/** A coding project without its events, as it is for who asks. */
export type CodingHead = CodingEntry & {
  coder: string;
  mayPlan: boolean;
  codebook: Codebook;
  releasedSequence?: number;
};

/** A codebook that can be coded with. */
export type CodebookEntry = Pick<Codebook, "slug" | "version" | "title"> & { codes: number };

/** Which project, of which study. */
export type CodingPlace = { study: string; project: string };

/** The address of a study's coding projects. */
export const codingAddress = (study: string) => `/api/studies/${study}/coding`;

const addressOf = ({ study, project }: CodingPlace) => `${codingAddress(study)}/${project}`;

/** The folder that `mehrwert code` reads, as a zip file. */
export const folderAddress = (place: CodingPlace) => `${addressOf(place)}/project.zip`;

/** See `CodingHead`. */
export function fetchHead(place: CodingPlace, signal: AbortSignal): Promise<CodingHead> {
  return fetchJson(addressOf(place), signal);
}

/** The events after the first `since`. `isUnattended`: the page asks by itself, which keeps nobody signed in. */
export function fetchEvents(
  place: CodingPlace,
  since: number,
  isUnattended: boolean,
): Promise<SeenEvents> {
  return fetchJson(`${addressOf(place)}/events?since=${since}`, undefined, { isUnattended });
}

/** Adds changes, several as a run; gives everything after the first `since` events. */
export function sendChanges(
  place: CodingPlace,
  language: Language,
  { since, changes }: { since: number; changes: readonly CodingChange[] },
): Promise<SeenEvents> {
  return sendJson("POST", asking(`${addressOf(place)}/events`, { language }), {
    since,
    changes: changes.map((change) => ({ id: crypto.randomUUID(), change })),
    ...(changes.length > 1 && { run: crypto.randomUUID() }),
  });
}

/** The text of one version of a transcript. */
export function fetchTranscript(
  place: CodingPlace,
  { document, version }: { document: string; version: number },
): Promise<{ text: string }> {
  return fetchJson(`${addressOf(place)}/transcripts/${encodeURIComponent(document)}/${version}`);
}

/** Brings a transcript in under the name of its file, or a new version of one that is there. */
export function sendTranscript(
  place: CodingPlace,
  language: Language,
  file: File,
): Promise<{ document: string; version: number; notes: { de: string; en: string }[] }> {
  const document = documentOf(file.name);
  const address = `${addressOf(place)}/transcripts/${encodeURIComponent(document)}`;
  return sendFile(asking(address, { language, fileName: file.name }), file);
}

/** The name that a transcript gets from its file's. */
export function documentOf(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/, "")
    .normalize("NFC")
    .trim()
    .replace(/[^A-Za-z0-9À-ÖØ-öø-ÿ._-]+/g, "-");
}

/** Ends the blind phase. */
export function sendRelease(place: CodingPlace, language: Language): Promise<void> {
  return sendJson("POST", asking(`${addressOf(place)}/release`, { language }));
}
