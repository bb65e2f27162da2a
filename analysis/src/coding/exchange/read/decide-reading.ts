import { type PositionMap, type PositionReading, positionReadings } from "./position-reading.ts";

/** A passage as a file gives it; its name, where it has one, often is its text. */
export type WrittenPassage = { start: number; end: number; name?: string };

/** What speaks for each reading: points, out of `most`. */
export type ReadingEvidence = { points: ReadonlyMap<PositionReading, number>; most: number };

/** A decision and what it rests on. */
export type DecidedReading = {
  reading: PositionReading;
  /** The evidence of this text, of all texts together, or none that is clear. */
  by: "text" | "project" | "default";
  evidence: ReadingEvidence;
};

/**
 * What the passages of one text say about how their positions were counted. Only passages count that different readings
 * put in different places: one point for a beginning at the beginning of a word, one for an end at the end of a word, none
 * for a place outside the text. Where a name is the text under some reading, only the name counts, with four.
 */
export function readingEvidence(
  map: PositionMap,
  passages: readonly WrittenPassage[],
): ReadingEvidence {
  const points = new Map(positionReadings.map((reading) => [reading, 0]));
  let most = 0;
  // A passage without letters speaks for no reading.
  for (const passage of passages.filter(({ start, end }) => start < end)) {
    const judged = positionReadings.map((reading) => ({
      reading,
      ...judge(map, passage, reading),
    }));
    const places = new Set(judged.map(({ place }) => place));
    if (places.size === 1 || judged.every(({ isInside }) => !isInside)) continue;
    const hasName = judged.some(({ isNamed }) => isNamed);
    most += hasName ? 4 : 2;
    for (const { reading, edges, isNamed } of judged) {
      points.set(reading, (points.get(reading) ?? 0) + (hasName ? (isNamed ? 4 : 0) : edges));
    }
  }
  return { points, most };
}

/**
 * How positions of a text were counted. The usual reading gives way only to clear evidence: at least two points more, at
 * least 70 % of all, and at most 60 % for the usual one; first from the text itself, else from all texts of the project.
 */
export function decideReading(input: {
  usual: PositionReading;
  own: ReadingEvidence;
  whole: ReadingEvidence;
}): DecidedReading {
  const { usual, own, whole } = input;
  const fromText = clearReading(usual, own);
  if (fromText !== undefined) return { reading: fromText, by: "text", evidence: own };
  const fromAll = clearReading(usual, whole);
  if (fromAll !== undefined) return { reading: fromAll, by: "project", evidence: whole };
  return { reading: usual, by: "default", evidence: own };
}

/** Evidence of several texts together. */
export function summedEvidence(all: readonly ReadingEvidence[]): ReadingEvidence {
  const sum = (reading: PositionReading) =>
    all.reduce((total, { points }) => total + (points.get(reading) ?? 0), 0);
  return {
    points: new Map(positionReadings.map((reading) => [reading, sum(reading)])),
    most: all.reduce((total, { most }) => total + most, 0),
  };
}

function clearReading(
  usual: PositionReading,
  { points, most }: ReadingEvidence,
): PositionReading | undefined {
  if (most === 0) return undefined;
  const forUsual = points.get(usual) ?? 0;
  // Of equals the one that differs least from the usual reading.
  const ordered = positionReadings.toSorted((a, b) => distance(a, usual) - distance(b, usual));
  let best = usual;
  for (const reading of ordered) {
    if ((points.get(reading) ?? 0) > (points.get(best) ?? 0)) best = reading;
  }
  const forBest = points.get(best) ?? 0;
  if (best === usual) return forUsual >= 0.7 * most ? usual : undefined;
  const isClear = forBest - forUsual >= 2 && forBest >= 0.7 * most && forUsual <= 0.6 * most;
  return isClear ? best : undefined;
}

function distance(a: PositionReading, b: PositionReading): number {
  return (a.lineBreaks === b.lineBreaks ? 0 : 1) + (a.unit === b.unit ? 0 : 1);
}

function judge(
  { place, index }: PositionMap,
  passage: WrittenPassage,
  reading: PositionReading,
): { place: string; isInside: boolean; edges: number; isNamed: boolean } {
  const start = place(passage.start, reading);
  const end = place(passage.end, reading);
  if (start === undefined || end === undefined || start >= end) {
    return { place: `${start}-${end}`, isInside: false, edges: 0, isNamed: false };
  }
  const words = index.slice(start, end);
  const before = start === 0 ? "" : index.slice(start - 1, start);
  const after = end === index.length ? "" : index.slice(end, end + 1);
  const edges = (beginsWord(before, words) ? 1 : 0) + (endsWord(words, after) ? 1 : 0);
  return { place: `${start}-${end}`, isInside: true, edges, isNamed: isName(passage.name, words) };
}

const letter = /[\p{L}\p{N}]/u;

function beginsWord(before: string, words: string): boolean {
  return !/^\s/.test(words) && !letter.test(before);
}

function endsWord(words: string, after: string): boolean {
  return !/\s$/.test(words) && !letter.test(after);
}

/** Programs name passages by their text, cut off and with spaces for line breaks. */
function isName(name: string | undefined, words: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  const wanted = plain(name ?? "").replace(/\s*(…|\.\.\.)$/, "");
  return wanted.length >= 3 && plain(words).startsWith(wanted);
}
