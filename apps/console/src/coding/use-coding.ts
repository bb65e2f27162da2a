import type { CodingMaterial } from "@mehrwert/analysis";
import {
  type CodingChange,
  type CodingProject,
  codingProject,
  consensusCoder,
  effectiveEvents,
  orderedEvents,
  type Transcript,
  transcriptOf,
  type UndoTargets,
  undoTargets,
} from "@mehrwert/study";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLanguage } from "../frame/language.ts";
import {
  type CodingHead,
  type CodingPlace,
  fetchEvents,
  fetchHead,
  fetchTranscript,
  sendChanges,
} from "./coding-client.ts";
import { type SeenEvents, withReply } from "./seen-events.ts";

/** A coding project as the pages work with it. */
export type Coding = {
  place: CodingPlace;
  head: CodingHead;
  project: CodingProject;
  /** What codings of this person belong to: the own name, or after the release the consensus. */
  layer: string;
  undo: UndoTargets;
  /** Takes back the last thing this person did, or brings it forth again; resolves to whether there was any. */
  goBack: (step: keyof UndoTargets) => Promise<boolean>;
  /** Texts of all versions that the events name, as far as they are there. */
  material: CodingMaterial | undefined;
  /** Does something; resolves when it is stored. */
  change: (changes: readonly CodingChange[]) => Promise<unknown>;
  /** Why the last change was refused. */
  fault: unknown;
  isSaving: boolean;
};

const eventsKey = ({ study, project }: CodingPlace) => ["coding-events", study, project];

/** Asks for what is new, or for everything after a release. */
async function readOn(queries: QueryClient, place: CodingPlace): Promise<SeenEvents> {
  const known = queries.getQueryData<SeenEvents>(eventsKey(place));
  const since = known?.events.length ?? 0;
  const isUnattended = known !== undefined;
  const reply = await fetchEvents(place, since, isUnattended);
  const now = queries.getQueryData<SeenEvents>(eventsKey(place));
  return withReply(now, since, reply) ?? fetchEvents(place, 0, isUnattended);
}

/**
 * A project with everything that was done in it, read again every few seconds; undefined until it is there.
 *
 * @returns `error` if it could not be read
 */
export function useCoding(place: CodingPlace): { coding: Coding | undefined; error: unknown } {
  const queries = useQueryClient();
  const events = useQuery({
    queryKey: eventsKey(place),
    queryFn: () => readOn(queries, place),
    refetchInterval: 4000,
    structuralSharing: false,
  });
  const phase = events.data?.phase;
  const head = useQuery({
    queryKey: ["coding-head", place.study, place.project, phase],
    queryFn: ({ signal }) => fetchHead(place, signal),
    enabled: phase !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const saving = useChanges(place, head.data);
  const project = useMemo(
    () => head.data && events.data && codingProject(head.data.codebook, events.data.events),
    [head.data, events.data],
  );
  const material = useMaterial(place, head.data, project);
  const undo = useMemo(() => undoOf(head.data, events.data), [head.data, events.data]);
  const error = events.error ?? head.error;
  if (head.data === undefined || project === undefined) return { coding: undefined, error };
  const layer = head.data.phase === "blind" ? head.data.coder : consensusCoder;
  return {
    error,
    coding: { ...{ place, head: head.data, project, layer, undo, material }, ...saving },
  };
}

function undoOf(head: CodingHead | undefined, seen: SeenEvents | undefined): UndoTargets {
  if (head === undefined || seen === undefined) return { undo: undefined, redo: undefined };
  const { undone } = effectiveEvents(seen.events);
  return undoTargets(orderedEvents(seen.events), undone, head.coder, head.releasedSequence);
}

/** Changes go one after the other, so that each builds on what the one before has brought. */
function useChanges(place: CodingPlace, head: CodingHead | undefined) {
  const queries = useQueryClient();
  const language = useLanguage();
  const key = eventsKey(place);
  const sending = useMutation({
    scope: { id: key.join(" ") },
    mutationFn: async (wish: readonly CodingChange[] | keyof UndoTargets) => {
      const before = queries.getQueryData<SeenEvents>(key);
      const changes = typeof wish === "string" ? undoing(undoOf(head, before)[wish]) : wish;
      if (changes.length === 0) return false;
      const since = before?.events.length ?? 0;
      const reply = await sendChanges(place, language, { since, changes });
      const next = withReply(queries.getQueryData<SeenEvents>(key), since, reply);
      if (next === undefined) await queries.invalidateQueries({ queryKey: key });
      else queries.setQueryData(key, next);
      return true;
    },
  });
  return {
    change: sending.mutateAsync,
    goBack: sending.mutateAsync,
    fault: sending.error,
    isSaving: sending.isPending,
  };
}

function undoing(target: string | undefined): CodingChange[] {
  return target === undefined ? [] : [{ kind: "undone", target }];
}

function useMaterial(
  place: CodingPlace,
  head: CodingHead | undefined,
  project: CodingProject | undefined,
): CodingMaterial | undefined {
  const versions = (project?.documents ?? []).flatMap(({ id: document, versions: all }) =>
    all.map(({ version, speakers }) => ({ document, version, speakers })),
  );
  const names = versions.map(({ document, version }) => `${document} ${version}`);
  const texts = useQuery({
    queryKey: ["coding-texts", place.study, place.project, names],
    queryFn: () =>
      Promise.all(
        versions.map(async (of) => transcriptOf({ ...of, ...(await fetchTranscript(place, of)) })),
      ),
    enabled: project !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
    structuralSharing: false,
  });
  return useMemo(() => {
    if (head === undefined || project === undefined || texts.data === undefined) return undefined;
    const transcripts = new Map<string, Transcript[]>();
    for (const text of texts.data)
      transcripts.set(text.document, [...(transcripts.get(text.document) ?? []), text]);
    const isWhole = project.documents.every(
      ({ id, versions: all }) => transcripts.get(id)?.length === all.length,
    );
    const { title, isSynthetic } = head;
    return isWhole ? { title, isSynthetic, project, transcripts } : undefined;
  }, [head, project, texts.data]);
}
