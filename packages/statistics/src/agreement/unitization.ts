/** A stretch of the continuum to which one coder gave a code; positions count from 0, the end is exclusive. */
export type Segment = { coder: number; code: number; start: number; end: number };

/**
 * What coders marked on one continuum of positions, such as a text of `length` characters.
 *
 * Coders and codes are numbers from 0. A coder without any segment marked nothing; what is not marked is gap.
 * Several texts are laid end to end: gaps count by position, so where one text ends does not change any coefficient.
 */
export type Unitization = {
  length: number;
  coderCount: number;
  codeCount: number;
  segments: readonly Segment[];
};

/**
 * Holds a unitization to its promises.
 *
 * @throws RangeError if a segment is empty, reversed or outside the continuum, or names an unknown coder or code
 */
export function requireSegments({ length, coderCount, codeCount, segments }: Unitization): void {
  const isIndex = (value: number, count: number) =>
    Number.isInteger(value) && value >= 0 && value < count;
  for (const { coder, code, start, end } of segments) {
    if (!isIndex(coder, coderCount) || !isIndex(code, codeCount))
      throw new RangeError("a segment requires a coder and a code that were announced");
    if (!isIndex(start, end) || !isIndex(end - 1, length))
      throw new RangeError("a segment requires 0 ≤ start < end ≤ length");
  }
}

/**
 * Segments of one coder that overlap an earlier one of the same coder, each with the one it overlaps.
 *
 * Two segments that only touch do not overlap. A position with two codes of one coder has no single value, so the
 * coefficients of mutually exclusive codes do not exist.
 * @example overlappingSegments([{ coder: 0, code: 0, start: 0, end: 5 }, { coder: 0, code: 1, start: 4, end: 6 }]).length // 1
 */
export function overlappingSegments(segments: readonly Segment[]): [Segment, Segment][] {
  const reaching = new Map<number, Segment>();
  const found: [Segment, Segment][] = [];
  for (const segment of segments.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const before = reaching.get(segment.coder);
    if (before !== undefined && segment.start < before.end) found.push([before, segment]);
    if (before === undefined || segment.end > before.end) reaching.set(segment.coder, segment);
  }
  return found;
}
