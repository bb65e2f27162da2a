import type { CodeAssignment } from "../code-assignment.ts";
import type { CodeSuggestion } from "../code-suggestion.ts";
import type { Codebook } from "../codebook/schema.ts";
import type { Excerpt } from "../excerpt.ts";
import type { Language } from "../localized-text.ts";
import type { Memo } from "../memo.ts";
import type { CodingMark, TextAlignment } from "../text-alignment.ts";

/** Who did something, when (ISO 8601), and in which event. */
export type Stamp = { person: string; at: string; event: string };

/** One version of a transcript, without its text. */
export type DocumentVersion = Stamp & {
  version: number;
  hash: string;
  /** Code points. */
  length: number;
  speakers: string[];
  source: { format: string; encoding: string };
  /** What it shares with the version before; absent for the first. */
  alignment?: TextAlignment;
};

/** A transcript in a project. */
export type ProjectDocument = {
  id: string;
  title?: string;
  language?: Language;
  /** Oldest first; the last is coded. */
  versions: DocumentVersion[];
  variables: Record<string, string>;
};

/** A person or organisation that documents belong to, and what the survey calls it. */
export type CodingCase = {
  id: string;
  documents: string[];
  pseudonym?: string;
  variables: Record<string, string>;
};

/** A coding that stands, where it stands now. */
export type StandingAssignment = CodeAssignment & {
  added: Stamp;
  /** How it came through corrections of its transcript since somebody last looked at its place. */
  mark: CodingMark;
  /** The passage as somebody last saw it, where corrections have touched it since. */
  seen?: Excerpt;
  /** The code it was first given, where that was merged or split since. */
  codedAs?: string;
  /** Codings of the same coder, passage and code that became the same by a merge or were made twice. */
  alsoFrom?: string[];
};

/** A coding that cannot be shown where it belongs: its code, transcript or passage is gone. It is kept. */
export type StrandedAssignment = {
  assignment: StandingAssignment;
  reason: "no-document" | "no-code" | "outside";
};

/** A suggestion and what became of it; the passage is where it stands now. */
export type StandingSuggestion = CodeSuggestion & {
  added: Stamp;
  /** The run that made it, by which all of it can be accepted, rejected or taken back. */
  run: string;
  /** `obsolete`: its code or its text is gone. */
  state: "open" | "accepted" | "rejected" | "obsolete";
};

/** What became of codes, by whom. */
export type CodeChange = Stamp & {
  kind: "added" | "changed" | "moved" | "merged" | "split" | "removed";
  codes: string[];
  into?: string[];
  note?: string;
  /** Codings that took another code, or were set aside with theirs. */
  codings?: number;
};

/** A version that the project's codebook was given. */
export type CodebookVersion = Stamp & { version: string; note?: string; changes: CodeChange[] };

/** Something that has no effect, and why; shown, never dropped silently. */
export type ProjectNotice = {
  event: string;
  person: string;
  at: string;
  reason:
    | "incomplete-run"
    | "unknown-code"
    | "code-exists"
    | "circle"
    | "unknown-document"
    | "document-exists"
    | "wrong-version"
    | "unknown-coding"
    | "coding-exists"
    | "unknown-case"
    | "suggestion-exists"
    | "unknown-memo";
};

/** Everything a coding project is at one moment, computed from its first codebook and its events. */
export type CodingProject = {
  /** With all changes; its version is that of the last one named. */
  codebook: Codebook;
  /** Changes since that version. */
  changesSince: CodeChange[];
  codebookVersions: CodebookVersion[];
  documents: ProjectDocument[];
  cases: CodingCase[];
  /** In the order of documents and passages. */
  assignments: StandingAssignment[];
  stranded: StrandedAssignment[];
  /** In the order of documents and passages. They are no codings, and no count includes them. */
  suggestions: StandingSuggestion[];
  memos: Memo[];
  /** By item of the reporting checklist. */
  records: ReadonlyMap<string, { text: string } & Stamp>;
  notices: ProjectNotice[];
  /** Everybody who did something, in alphabetical order. */
  people: string[];
};
