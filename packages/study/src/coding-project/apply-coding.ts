import type { CodeAssignment } from "../code-assignment.ts";
import type { CodingChange, CodingEvent } from "../coding-event/schema.ts";
import { broughtUpToDate } from "./apply-document.ts";
import { type Draft, presentCode, type Refusal, stampOf } from "./draft.ts";
import type { StandingAssignment, StrandedAssignment } from "./project.ts";

type Change<K extends CodingChange["kind"]> = Extract<CodingChange, { kind: K }>;

/** Adds a coding, where its code and passage stand now. */
export function addCoding(
  draft: Draft,
  { coding }: Change<"coding-added">,
  event: CodingEvent,
): Refusal {
  if (draft.assignments.has(coding.id) || draft.stranded.has(coding.id)) return "coding-exists";
  place(draft, { ...coding, added: stampOf(event), mark: "unchanged" });
  return undefined;
}

/** Changes passage, code or marks of a coding; a passage that is given has been looked at. */
export function changeCoding(draft: Draft, change: Change<"coding-changed">): Refusal {
  const { coding: id, excerpt, code, polarity, isQuotation } = change;
  const assignment = draft.assignments.get(id) ?? draft.stranded.get(id)?.assignment;
  if (assignment === undefined) return "unknown-coding";
  draft.assignments.delete(id);
  draft.stranded.delete(id);
  const { polarity: old, seen, ...rest } = assignment;
  const says = polarity === undefined ? old : (polarity ?? undefined);
  place(draft, {
    ...rest,
    ...(says !== undefined && { polarity: says }),
    ...(seen !== undefined && excerpt === undefined && { seen }),
    ...(excerpt !== undefined && { excerpt, mark: "unchanged" as const }),
    ...(code !== undefined && { code }),
    ...(isQuotation !== undefined && { isQuotation }),
  });
  return undefined;
}

/** Takes a coding away. */
export function removeCoding(draft: Draft, { coding }: Change<"coding-removed">): Refusal {
  const isGone = draft.assignments.delete(coding);
  return draft.stranded.delete(coding) || isGone ? undefined : "unknown-coding";
}

/** Puts a coding where it belongs, or keeps it aside with the reason. */
function place(draft: Draft, assignment: StandingAssignment): void {
  const reason = strandedBy(draft, assignment);
  const document = draft.documents.get(assignment.excerpt.document);
  const code = presentCode(draft, assignment.code);
  if (reason !== undefined || document === undefined || code === undefined) {
    draft.stranded.set(assignment.id, { assignment, reason: reason ?? "no-document" });
    return;
  }
  const { codedAs = assignment.code } = assignment;
  const coded = code === assignment.code ? assignment : { ...assignment, code, codedAs };
  draft.assignments.set(assignment.id, broughtUpToDate(coded, document));
}

function strandedBy(
  draft: Draft,
  { excerpt, code }: CodeAssignment,
): StrandedAssignment["reason"] | undefined {
  const document = draft.documents.get(excerpt.document);
  // A document taken out takes its codings along, also those made meanwhile elsewhere.
  if (document === undefined) return "no-document";
  const version = document.versions.find((each) => each.version === excerpt.version);
  if (version === undefined || excerpt.end > version.length) return "outside";
  return presentCode(draft, code) === undefined ? "no-code" : undefined;
}
