import type { Codebook, CodebookChange } from "./codebook/schema.ts";
import { effectiveEvents } from "./coding-event/effective-events.ts";
import type { CodingEvent } from "./coding-event/schema.ts";
import { applyEvent } from "./coding-project/apply-event.ts";
import { standingSuggestions } from "./coding-project/apply-suggestion.ts";
import { type Draft, emptyDraft } from "./coding-project/draft.ts";
import type {
  CodeChange,
  CodingProject,
  ProjectNotice,
  StandingAssignment,
} from "./coding-project/project.ts";

export type {
  CodebookVersion,
  CodeChange,
  CodingCase,
  CodingProject,
  DocumentVersion,
  ProjectDocument,
  ProjectNotice,
  Stamp,
  StandingAssignment,
  StandingSuggestion,
  StrandedAssignment,
} from "./coding-project/project.ts";

/**
 * The state of a coding project: a pure function of the codebook it began with and of all events, in whatever order they
 * are given.
 *
 * What was undone counts as if it had never been. An event that has no effect (its code or coding is gone) is told in
 * `notices`; a coding that finds no place is kept in `stranded`. Nothing is ever dropped silently.
 * @example codingProject(codebook, events).assignments.length
 */
export function codingProject(start: Codebook, all: readonly CodingEvent[]): CodingProject {
  const { events, incomplete } = effectiveEvents(all);
  const draft = emptyDraft(start);
  for (const event of incomplete) draft.notices.push(notice(event, "incomplete-run"));
  for (const event of events) {
    const refusal = applyEvent(draft, event);
    if (refusal !== undefined) draft.notices.push(notice(event, refusal));
  }
  return {
    codebook: presentCodebook(start, draft),
    changesSince: draft.changes,
    codebookVersions: draft.versions,
    documents: [...draft.documents.values()],
    cases: [...draft.cases.values()],
    assignments: inOrder(collapsed([...draft.assignments.values()]), draft),
    stranded: [...draft.stranded.values()],
    suggestions: standingSuggestions(draft),
    memos: [...draft.memos.values()],
    records: draft.records,
    notices: draft.notices,
    people: [...new Set(all.map(({ person }) => person))].sort(),
  };
}

/**
 * The state of a codebook in one word, for every result that rests on it: its version, and how many changes came since.
 *
 * @example codebookState(project) // "1.0.0+3"
 */
export function codebookState({ codebook, changesSince }: CodingProject): string {
  const more = changesSince.length === 0 ? "" : `+${changesSince.length}`;
  return `${codebook.version}${more}`;
}

function notice({ id, person, at }: CodingEvent, reason: ProjectNotice["reason"]): ProjectNotice {
  return { event: id, person, at, reason };
}

function presentCodebook(start: Codebook, { codes, version, versions }: Draft): Codebook {
  const named = versions.flatMap((each) =>
    each.changes.map((change) => inHistory(change, each.version)),
  );
  const history = [...(start.history ?? []), ...named];
  return { ...start, version, codes, ...(history.length > 0 && { history }) };
}

function inHistory({ kind, codes, into, note }: CodeChange, version: string): CodebookChange {
  return {
    ...{ version, kind, codes },
    ...(into !== undefined && into.length > 0 && { into }),
    ...(note !== undefined && { note: { de: note, en: note } }),
  };
}

/** Codings of the same coder, passage and code are one; the first stands for all. */
function collapsed(assignments: readonly StandingAssignment[]): StandingAssignment[] {
  const kept = new Map<string, StandingAssignment>();
  for (const assignment of assignments) {
    const { document, version, start, end } = assignment.excerpt;
    const key = [document, version, start, end, assignment.code, assignment.coder].join(" ");
    const first = kept.get(key);
    if (first === undefined) kept.set(key, assignment);
    else kept.set(key, { ...first, alsoFrom: [...(first.alsoFrom ?? []), assignment.id] });
  }
  return [...kept.values()];
}

function inOrder(assignments: StandingAssignment[], { documents }: Draft): StandingAssignment[] {
  const places = new Map([...documents.keys()].map((id, at) => [id, at]));
  const place = ({ excerpt }: StandingAssignment) => places.get(excerpt.document) ?? places.size;
  return assignments.sort(
    (a, b) =>
      place(a) - place(b) ||
      a.excerpt.start - b.excerpt.start ||
      a.excerpt.end - b.excerpt.end ||
      (a.coder < b.coder ? -1 : a.coder > b.coder ? 1 : 0) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}
