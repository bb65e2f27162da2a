import { codePointLength } from "../code-points.ts";

/**
 * Where each line of a text begins, in code points. Lines end with LF; a text without one is one line.
 *
 * @example lineStarts("a\n😀b\nc") // [0, 2, 5]
 */
export function lineStarts(text: string): number[] {
  const starts = [0];
  let at = 0;
  for (const line of text.split("\n").slice(0, -1)) {
    at += codePointLength(line) + 1;
    starts.push(at);
  }
  return starts;
}

/** The number of the line, from 1, that holds a position. */
export function lineOf(lines: readonly number[], position: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
