import {
  type CodingProject,
  consensusCoder,
  type Memo,
  type StandingAssignment,
} from "@mehrwert/study";

/**
 * Passages of one code that touch each other, by everybody who coded there, and what was decided about them.
 *
 * `agreed`: every coder marked the very same passage; `bounds`: every coder gave the code here, with other beginnings or
 * ends; `missing`: not every coder gave it.
 */
export type CodedPlace = {
  kind: "agreed" | "bounds" | "missing";
  document: string;
  version: number;
  code: string;
  /** From the first beginning to the last end, in code points. */
  start: number;
  end: number;
  /** The coders' own codings here. */
  codings: StandingAssignment[];
  /** Who did not give the code here. */
  without: string[];
  /** Codings of the consensus layer of this code here. */
  consensus: StandingAssignment[];
  /** Why nothing is coded here, where that was decided. */
  decision: Memo | undefined;
};

/** Whether somebody has decided about a place: a passage in the consensus, or a note that there is none. */
export function isResolved({ consensus, decision }: CodedPlace): boolean {
  return consensus.length > 0 || decision !== undefined;
}

/**
 * The memo that says why a passage is not coded in the consensus: its id follows from that of the coding it speaks of.
 *
 * @example decisionMemoId("3d594650-9dd1-4c8b-9b9f-27d3fbe4a0d1") // "3d594650-9dd1-8c8b-9b9f-27d3fbe4a0d1"
 */
export function decisionMemoId(coding: string): string {
  return `${coding.slice(0, 14)}8${coding.slice(15)}`;
}

/**
 * Every place that somebody coded, with where coders differ, in the order of the text. Codings of one code that share a
 * character, directly or by others between them, are one place.
 *
 * @param coders whom to compare; the layer of the consensus is none
 */
export function codedPlaces(
  { assignments, memos, documents }: Pick<CodingProject, "assignments" | "memos" | "documents">,
  coders: readonly string[],
): CodedPlace[] {
  const own = assignments.filter(({ coder }) => coders.includes(coder));
  const consensus = assignments.filter(({ coder }) => coder === consensusCoder);
  const notes = new Map(memos.map((memo) => [memo.id, memo]));
  const order = new Map(documents.map(({ id }, at) => [id, at]));
  return clusters(own)
    .map((codings) => placeOf(codings, { coders, consensus, notes }))
    .sort(
      (a, b) =>
        (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) ||
        a.start - b.start ||
        a.end - b.end ||
        (a.code < b.code ? -1 : 1),
    );
}

function clusters(codings: readonly StandingAssignment[]): StandingAssignment[][] {
  const groups = new Map<string, StandingAssignment[]>();
  for (const each of codings) {
    const key = `${each.excerpt.document} ${each.code}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const found: StandingAssignment[][] = [];
    let end = -1;
    for (const each of group.toSorted((a, b) => a.excerpt.start - b.excerpt.start)) {
      if (each.excerpt.start < end) found.at(-1)?.push(each);
      else found.push([each]);
      end = Math.max(end, each.excerpt.end);
    }
    return found;
  });
}

function placeOf(
  codings: StandingAssignment[],
  of: {
    coders: readonly string[];
    consensus: readonly StandingAssignment[];
    notes: ReadonlyMap<string, Memo>;
  },
): CodedPlace {
  const [first] = codings;
  if (first === undefined) throw new RangeError("placeOf requires a coding");
  const { code, excerpt } = first;
  const { document, version } = excerpt;
  const start = Math.min(...codings.map((each) => each.excerpt.start));
  const end = Math.max(...codings.map((each) => each.excerpt.end));
  const without = of.coders.filter((coder) => !codings.some((each) => each.coder === coder));
  const isSame = codings.every((each) => each.excerpt.start === start && each.excerpt.end === end);
  return {
    ...{ kind: without.length > 0 ? "missing" : isSame ? "agreed" : "bounds" },
    ...{ document, version, code, start, end, codings, without },
    consensus: of.consensus.filter(
      (each) =>
        each.code === code &&
        each.excerpt.document === document &&
        each.excerpt.start < end &&
        each.excerpt.end > start,
    ),
    decision: codings.flatMap(({ id }) => of.notes.get(decisionMemoId(id)) ?? [])[0],
  };
}
