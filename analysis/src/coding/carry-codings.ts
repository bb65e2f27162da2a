import {
  type CarriedPassage,
  type CodePointIndex,
  carriedPassage,
  codePointIndex,
  type StandingAssignment,
  type TextAlignment,
} from "@mehrwert/study";

/** Where a coding of the version before stands in the corrected text. */
export type CarriedCoding = CarriedPassage & { coding: string };

/**
 * Carries codings over to a corrected text. One whose words are all still there in one piece keeps exactly them: first
 * where the comparison puts them, else between what the comparison holds for the same on both sides, else wherever they
 * stand alone. Any other is to be reviewed; none is left out, unless the new text is empty.
 */
export function carryCodings(
  texts: { before: string; after: string },
  alignment: TextAlignment,
  codings: readonly StandingAssignment[],
): CarriedCoding[] {
  const before = codePointIndex(texts.before);
  const after = codePointIndex(texts.after);
  return codings.flatMap(({ id, excerpt }) => {
    const place = carriedPassage(alignment, excerpt, after.length);
    if (place === undefined) return [];
    if (place.mark !== "review") return [{ coding: id, ...place }];
    const words = before.slice(excerpt.start, excerpt.end);
    const found = foundAgain({ words, excerpt, place, alignment, texts, after });
    return [{ coding: id, ...(found ?? place) }];
  });
}

function foundAgain(input: {
  words: string;
  excerpt: { start: number; end: number };
  place: CarriedPassage;
  alignment: TextAlignment;
  texts: { before: string; after: string };
  after: CodePointIndex;
}): CarriedPassage | undefined {
  const { words, excerpt, place, alignment, texts, after } = input;
  const everywhere = occurrences(texts.after, words).map((at) => after.fromUtf16(at));
  const length = excerpt.end - excerpt.start;
  const nearest = closest(everywhere, place.start);
  if (nearest === undefined) return undefined;
  const [low, high] = between(alignment, excerpt, after.length);
  const inside = everywhere.filter((at) => at >= low && at + length <= high);
  const here = closest(inside, place.start);
  if (here !== undefined) return moved(here, excerpt, length);
  const isOnly = everywhere.length === 1 && occurrences(texts.before, words).length === 1;
  if (isOnly) return moved(nearest, excerpt, length);
  // The words stand elsewhere, perhaps more than once: which of them is meant, a person must say.
  return { start: nearest, end: nearest + length, mark: "review" };
}

function moved(start: number, excerpt: { start: number }, length: number): CarriedPassage {
  return { start, end: start + length, mark: start === excerpt.start ? "unchanged" : "moved" };
}

/** From the end of what is surely before the passage to the beginning of what is surely after it. */
function between(
  alignment: TextAlignment,
  { start, end }: { start: number; end: number },
  length: number,
): [number, number] {
  let [low, high] = [0, length];
  for (const [from, to, size] of alignment) {
    if (from < start) low = to + Math.min(size, start - from);
    if (from + size > end && high === length) high = to + Math.max(0, end - from);
  }
  return [low, Math.max(low, high)];
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

function closest(places: readonly number[], to: number): number | undefined {
  let best: number | undefined;
  for (const place of places) {
    if (best === undefined || Math.abs(place - to) < Math.abs(best - to)) best = place;
  }
  return best;
}
