/**
 * A text with its positions in Unicode code points, as they are stored and exchanged, and in UTF-16 units, as
 * JavaScript strings and browsers count them.
 */
export type CodePointIndex = {
  /** Code points of the whole text. */
  length: number;
  /** @throws RangeError outside 0 … `length` */
  toUtf16: (codePoint: number) => number;
  /** A place inside a surrogate pair counts as the one before it. @throws RangeError outside the text */
  fromUtf16: (offset: number) => number;
  /** The text from `start` up to and without `end`. @throws RangeError outside 0 … `length` */
  slice: (start: number, end: number) => string;
};

/**
 * Positions of one text, read once and asked often: building takes one pass, asking the logarithm of its emoji.
 *
 * @example codePointIndex("a😀b").slice(1, 2) // "😀"
 */
export function codePointIndex(text: string): CodePointIndex {
  // Places, in code points, of what takes two UTF-16 units.
  const wide: number[] = [];
  let length = 0;
  for (const character of text) {
    if (character.length === 2) wide.push(length);
    length += 1;
  }
  const toUtf16 = (codePoint: number) => {
    requireInside(codePoint, length, "code point");
    return codePoint + countBelow(wide, codePoint);
  };
  return {
    length,
    toUtf16,
    fromUtf16: (offset) => {
      requireInside(offset, text.length, "UTF-16 offset");
      // The place of wide character n in UTF-16 units is wide[n] + n.
      let [low, high] = [0, wide.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((wide[middle] ?? 0) + middle < offset) low = middle + 1;
        else high = middle;
      }
      const isInsidePair = low > 0 && (wide[low - 1] ?? 0) + low === offset;
      return isInsidePair ? (wide[low - 1] ?? 0) : offset - low;
    },
    slice: (start, end) => text.slice(toUtf16(start), toUtf16(end)),
  };
}

/** Code points of a text. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function requireInside(place: number, length: number, unit: string): void {
  if (Number.isInteger(place) && place >= 0 && place <= length) return;
  throw new RangeError(`${unit} ${place} is outside the text of ${length}`);
}

function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
