import type { Segment, Unitization } from "./unitization.ts";

/**
 * How long the segments of different coders lie upon each other. Category 0 is gap, category c + 1 is code c.
 *
 * observed[c × categoryCount + k]: length on which one coder has c and another k, over all ordered pairs of coders, divided
 * by their number less one; a row adds up to the length all coders together gave to the category.
 */
export type SegmentCoincidences = {
  categoryCount: number;
  observed: Float64Array;
  /** marginals[c] = sum of row c. */
  marginals: Float64Array;
  /** For each segment, the length on which other coders marked something, as a mean over the other coders. */
  shared: Float64Array;
};

/**
 * Lays the segments of all coders upon each other.
 *
 * Needs at least two coders and segments that do not overlap within a coder.
 * Source: Krippendorff, Mathet, Bouvry and Widlöcher (2016), Quality & Quantity 50, 2347–2364.
 */
export function segmentCoincidences(unitization: Unitization): SegmentCoincidences {
  const { coderCount, codeCount, segments } = unitization;
  const categoryCount = codeCount + 1;
  const observed = new Float64Array(categoryCount * categoryCount);
  const shared = new Float64Array(segments.length);
  forEachStretch(unitization, (extent, current) => {
    const holders = new Float64Array(categoryCount);
    let marking = 0;
    for (const segment of current) {
      const category = categoryAt(segments, segment);
      holders[category] = (holders[category] ?? 0) + 1;
      if (segment >= 0) marking += 1;
    }
    for (const segment of current) {
      if (segment >= 0) shared[segment] = (shared[segment] ?? 0) + extent * (marking - 1);
      const category = categoryAt(segments, segment);
      for (const [other, count] of holders.entries()) {
        const cell = category * categoryCount + other;
        const partners = other === category ? count - 1 : count;
        observed[cell] = (observed[cell] ?? 0) + extent * partners;
      }
    }
  });
  // Whole numbers until here, so that nothing is lost before the division.
  const rows = new Float64Array(categoryCount);
  for (const [cell, sum] of observed.entries()) {
    const category = Math.floor(cell / categoryCount);
    rows[category] = (rows[category] ?? 0) + sum;
  }
  const perPartner = (sum: number) => sum / (coderCount - 1);
  return {
    categoryCount,
    observed: observed.map(perPartner),
    marginals: rows.map(perPartner),
    shared: shared.map(perPartner),
  };
}

function categoryAt(segments: readonly Segment[], segment: number): number {
  return 1 + (segments[segment]?.code ?? -1);
}

/** Visits every stretch between two neighbouring boundaries with each coder's segment there, −1 for gap. */
function forEachStretch(
  { length, coderCount, segments }: Unitization,
  visit: (extent: number, current: Int32Array) => void,
): void {
  const boundaries = segments
    .flatMap(({ coder, start, end }, segment) => [
      { position: start, coder, segment },
      { position: end, coder, segment: -1 },
    ])
    // Where segments touch, one ends before the next begins.
    .sort((a, b) => a.position - b.position || a.segment - b.segment);
  const current = new Int32Array(coderCount).fill(-1);
  let from = 0;
  for (const { position, coder, segment } of boundaries) {
    if (position > from) visit(position - from, current);
    from = position;
    current[coder] = segment;
  }
  if (length > from) visit(length - from, current);
}
