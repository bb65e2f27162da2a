import { codePointLength, type TextAlignment } from "@mehrwert/study";
import { type ArrayChange, diffArrays, diffChars } from "diff";

/** Beyond so many changed words two texts are not versions of each other. */
const mostEdits = 3000;

/** Changed stretches up to this many characters are compared letter by letter. */
const finest = 600;

/**
 * The stretches that two versions of a text share, found by words and, where words changed, by letters.
 *
 * Source: Myers 1986, An O(ND) difference algorithm, as the diff library has it. Two texts with too little in common share
 * only their beginning and end.
 * @example alignTexts("so war es", "so war das es") // [[0, 0, 7], [7, 11, 2]]
 */
export function alignTexts(before: string, after: string): TextAlignment {
  const words = wordDifferences(wordsOf(before), wordsOf(after));
  if (words === undefined) return commonEnds(before, after);
  const writer = alignmentWriter();
  for (let at = 0; at < words.length; at += 1) {
    const part = words[at];
    const next = words[at + 1];
    if (part === undefined) continue;
    if (!part.added && !part.removed) {
      writer.shared(lengthOf(part));
    } else if (next !== undefined && part.removed && next.added) {
      changed(writer, part.value.join(""), next.value.join(""));
      at += 1;
    } else if (part.removed) writer.removed(lengthOf(part));
    else writer.added(lengthOf(part));
  }
  return writer.alignment;
}

/** Words, single signs and runs of white space. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

/** Undefined if there are too many. */
function wordDifferences(before: string[], after: string[]): ArrayChange<string>[] | undefined {
  if (fewestEdits(before, after) > mostEdits) return undefined;
  return diffArrays(before, after, { maxEditLength: mostEdits });
}

/** So many edits at least lead from one to the other, in any order of words: known long before they are looked for. */
function fewestEdits(before: readonly string[], after: readonly string[]): number {
  const surplus = new Map<string, number>();
  for (const word of before) surplus.set(word, (surplus.get(word) ?? 0) + 1);
  for (const word of after) surplus.set(word, (surplus.get(word) ?? 0) - 1);
  return [...surplus.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

function lengthOf({ value }: ArrayChange<string>): number {
  return codePointLength(value.join(""));
}

/** Letters that two versions of a changed stretch share. */
function changed(writer: AlignmentWriter, before: string, after: string): void {
  const isFine = before.length <= finest && after.length <= finest;
  if (!isFine) {
    writer.removed(codePointLength(before));
    writer.added(codePointLength(after));
    return;
  }
  for (const { value, added, removed } of diffChars(before, after)) {
    const length = codePointLength(value);
    if (added) writer.added(length);
    else if (removed) writer.removed(length);
    else writer.shared(length);
  }
}

type AlignmentWriter = {
  alignment: TextAlignment;
  shared: (length: number) => void;
  removed: (length: number) => void;
  added: (length: number) => void;
};

/** Collects stretches from left to right; neighbours become one. */
function alignmentWriter(): AlignmentWriter {
  const alignment: TextAlignment = [];
  let [from, to] = [0, 0];
  return {
    alignment,
    shared: (length) => {
      const last = alignment.at(-1);
      const goesOn = last !== undefined && last[0] + last[2] === from && last[1] + last[2] === to;
      if (goesOn) last[2] += length;
      else if (length > 0) alignment.push([from, to, length]);
      from += length;
      to += length;
    },
    removed: (length) => {
      from += length;
    },
    added: (length) => {
      to += length;
    },
  };
}

function commonEnds(before: string, after: string): TextAlignment {
  const [a, b] = [[...before], [...after]];
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const writer = alignmentWriter();
  writer.shared(start);
  writer.removed(a.length - start - end);
  writer.added(b.length - start - end);
  writer.shared(end);
  return writer.alignment;
}
