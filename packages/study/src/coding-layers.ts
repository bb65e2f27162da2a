import type { CodingChange, CodingEvent } from "./coding-event/schema.ts";

/** The coder of what coders agreed on after the blind phase; no person may be called so. */
export const consensusCoder = "consensus";

/** `blind`: coders work without seeing each other. `released`: everybody sees everything, and the coders' layers are sealed. */
export const codingPhases = ["blind", "released"] as const;
export type CodingPhase = (typeof codingPhases)[number];

/** Whose an event is: a coder's own, `consensus`, or undefined for what all coders share. */
export type CodingLayer = string | undefined;

/** What is known of an earlier event that a change speaks of. */
export type KnownEvent = {
  layer: CodingLayer;
  /** Written before the release: a coder's own layer may not change any more. */
  isSealed: boolean;
  /** About transcripts, which only who plans the study may change. */
  isPlanning: boolean;
};

/**
 * Why a change is refused. `not-yours` also stands for what does not exist, so that nobody learns of another's codings by
 * asking. `sealed`: the blind phase is over. `planning`: transcripts are added and taken out by who plans the study.
 */
export type LayerRefusal = "not-yours" | "sealed" | "planning";

/** Who makes a change, in which phase, and what is known of earlier events by the id of event, run, coding or memo. */
export type LayerContext = {
  coder: string;
  phase: CodingPhase;
  isPlanner: boolean;
  known: (id: string) => KnownEvent | undefined;
};

/**
 * The layer that a change belongs to, or why it is refused.
 *
 * Codings, suggestions and memos belong to a layer, everything else is shared. In the blind phase a coder writes to the own layer only;
 * after the release to the consensus only, but for the own memos. Nobody ever changes another coder's layer.
 * @example layerOfChange(change, { coder: "anna", phase: "blind", … }) // { layer: "anna" }
 */
export function layerOfChange(
  change: CodingChange,
  context: LayerContext,
): { layer: CodingLayer } | { refused: LayerRefusal } {
  const { coder, phase, isPlanner, known } = context;
  const own = phase === "blind" ? coder : consensusCoder;
  switch (change.kind) {
    case "coding-added":
      if (known(change.coding.id) !== undefined) return { refused: "not-yours" };
      if (change.coding.coder === own) return { layer: own };
      return { refused: phase === "released" ? "sealed" : "not-yours" };
    case "coding-changed":
    case "coding-removed":
      return within(known(change.coding), context, false);
    case "memo-written":
      return known(change.memo) === undefined
        ? { layer: own }
        : within(known(change.memo), context, true);
    case "memo-removed":
      return within(known(change.memo), context, true);
    // Their ids can be guessed, so that nothing may be learned by naming one.
    case "suggestion-added":
    case "suggestion-rejected":
      return { layer: own };
    case "undone":
      return undoing(known(change.target), context);
    case "document-removed":
      return isPlanner ? { layer: undefined } : { refused: "planning" };
    case "document-added":
    case "document-corrected":
    case "recovered":
      return { refused: "planning" };
    // One by one: a new kind of event must not be shared because nobody thought of it.
    case "document-variable-set":
    case "case-changed":
    case "case-removed":
    case "code-added":
    case "code-changed":
    case "code-moved":
    case "codes-merged":
    case "code-split":
    case "code-removed":
    case "codebook-versioned":
    case "record-written":
      return { layer: undefined };
    default:
      return change satisfies never;
  }
}

function undoing(target: KnownEvent | undefined, context: LayerContext) {
  if (target === undefined) return { refused: "not-yours" as const };
  if (target.layer !== undefined) return within(target, context, false);
  if (target.isPlanning && !context.isPlanner) return { refused: "planning" as const };
  return { layer: undefined };
}

function within(
  target: KnownEvent | undefined,
  { coder, phase }: LayerContext,
  isMemo: boolean,
): { layer: CodingLayer } | { refused: LayerRefusal } {
  const layer = target?.layer;
  if (target === undefined || layer === undefined) return { refused: "not-yours" };
  if (layer === consensusCoder && phase === "released") return { layer };
  if (layer !== coder) return { refused: "not-yours" };
  return target.isSealed && !isMemo ? { refused: "sealed" } : { layer };
}

/**
 * What a coder may see of an event in the blind phase: shared ones and the own, and of shared ones nothing that tells of
 * others' codings. Undefined: nothing of it.
 *
 * A corrected transcript says where every coding went, and a code that is split which codings go to each part: both are
 * given with the coder's own codings alone, which leaves the coder's own state as it is with all.
 * @param ownCodings ids of all codings of this coder
 */
export function seenBlindly(
  event: CodingEvent,
  layer: CodingLayer,
  reader: { coder: string | undefined; ownCodings: ReadonlySet<string> },
): CodingEvent | undefined {
  if (layer !== undefined) return layer === reader.coder ? event : undefined;
  const { change } = event;
  if (change.kind === "document-corrected") {
    const carried = change.carried.filter(({ coding }) => reader.ownCodings.has(coding));
    return { ...event, change: { ...change, carried } };
  }
  if (change.kind === "code-split") {
    const parts = change.parts.map(({ code, codings }) => ({
      ...{ code, codings: codings.filter((id) => reader.ownCodings.has(id)) },
    }));
    return { ...event, change: { ...change, parts } };
  }
  return event;
}

/**
 * The short name of a coder in a project, from a person's name; another one if it is taken.
 *
 * @example coderName("Änne Groß", []) // "aenne-gross"
 */
export function coderName(name: string, taken: readonly string[]): string {
  const letters = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" } as const;
  const plain = name
    .toLowerCase()
    .normalize("NFC")
    .replace(/[äöüß]/g, (letter) => letters[letter as keyof typeof letters])
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 30)
    .replace(/^-+|-+$/g, "");
  const base = plain === "" ? "coder" : plain;
  const used = new Set([...taken, consensusCoder]);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}-${number}`;
    if (!used.has(candidate)) return candidate;
  }
}

/** The last thing a coder did that can be taken back, and the last undo that can be taken back; ids of events or runs. */
export type UndoTargets = { undo: string | undefined; redo: string | undefined };

/**
 * What undo and redo would do next for one person: undo takes back the last event of theirs that counts; redo the last
 * undo, as long as nothing else was done after it.
 *
 * @param from events up to this sequence cannot be undone any more (a release)
 */
export function undoTargets(
  ordered: readonly CodingEvent[],
  undone: ReadonlySet<string>,
  person: string,
  from = 0,
): UndoTargets {
  const own = ordered.filter((each) => each.person === person && each.sequence > from);
  const standing = own.filter(({ id }) => !undone.has(id));
  const last = standing.findLast(({ change }) => change.kind !== "undone");
  const undos = new Set(own.flatMap(({ id, change }) => (change.kind === "undone" ? [id] : [])));
  const lastUndo = standing.findLast(
    ({ change }) => change.kind === "undone" && !undos.has(change.target),
  );
  const isFresh = lastUndo !== undefined && lastUndo.sequence > (last?.sequence ?? 0);
  return {
    undo: last === undefined ? undefined : (last.run?.id ?? last.id),
    redo: isFresh ? lastUndo.id : undefined,
  };
}
