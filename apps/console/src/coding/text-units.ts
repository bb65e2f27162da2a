import { lineOf, type Transcript } from "@mehrwert/study";

/** A sentence of a transcript: the smallest thing that keys select. Positions in code points, `end` exclusive. */
export type TextUnit = { start: number; end: number; line: number };

/** The id of a sentence's element in the page. */
export const unitId = ({ start }: Pick<TextUnit, "start">) => `sentence-${start}`;

/** A turn with its sentences; without speakers, a line. */
export type TextBlock = {
  /** Number of the turn, from 1; undefined for a line outside any turn. */
  turn: number | undefined;
  speaker: string | undefined;
  line: number;
  units: TextUnit[];
};

/**
 * A transcript as blocks of sentences, in the order of the text; blank lines are none. A sentence never goes past its
 * line, and white space at its end does not belong to it.
 *
 * @param language of the transcript, for where sentences end
 */
export function textBlocks(transcript: Transcript, language: string): TextBlock[] {
  const { turns, lines, positions, text } = transcript;
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const blocks: TextBlock[] = [];
  for (const [at, start] of lines.entries()) {
    const from = positions.toUtf16(start);
    const to = positions.toUtf16(lines[at + 1] ?? positions.length);
    const units = sentences(text.slice(from, to), segmenter).map(([first, last]) => {
      const unit = {
        start: positions.fromUtf16(from + first),
        end: positions.fromUtf16(from + last),
      };
      return { ...unit, line: lineOf(lines, unit.start) };
    });
    if (units.length === 0) continue;
    const turn = turns.find((each) => each.start <= start && start < each.end);
    const before = blocks.at(-1);
    if (turn !== undefined && before?.turn === turn.number) before.units.push(...units);
    else blocks.push({ turn: turn?.number, speaker: turn?.speaker, line: at + 1, units });
  }
  return blocks;
}

/** First and last place of each sentence in a line, in UTF-16 units. */
function sentences(line: string, segmenter: Intl.Segmenter): [number, number][] {
  return [...segmenter.segment(line)].flatMap(({ segment, index }): [number, number][] => {
    const words = segment.trim();
    if (words === "") return [];
    const start = index + segment.indexOf(words);
    return [[start, start + words.length]];
  });
}

/** A stretch of a text on which the same things lie. */
export type Stretch<T> = { start: number; end: number; on: T[] };

/**
 * Cuts a stretch of text wherever something on it begins or ends.
 *
 * @example stretches({ start: 0, end: 9 }, [{ start: 3, end: 5 }]).length // 3
 */
export function stretches<T extends { start: number; end: number }>(
  { start, end }: { start: number; end: number },
  things: readonly T[],
): Stretch<T>[] {
  const here = things.filter((each) => each.start < end && each.end > start);
  const cuts = new Set([start, end]);
  for (const each of here)
    for (const place of [each.start, each.end]) if (place > start && place < end) cuts.add(place);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? end;
    return {
      start: from,
      end: to,
      on: here.filter((each) => each.start <= from && each.end >= to),
    };
  });
}
