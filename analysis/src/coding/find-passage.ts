import { lineOf, type Transcript } from "@mehrwert/study";

/** Where a person says a passage is: positions, a turn, or words with or without lines. */
export type PassageWish = {
  /** Code points, end exclusive. */
  start?: number;
  end?: number;
  turn?: number;
  /** From and to, both included. */
  lines?: readonly [number, number];
  words?: string;
};

/** The passage, or why there is none. */
export type FoundPassage =
  | { start: number; end: number }
  | {
      reason:
        | "nothing-said"
        | "other-words"
        | "no-such-turn"
        | "no-such-line"
        | "outside"
        | "no-such-words"
        | "several";
      /** Lines on which the words stand, if there are several. */
      lines?: number[];
    };

/**
 * Finds a passage in a transcript. Words are looked for exactly as given; if they are not there, white space may differ,
 * so that a passage over several lines can be typed in one. Nothing else may differ. Where positions are given
 * too, the words have to stand there.
 *
 * @example findPassage(transcript, { words: "durch Zufall" }) // { start: 120, end: 132 }
 */
export function findPassage(transcript: Transcript, wish: PassageWish): FoundPassage {
  const { start, end, turn, lines, words } = wish;
  const { length } = transcript.positions;
  if (start !== undefined && end !== undefined) {
    if (start >= end || end > length) return { reason: "outside" };
    const isSaid = words === undefined || isSame(transcript.positions.slice(start, end), words);
    return isSaid ? { start, end } : { reason: "other-words" };
  }
  const range = searched(transcript, { turn, lines });
  if ("reason" in range) return range;
  if (words !== undefined) return withWords(transcript, words, range);
  return turn === undefined && lines === undefined ? { reason: "nothing-said" } : range;
}

function searched(
  { turns, lines, positions, text }: Transcript,
  wish: { turn: number | undefined; lines: readonly [number, number] | undefined },
): FoundPassage {
  if (wish.turn !== undefined) {
    const found = turns.find(({ number }) => number === wish.turn);
    if (found === undefined || found.wordsStart >= found.end) return { reason: "no-such-turn" };
    return { start: found.wordsStart, end: found.end };
  }
  if (wish.lines === undefined) return { start: 0, end: positions.length };
  const [from, to] = wish.lines;
  const first = lines[from - 1];
  const after = lines[to] ?? positions.length + (text.endsWith("\n") ? 0 : 1);
  if (first === undefined || lines[to - 1] === undefined || after - 1 <= first) {
    return { reason: "no-such-line" };
  }
  // A line that begins a turn is coded without the name of who speaks.
  const turn = turns.find((each) => each.start === first && each.wordsStart < after - 1);
  return { start: turn?.wordsStart ?? first, end: after - 1 };
}

function withWords(
  transcript: Transcript,
  words: string,
  { start, end }: { start: number; end: number },
): FoundPassage {
  const { positions, lines } = transcript;
  const text = positions.slice(start, end);
  const exact = occurrences(text, new RegExp(escaped(words), "gu"));
  const loose = words.trim().split(/\s+/u).map(escaped).join("\\s+");
  const found = exact.length > 0 ? exact : occurrences(text, new RegExp(loose, "gu"));
  const [first, second] = found;
  if (words.trim() === "" || first === undefined) return { reason: "no-such-words" };
  const offset = positions.toUtf16(start);
  const place = (at: number) => positions.fromUtf16(offset + at);
  if (second !== undefined) {
    return { reason: "several", lines: found.map(([from]) => lineOf(lines, place(from))) };
  }
  return { start: place(first[0]), end: place(first[1]) };
}

function occurrences(text: string, pattern: RegExp): [number, number][] {
  return [...text.matchAll(pattern)].map(({ index, 0: hit }) => [index, index + hit.length]);
}

/** The same words, whatever white space is between them. */
function isSame(a: string, b: string): boolean {
  return a.trim().split(/\s+/u).join(" ") === b.trim().split(/\s+/u).join(" ");
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
