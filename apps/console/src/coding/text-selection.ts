import type { CodePointIndex } from "@mehrwert/study";
import type { TextUnit } from "./text-units.ts";

/**
 * What is selected in a transcript: from sentence `anchor` to sentence `head`, or, after words were taken off or added or
 * a mouse was used, just the passage `exact`. Positions in code points.
 */
export type TextSelection = {
  anchor: number;
  head: number;
  exact?: { start: number; end: number };
};

/** Where a key goes. */
export type Move = "next" | "previous" | "next-turn" | "previous-turn" | "first" | "last";

/** The selected passage; undefined in a text without sentences. */
export function selectedPassage(
  units: readonly TextUnit[],
  { anchor, head, exact }: TextSelection,
): { start: number; end: number } | undefined {
  if (exact !== undefined) return exact;
  const first = units[Math.min(anchor, head)];
  const last = units[Math.max(anchor, head)];
  return first && last && { start: first.start, end: last.end };
}

/** Moves on, or extends what is selected; stays inside the text. `turnStarts`: numbers of the sentences that begin a turn. */
export function moved(
  selection: TextSelection,
  move: Move,
  {
    count,
    turnStarts,
    isExtending,
  }: { count: number; turnStarts: readonly number[]; isExtending: boolean },
): TextSelection {
  const to = Math.max(0, Math.min(count - 1, target(selection.head, move, count, turnStarts)));
  return isExtending ? { anchor: selection.anchor, head: to } : { anchor: to, head: to };
}

function target(at: number, move: Move, count: number, turnStarts: readonly number[]): number {
  switch (move) {
    case "next":
      return at + 1;
    case "previous":
      return at - 1;
    case "next-turn":
      return turnStarts.find((start) => start > at) ?? count - 1;
    case "previous-turn":
      return turnStarts.findLast((start) => start < at) ?? 0;
    case "first":
      return 0;
    default:
      return count - 1;
  }
}

/** The selection for a passage marked by mouse or chosen elsewhere: the sentences it touches, and exactly the passage. */
export function selectionOf(
  units: readonly TextUnit[],
  exact: { start: number; end: number },
): TextSelection {
  const anchor = Math.max(
    0,
    units.findIndex(({ end }) => end > exact.start),
  );
  const head = Math.max(
    anchor,
    units.findLastIndex(({ start }) => start < exact.end),
  );
  return { anchor, head, exact };
}

/**
 * Moves one end of the selected passage by a word: `end` or `start`, on or back. At least one word stays.
 *
 * @example withWord(units, { anchor: 0, head: 0 }, text, { edge: "end", by: -1 }) // without its last word
 */
export function withWord(
  units: readonly TextUnit[],
  selection: TextSelection,
  { text, positions }: { text: string; positions: CodePointIndex },
  { edge, by }: { edge: "start" | "end"; by: 1 | -1 },
): TextSelection {
  const passage = selectedPassage(units, selection);
  if (passage === undefined) return selection;
  const words = wordPlaces(text).map(([start, end]) => ({
    start: positions.fromUtf16(start),
    end: positions.fromUtf16(end),
  }));
  const edges = words.map((word) => word[edge]);
  const at = passage[edge];
  const next = by === 1 ? edges.find((place) => place > at) : edges.findLast((place) => place < at);
  if (next === undefined) return selection;
  const exact = { ...passage, [edge]: next };
  return exact.start < exact.end ? selectionOf(units, exact) : selection;
}

/** Words, each with what is joined to it up to the next white space; in UTF-16 units. */
function wordPlaces(text: string): [number, number][] {
  return [...text.matchAll(/\S+/gu)].map((found) => [found.index, found.index + found[0].length]);
}

/** A marked passage without white space at its ends; undefined if nothing is left. */
export function trimmed(
  { start, end }: { start: number; end: number },
  positions: CodePointIndex,
): { start: number; end: number } | undefined {
  const words = positions.slice(start, end);
  if (words.trim() === "") return undefined;
  const before = [...words].length - [...words.trimStart()].length;
  const after = [...words].length - [...words.trimEnd()].length;
  return { start: start + before, end: end - after };
}
