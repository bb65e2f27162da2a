import type { CodingChange, CodingEvent } from "../coding-event/schema.ts";
import type { Excerpt } from "../excerpt.ts";
import { carriedPassage } from "../text-alignment.ts";
import { type Draft, presentCode, type Refusal, type SuggestionDraft, stampOf } from "./draft.ts";
import type { ProjectDocument, StandingSuggestion } from "./project.ts";

type Change<K extends CodingChange["kind"]> = Extract<CodingChange, { kind: K }>;

/** Keeps a suggestion, apart from all codings. */
export function addSuggestion(
  draft: Draft,
  { suggestion }: Change<"suggestion-added">,
  event: CodingEvent,
): Refusal {
  if (draft.suggestions.has(suggestion.id)) return "suggestion-exists";
  draft.suggestions.set(suggestion.id, {
    ...suggestion,
    added: stampOf(event),
    run: event.run?.id ?? event.id,
  });
  return undefined;
}

/**
 * Suggestions with what became of them, in the order of documents and passages. One is accepted while a coding names it
 * as its origin; taking that coding away opens it again.
 */
export function standingSuggestions(draft: Draft): StandingSuggestion[] {
  const codings = [
    ...draft.assignments.values(),
    ...[...draft.stranded.values()].map(({ assignment }) => assignment),
  ];
  const accepted = new Set(
    codings.flatMap(({ origin }) =>
      origin.kind === "accepted-suggestion" && origin.suggestion !== undefined
        ? [origin.suggestion]
        : [],
    ),
  );
  const places = new Map([...draft.documents.keys()].map((id, at) => [id, at]));
  const place = ({ excerpt }: StandingSuggestion) => places.get(excerpt.document) ?? places.size;
  return [...draft.suggestions.values()]
    .map((suggestion) => standing(draft, suggestion, accepted))
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        a.excerpt.start - b.excerpt.start ||
        a.excerpt.end - b.excerpt.end ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
        (a.id < b.id ? -1 : 1),
    );
}

function standing(
  draft: Draft,
  suggestion: SuggestionDraft,
  accepted: ReadonlySet<string>,
): StandingSuggestion {
  const { excerpt, code, id } = suggestion;
  const document = draft.documents.get(excerpt.document);
  const now = document === undefined ? undefined : carriedExcerpt(excerpt, document);
  const present = presentCode(draft, code);
  const decided = accepted.has(id) ? "accepted" : draft.rejected.has(id) ? "rejected" : undefined;
  if (now === undefined || present === undefined) {
    return { ...suggestion, state: decided ?? "obsolete" };
  }
  // Where the words of a rule stood is told only as long as the passage has not moved.
  const { hits, ...rest } = suggestion;
  return {
    ...rest,
    ...(hits !== undefined && now === excerpt && { hits }),
    ...{ excerpt: now, code: present, state: decided ?? "open" },
  };
}

/** Undefined where a correction touched its words: the new ones were never looked at. */
function carriedExcerpt(excerpt: Excerpt, { versions }: ProjectDocument): Excerpt | undefined {
  const known = versions.find(({ version }) => version === excerpt.version);
  if (known === undefined || excerpt.end > known.length) return undefined;
  let current = excerpt;
  for (const { version, alignment = [], length } of versions) {
    if (version <= current.version) continue;
    const place = carriedPassage(alignment, current, length);
    if (place === undefined || place.mark === "review") return undefined;
    current = { ...current, version, start: place.start, end: place.end };
  }
  return current;
}
