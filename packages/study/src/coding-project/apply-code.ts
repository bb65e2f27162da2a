import type { Code } from "../codebook/schema.ts";
import type { CodingChange, CodingEvent } from "../coding-event/schema.ts";
import { codeOf, type Draft, type Refusal, stampOf } from "./draft.ts";
import type { CodeChange } from "./project.ts";

type Change<K extends CodingChange["kind"]> = Extract<CodingChange, { kind: K }>;

/** Adds a code at the end; its category has to be there. */
export function addCode(draft: Draft, { code }: Change<"code-added">, event: CodingEvent): Refusal {
  if (isTaken(draft, code.id)) return "code-exists";
  if (code.parent !== undefined && codeOf(draft, code.parent) === undefined) return "unknown-code";
  draft.codes.push(code);
  draft.mergedInto.delete(code.id);
  note(draft, event, { kind: "added", codes: [code.id] });
  return undefined;
}

/** Changes what is said of a code; its name and place stay. */
export function changeCode(
  draft: Draft,
  { code: id, set }: Change<"code-changed">,
  event: CodingEvent,
): Refusal {
  const code = codeOf(draft, id);
  if (code === undefined) return "unknown-code";
  const { label = code.label, origin = code.origin, ...rest } = set;
  replace(draft, { ...code, ...rest, label, origin });
  note(draft, event, { kind: "changed", codes: [id] });
  return undefined;
}

/** Puts a code, with everything below it, into another category or to another place. */
export function moveCode(
  draft: Draft,
  { code: id, parent, before }: Change<"code-moved">,
  event: CodingEvent,
): Refusal {
  const code = codeOf(draft, id);
  if (code === undefined) return "unknown-code";
  if (parent !== undefined && codeOf(draft, parent) === undefined) return "unknown-code";
  if (parent !== undefined && isWithin(draft, parent, id)) return "circle";
  const { parent: _, ...rest } = code;
  const others = draft.codes.filter((each) => each.id !== id);
  const place = others.findIndex((each) => each.id === before);
  others.splice(place < 0 ? others.length : place, 0, {
    ...rest,
    ...(parent !== undefined && { parent }),
  });
  draft.codes = others;
  note(draft, event, { kind: "moved", codes: [id], into: parent === undefined ? [] : [parent] });
  return undefined;
}

/** Gives codings and children of some codes to another one; the codes go, their history stays. */
export function mergeCodes(
  draft: Draft,
  { codes, into, note: text }: Change<"codes-merged">,
  event: CodingEvent,
): Refusal {
  const sources = codes.filter((id) => id !== into);
  if (codeOf(draft, into) === undefined || sources.some((id) => codeOf(draft, id) === undefined)) {
    return "unknown-code";
  }
  for (const id of sources) {
    releaseChildren(draft, id, into);
    draft.codes = draft.codes.filter((code) => code.id !== id);
    draft.mergedInto.set(id, into);
  }
  let codings = 0;
  for (const [key, assignment] of draft.assignments) {
    if (!sources.includes(assignment.code)) continue;
    codings += 1;
    const { codedAs = assignment.code } = assignment;
    draft.assignments.set(key, { ...assignment, code: into, codedAs });
  }
  note(draft, event, { kind: "merged", codes: sources, into: [into], codings, ...why(text) });
  return undefined;
}

/** Makes parts of a code codes of their own and gives each the codings that are named; the rest stay. */
export function splitCode(
  draft: Draft,
  { code: id, parts, note: text }: Change<"code-split">,
  event: CodingEvent,
): Refusal {
  const place = draft.codes.findIndex((code) => code.id === id);
  if (place < 0) return "unknown-code";
  const ids = parts.map(({ code }) => code.id);
  if (ids.some((part, at) => isTaken(draft, part) || ids.indexOf(part) !== at))
    return "code-exists";
  const known = new Set([...draft.codes.map((code) => code.id), ...ids]);
  if (parts.some(({ code: { parent } }) => parent !== undefined && !known.has(parent))) {
    return "unknown-code";
  }
  draft.codes.splice(place + 1, 0, ...parts.map(({ code }) => code));
  let codings = 0;
  for (const { code, codings: named } of parts) {
    for (const key of named) {
      const assignment = draft.assignments.get(key);
      if (assignment?.code !== id) continue;
      codings += 1;
      const { codedAs = assignment.code } = assignment;
      draft.assignments.set(key, { ...assignment, code: code.id, codedAs });
    }
  }
  note(draft, event, { kind: "split", codes: [id], into: ids, codings, ...why(text) });
  return undefined;
}

/** Takes a code out with its own codings. Children move up; their codings, and the text, are not touched. */
export function removeCode(
  draft: Draft,
  { code: id, note: text }: Change<"code-removed">,
  event: CodingEvent,
): Refusal {
  const code = codeOf(draft, id);
  if (code === undefined) return "unknown-code";
  releaseChildren(draft, id, code.parent);
  draft.codes = draft.codes.filter((each) => each.id !== id);
  let codings = 0;
  for (const [key, assignment] of draft.assignments) {
    if (assignment.code !== id) continue;
    codings += 1;
    draft.assignments.delete(key);
  }
  note(draft, event, { kind: "removed", codes: [id], codings, ...why(text) });
  return undefined;
}

/** Names the state of the codebook. */
export function nameVersion(
  draft: Draft,
  { version, note: text }: Change<"codebook-versioned">,
  event: CodingEvent,
): Refusal {
  draft.versions.push({ ...stampOf(event), version, ...why(text), changes: draft.changes });
  draft.version = version;
  draft.changes = [];
  return undefined;
}

function why(text: string | undefined) {
  return text === undefined ? {} : { note: text };
}

function note(
  draft: Draft,
  event: CodingEvent,
  change: Omit<CodeChange, keyof ReturnType<typeof stampOf>>,
) {
  draft.changes.push({ ...stampOf(event), ...change });
}

function replace(draft: Draft, code: Code): void {
  draft.codes = draft.codes.map((each) => (each.id === code.id ? code : each));
}

function isTaken(draft: Draft, id: string): boolean {
  return draft.codes.some((code) => code.id.toLowerCase() === id.toLowerCase());
}

/** Whether a code is another one or lies somewhere below it. */
function isWithin(draft: Draft, id: string, above: string): boolean {
  let at: string | undefined = id;
  while (at !== undefined && at !== above) at = codeOf(draft, at)?.parent;
  return at === above;
}

/** Children of a code go to another, or to the top; one that would then lie in itself takes the code's own place. */
function releaseChildren(draft: Draft, id: string, to: string | undefined): void {
  const above = codeOf(draft, id)?.parent;
  const home = (child: string) => (to !== undefined && isWithin(draft, to, child) ? above : to);
  draft.codes = draft.codes.map((code) => {
    if (code.parent !== id) return code;
    const { parent: _, ...rest } = code;
    const parent = home(code.id);
    return parent === undefined ? rest : { ...rest, parent };
  });
}
