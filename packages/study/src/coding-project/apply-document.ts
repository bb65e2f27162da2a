import type { CodingChange, CodingEvent } from "../coding-event/schema.ts";
import { carriedPassage } from "../text-alignment.ts";
import { type Draft, type Refusal, stampOf } from "./draft.ts";
import type {
  CodingCase,
  DocumentVersion,
  ProjectDocument,
  StandingAssignment,
} from "./project.ts";

type Change<K extends CodingChange["kind"]> = Extract<CodingChange, { kind: K }>;

/** Adds a transcript. Its first version is 1, or higher where an earlier import was taken back. */
export function addDocument(
  draft: Draft,
  { transcript, title, language }: Change<"document-added">,
  event: CodingEvent,
): Refusal {
  const { document: id, ...version } = transcript;
  const isThere = [...draft.documents.keys()].some((key) => key.toLowerCase() === id.toLowerCase());
  if (isThere) return "document-exists";
  draft.documents.set(id, {
    id,
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    versions: [{ ...stampOf(event), ...version }],
    variables: {},
  });
  return undefined;
}

/** Adds a version; every coding moves along. */
export function correctDocument(
  draft: Draft,
  { transcript, from, alignment, carried }: Change<"document-corrected">,
  event: CodingEvent,
): Refusal {
  const { document: id, ...version } = transcript;
  const document = draft.documents.get(id);
  if (document === undefined) return "unknown-document";
  const last = document.versions.at(-1)?.version ?? 0;
  if (from !== last || version.version <= last) return "wrong-version";
  draft.documents.set(id, {
    ...document,
    versions: [...document.versions, { ...stampOf(event), ...version, alignment }],
  });
  const places = new Map(carried.map(({ coding, ...place }) => [coding, place]));
  for (const [key, assignment] of draft.assignments) {
    const { excerpt, mark } = assignment;
    if (excerpt.document !== id || excerpt.version !== from) continue;
    const place = places.get(key) ?? carriedPassage(alignment, excerpt, version.length);
    // An empty text holds no passage: the coding stays with the text it was made on.
    if (place === undefined) {
      draft.assignments.set(key, { ...assignment, mark: "review" });
      continue;
    }
    const { start, end, mark: now } = place;
    draft.assignments.set(key, {
      ...assignment,
      excerpt: { document: id, version: version.version, start, end },
      ...marked(assignment, worse(mark, now)),
    });
  }
  return undefined;
}

/** The mark, and for what is to be reviewed the passage that somebody last saw. */
function marked(
  { excerpt, seen = excerpt }: StandingAssignment,
  mark: StandingAssignment["mark"],
): Pick<StandingAssignment, "mark" | "seen"> {
  return mark === "review" ? { mark, seen } : { mark };
}

/** A coding that is still to be reviewed stays so, and one that moved once has moved. */
function worse(
  before: StandingAssignment["mark"],
  now: StandingAssignment["mark"],
): StandingAssignment["mark"] {
  const order = ["unchanged", "moved", "review"] as const;
  return order.indexOf(before) > order.indexOf(now) ? before : now;
}

/** Carries a passage coded on an older version through all corrections since. */
export function broughtUpToDate(
  assignment: StandingAssignment,
  { id, versions }: ProjectDocument,
): StandingAssignment {
  let current = assignment;
  const later = versions.filter(({ version }) => version > assignment.excerpt.version);
  for (const version of later) {
    const place = carriedThrough(current, version);
    if (place === undefined) return { ...current, mark: "review" };
    const { start, end, mark } = place;
    current = {
      ...current,
      excerpt: { document: id, version: version.version, start, end },
      ...marked(current, worse(current.mark, mark)),
    };
  }
  return current;
}

function carriedThrough({ excerpt }: StandingAssignment, version: DocumentVersion) {
  return carriedPassage(version.alignment ?? [], excerpt, version.length);
}

/** Takes a transcript out of sight. Its text and codings are kept for whoever takes this back. */
export function removeDocument(draft: Draft, { document }: Change<"document-removed">): Refusal {
  if (!draft.documents.has(document)) return "unknown-document";
  draft.documents.delete(document);
  for (const [key, { excerpt }] of draft.assignments) {
    if (excerpt.document === document) draft.assignments.delete(key);
  }
  return undefined;
}

/** Sets a variable of a document; an empty value takes it away. */
export function setVariable(
  draft: Draft,
  { document: id, variable, value }: Change<"document-variable-set">,
): Refusal {
  const document = draft.documents.get(id);
  if (document === undefined) return "unknown-document";
  draft.documents.set(id, {
    ...document,
    variables: withValue(document.variables, variable, value),
  });
  return undefined;
}

/** Adds a case, or changes what is known of it. */
export function changeCase(draft: Draft, change: Change<"case-changed">): Refusal {
  const { case: id, documents, pseudonym, variables = {} } = change;
  const before: CodingCase = draft.cases.get(id) ?? { id, documents: [], variables: {} };
  let values = before.variables;
  for (const [name, value] of Object.entries(variables)) values = withValue(values, name, value);
  const { pseudonym: old, ...rest } = before;
  const named = pseudonym ?? old;
  draft.cases.set(id, {
    ...rest,
    documents: documents ?? before.documents,
    ...(named !== undefined && named !== "" && { pseudonym: named }),
    variables: values,
  });
  return undefined;
}

/** Takes a case out of the table; its documents stay. */
export function removeCase(draft: Draft, { case: id }: Change<"case-removed">): Refusal {
  return draft.cases.delete(id) ? undefined : "unknown-case";
}

function withValue(
  variables: Record<string, string>,
  name: string,
  value: string,
): Record<string, string> {
  const { [name]: _, ...rest } = variables;
  return value === "" ? rest : { ...rest, [name]: value };
}
