import { codePointLength } from "../code-points.ts";

/** What one person says until another speaks; positions in code points, `end` exclusive. */
export type SpeakerTurn = {
  /** From 1, in the order of the text. */
  number: number;
  /** Absent before the first label: a heading, a note on the interview. */
  speaker?: string;
  start: number;
  end: number;
  /** Where the words begin, after the label and its colon. */
  wordsStart: number;
};

/** A label at the beginning of a line, perhaps after a time mark or a list number: `I:`, `E1:`, `[00:01:10] I:`. */
const label =
  /^((?:[[(#]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,-]\d+)?[\])#]?\s+)?)(\p{L}[\p{L}\p{N} ._-]{0,29}?)\s?:(?=\s|$)\s*/u;

/** `I`, `E1`, `B`, `IP2`: short names that are never anything else at the beginning of a line. */
const shortLabel = /^\p{Lu}{1,3}\d{0,3}$/u;

/**
 * The labels of speakers that a text uses: every short one (`I`, `E1`), and longer ones (`Interviewerin`) that begin at
 * least three lines. In order of appearance.
 *
 * @example foundSpeakers("I: Wie?\nE1: So.\nWichtig: nein") // ["I", "E1"]
 */
export function foundSpeakers(text: string): string[] {
  const counts = new Map<string, number>();
  for (const line of text.split("\n")) {
    const name = label.exec(line)?.[2];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].flatMap(([name, count]) =>
    shortLabel.test(name) || count >= 3 ? [name] : [],
  );
}

/**
 * A text as turns: each begins at a line with the label of a speaker and ends before the next. Blank lines at its end do
 * not belong to it.
 */
export function speakerTurns(text: string, speakers: readonly string[]): SpeakerTurn[] {
  const known = new Set(speakers);
  const turns: SpeakerTurn[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const found = label.exec(line);
    const name = found?.[2];
    const isLabelled = found !== null && name !== undefined && known.has(name);
    const end = at + codePointLength(line);
    const current = turns.at(-1);
    if (isLabelled) {
      const wordsStart = at + codePointLength(found[0]);
      turns.push({ number: turns.length + 1, speaker: name, start: at, end, wordsStart });
    } else if (line.trim() !== "") {
      if (current === undefined) turns.push({ number: 1, start: at, end, wordsStart: at });
      else current.end = end;
    }
    at = end + 1;
  }
  return turns;
}
