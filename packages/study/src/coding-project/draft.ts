import type { CodeSuggestion } from "../code-suggestion.ts";
import type { Code, Codebook } from "../codebook/schema.ts";
import type { CodingEvent } from "../coding-event/schema.ts";
import type { Memo } from "../memo.ts";
import type {
  CodebookVersion,
  CodeChange,
  CodingCase,
  ProjectDocument,
  ProjectNotice,
  Stamp,
  StandingAssignment,
  StrandedAssignment,
} from "./project.ts";

/** A suggestion as it was made, with the event and run that hold it. */
export type SuggestionDraft = CodeSuggestion & { added: Stamp; run: string };

/** A project while its events are applied one after the other; never seen outside. */
export type Draft = {
  codes: Code[];
  /** Merged codes, and what they went into. */
  mergedInto: Map<string, string>;
  version: string;
  changes: CodeChange[];
  versions: CodebookVersion[];
  documents: Map<string, ProjectDocument>;
  cases: Map<string, CodingCase>;
  assignments: Map<string, StandingAssignment>;
  stranded: Map<string, StrandedAssignment>;
  suggestions: Map<string, SuggestionDraft>;
  /** Suggestions a person rejected, whether they are there or not. */
  rejected: Map<string, Stamp>;
  memos: Map<string, Memo>;
  records: Map<string, { text: string } & Stamp>;
  notices: ProjectNotice[];
};

/** Why an event has no effect; undefined if it has. */
export type Refusal = ProjectNotice["reason"] | undefined;

/** A project before its first event. */
export function emptyDraft(codebook: Codebook): Draft {
  return {
    codes: [...codebook.codes],
    mergedInto: new Map(),
    version: codebook.version,
    changes: [],
    versions: [],
    documents: new Map(),
    cases: new Map(),
    assignments: new Map(),
    stranded: new Map(),
    suggestions: new Map(),
    rejected: new Map(),
    memos: new Map(),
    records: new Map(),
    notices: [],
  };
}

/** Who, when, and in which event. */
export function stampOf({ person, at, id }: CodingEvent): Stamp {
  return { person, at, event: id };
}

/** The code of this name. */
export function codeOf(draft: Draft, id: string): Code | undefined {
  return draft.codes.find((code) => code.id === id);
}

/** The code that stands for this name now: itself, or what it was merged into. */
export function presentCode(draft: Draft, id: string): string | undefined {
  let at: string | undefined = id;
  const seen = new Set<string>();
  while (at !== undefined && codeOf(draft, at) === undefined && !seen.has(at)) {
    seen.add(at);
    at = draft.mergedInto.get(at);
  }
  return at !== undefined && codeOf(draft, at) !== undefined ? at : undefined;
}
