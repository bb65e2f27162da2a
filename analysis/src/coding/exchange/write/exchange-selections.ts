import type { StandingAssignment } from "@mehrwert/study";
import type { ExchangeSelection } from "../exchange-project.ts";
import { derivedGuid } from "../guid.ts";
import { type ExportContext, guidOfId } from "./export-context.ts";
import { type PlacedNotes, passageKey } from "./placed-notes.ts";

type Passage = { start: number; end: number; codings: StandingAssignment[] };

/** The passages of a document, each once with all its codings and notes, in the order of the text. */
export function exchangeSelections(
  context: ExportContext,
  placed: PlacedNotes,
  document: string,
): ExchangeSelection[] {
  const passages = new Map<string, Passage>();
  for (const assignment of assignmentsOf(context, document)) {
    const { start, end } = assignment.excerpt;
    const key = passageKey({ document, start, end });
    const passage = passages.get(key) ?? { start, end, codings: [] };
    passage.codings.push(assignment);
    passages.set(key, passage);
  }
  const prefix = `passage:${document}:`;
  for (const key of placed.about.keys()) {
    if (!key.startsWith(prefix) || passages.has(key)) continue;
    const [start = 0, end = 0] = key.slice(prefix.length).split("-").map(Number);
    passages.set(key, { start, end, codings: [] });
  }
  return [...passages]
    .toSorted(([, a], [, b]) => a.start - b.start || a.end - b.end)
    .map(([key, passage]) => selection(context, placed, { document, key, ...passage }));
}

/** A coding whose text was emptied stands on an older version and has no place in the present one. */
function assignmentsOf({ material }: ExportContext, document: string): StandingAssignment[] {
  const present = material.project.documents.find(({ id }) => id === document)?.versions.at(-1);
  return material.project.assignments.filter(
    ({ excerpt }) => excerpt.document === document && excerpt.version === present?.version,
  );
}

function selection(
  context: ExportContext,
  { about }: PlacedNotes,
  { document, key, start, end, codings }: Passage & { document: string; key: string },
): ExchangeSelection {
  const { guid, record } = context;
  return {
    guid: record.guids[key] ?? derivedGuid(guid(`document:${document}`), `${start}-${end}`),
    ...{ start, end },
    codings: codings.toSorted(byTime).map(({ id, code, coder, added }) => ({
      guid: guidOfId(context, "coding", id),
      code: guid(`code:${code}`),
      user: guid(`user:${coder}`),
      at: added.at,
      noteRefs: about.get(`coding:${id}`) ?? [],
    })),
    noteRefs: about.get(key) ?? [],
  };
}

function byTime(a: StandingAssignment, b: StandingAssignment): number {
  if (a.added.at !== b.added.at) return a.added.at < b.added.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
