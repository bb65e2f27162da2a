import { z } from "zod";

/** Stretches that two versions of a text share: from where, to where, how many code points; in order, never overlapping. */
export const textAlignmentSchema = z.array(
  z.tuple([z.number().int().min(0), z.number().int().min(0), z.number().int().min(1)]),
);
export type TextAlignment = z.infer<typeof textAlignmentSchema>;

/** Where a passage has gone. */
export type CarriedPassage = {
  start: number;
  end: number;
  /** `review`: its text was touched, or cannot be found again; `start` and `end` are then the nearest passage. */
  mark: CodingMark;
};

/** How a coding came through the corrections of its transcript. */
export const codingMarkSchema = z.enum(["unchanged", "moved", "review"]);
export type CodingMark = z.infer<typeof codingMarkSchema>;

/**
 * Carries a passage of the old text over: unchanged or moved if one shared stretch holds all of it, else to be reviewed.
 *
 * Of a touched passage what is left between its first and last shared character is kept; of one that is gone the
 * character next to where it stood. Undefined only if the new text is empty.
 * @example carriedPassage([[0, 5, 10]], { start: 2, end: 4 }, 20) // { start: 7, end: 9, mark: "moved" }
 */
export function carriedPassage(
  alignment: TextAlignment,
  { start, end }: { start: number; end: number },
  newLength: number,
): CarriedPassage | undefined {
  if (newLength === 0) return undefined;
  const inside = alignment.filter(([from, , length]) => from < end && from + length > start);
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return goneFrom(alignment, start, newLength);
  const [from, to, length] = first;
  const newStart = to + Math.max(0, start - from);
  const newEnd = last[1] + Math.min(last[2], end - last[0]);
  const isWhole = inside.length === 1 && from <= start && from + length >= end;
  if (!isWhole) return { start: newStart, end: newEnd, mark: "review" };
  return { start: newStart, end: newEnd, mark: newStart === start ? "unchanged" : "moved" };
}

/** The character before the place where the passage stood, else the first of the text. */
function goneFrom(alignment: TextAlignment, start: number, newLength: number): CarriedPassage {
  const before = alignment.findLast(([from]) => from < start);
  const at = before === undefined ? 0 : Math.min(newLength, before[1] + before[2]) - 1;
  return { start: Math.max(0, at), end: Math.max(0, at) + 1, mark: "review" };
}
