import { foldWord, type Transcript } from "@mehrwert/study";

/** A word of a sentence; positions in code points, `end` exclusive. */
export type Word = { start: number; end: number; folded: string };

/** One sentence of one turn: what is suggested for a code. Positions in code points, `end` exclusive. */
export type Sentence = {
  document: string;
  version: number;
  /** Number of the turn, from 1. */
  turn: number;
  start: number;
  end: number;
  text: string;
  words: Word[];
};

/** Labels of whoever asks: `I`, `I2`, `Interviewerin`, `Int.`, `Moderation`. */
const asking = /^(?:I\d{0,2}|Int(?:erview\p{L}*)?\.?\d{0,2}|Mod(?:erat\p{L}*)?\.?)$/iu;

/** Whether a label of a speaker is that of the person who asks, not of one who answers. */
export function isInterviewer(speaker: string): boolean {
  return asking.test(speaker);
}

/**
 * The sentences of a transcript that are looked at: those of the speakers named, else of everybody who is not the
 * interviewer. In a text without speakers, all.
 */
export function spokenSentences(transcript: Transcript, speakers?: readonly string[]): Sentence[] {
  const { document, version, positions, turns } = transcript;
  const isHeard = (speaker: string | undefined) =>
    speaker === undefined
      ? turns.length === 1
      : (speakers?.includes(speaker) ?? !isInterviewer(speaker));
  return turns.flatMap(({ number, speaker, wordsStart, end }) => {
    if (!isHeard(speaker)) return [];
    const text = positions.slice(wordsStart, end);
    const offset = positions.toUtf16(wordsStart);
    const place = (at: number) => positions.fromUtf16(offset + at);
    return sentenceRanges(text).map(([from, to]): Sentence => {
      const sentence = text.slice(from, to);
      return {
        ...{ document, version, turn: number, text: sentence },
        ...{ start: place(from), end: place(to) },
        words: wordsOf(sentence).map(({ at, length, folded }) => ({
          start: place(from + at),
          end: place(from + at + length),
          folded,
        })),
      };
    });
  });
}

/** Letters and digits; a hyphen parts, an apostrophe does not, nor does what marks a gender (`Leiter:innen`). */
const wordPattern =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{N}]+|[:*_/]in(?:nen)?(?!\p{L}))*/gu;

/** The words of a text, folded, with their places in UTF-16 units. */
export function wordsOf(text: string): { at: number; length: number; folded: string }[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    at: index,
    length: word.length,
    folded: foldWord(word.replace(/[:*_/]/g, "")),
  }));
}

const sentenceEnd = /[.!?…]+["“”»«’')\]]*\s+(?=["„“»«‚‘'([–—-]*[\p{Lu}\p{N}])|\s*\n\s*/gu;

/** Words before a full stop that does not end a sentence. */
const abbreviations = new Set(
  "bzw ca dr etc evtl ggf inkl mr mrs nr prof sog st u usw vgl zb bspw vs abs art".split(" "),
);

/**
 * Where the sentences of a text begin and end, in UTF-16 units, without the space between them.
 *
 * A full stop after a single letter (`z. B.`), a number of one or two digits (`3. Mai`) or an abbreviation ends none.
 */
export function sentenceRanges(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(sentenceEnd)) {
    const isStop = gap.startsWith(".") && !gap.startsWith("..");
    if (isStop && isAbbreviated(text.slice(from, index))) continue;
    const end = index + gap.trimEnd().length;
    if (end > from && text.slice(from, end).trim() !== "") ranges.push([from, end]);
    from = index + gap.length;
  }
  const rest = text.slice(from).trimEnd();
  if (rest.trim() !== "") ranges.push([from, from + rest.length]);
  return ranges;
}

function isAbbreviated(before: string): boolean {
  const [, last = ""] = /([\p{L}\p{N}]+)$/u.exec(before) ?? [];
  return /^(?:\p{L}|\d{1,2})$/u.test(last) || abbreviations.has(last.toLowerCase());
}
