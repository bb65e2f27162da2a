import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import { requireSegments, type Segment, type Unitization } from "./unitization.ts";

/** What an overlap is divided by: the length of both segments together, of the longer one, or of the shorter one. */
export type OverlapRule = "union" | "longer" | "shorter";

/** Share of segments that another coder has as well, with the rule that says what "as well" means. */
export type SegmentAgreement = {
  exists: true;
  value: number;
  rule: OverlapRule;
  /** The least overlap that counts. */
  ratio: number;
  agreeing: number;
  /** Segments asked about: each once for every other coder. */
  compared: number;
};

/**
 * Segment agreement: how many segments have a counterpart of the same code with the other coder.
 *
 * Each segment is looked for with every other coder. It agrees if one of their segments of the same code overlaps it by at
 * least `ratio` under the rule. Unit/range: 0 to 1, without regard to chance. The rule matters: a word inside a long passage
 * agrees fully by the shorter, hardly by the longer. Overlapping segments of one coder are allowed.
 * @throws RangeError if the ratio is not above 0 and up to 1, or a segment is empty, reversed or outside the continuum
 * @returns "one-coder", "nothing-marked"
 * @example segmentAgreement(unitization, { rule: "union", ratio: 0.9 }) // { value: 0.687, … }
 */
export function segmentAgreement(
  unitization: Unitization,
  { rule, ratio }: { rule: OverlapRule; ratio: number },
): SegmentAgreement | NoAgreement {
  const { coderCount, segments } = unitization;
  requireSegments(unitization);
  if (!(ratio > 0 && ratio <= 1)) throw new RangeError("segment agreement requires 0 < ratio ≤ 1");
  if (coderCount < 2) return noAgreement("one-coder");
  if (segments.length === 0) return noAgreement("nothing-marked");
  let agreeing = 0;
  for (const ofCode of byCode(segments)) {
    const byCoder = Array.from({ length: coderCount }, (_, coder) =>
      ofCode.filter((segment) => segment.coder === coder),
    );
    for (const segment of ofCode)
      for (const [coder, others] of byCoder.entries())
        if (coder !== segment.coder && hasCounterpart(segment, others, rule, ratio)) agreeing += 1;
  }
  const compared = segments.length * (coderCount - 1);
  return { exists: true, value: agreeing / compared, rule, ratio, agreeing, compared };
}

/** Segments of each code, by their start. */
function byCode(segments: readonly Segment[]): Segment[][] {
  const found = new Map<number, Segment[]>();
  for (const segment of segments.toSorted((a, b) => a.start - b.start)) {
    const known = found.get(segment.code);
    if (known === undefined) found.set(segment.code, [segment]);
    else known.push(segment);
  }
  return [...found.values()];
}

function hasCounterpart(
  segment: Segment,
  others: readonly Segment[],
  rule: OverlapRule,
  ratio: number,
): boolean {
  for (const other of others) {
    if (other.start >= segment.end) return false;
    const overlap = Math.min(segment.end, other.end) - Math.max(segment.start, other.start);
    if (overlap > 0 && overlap >= ratio * measure(segment, other, overlap, rule) - 1e-9)
      return true;
  }
  return false;
}

function measure(segment: Segment, other: Segment, overlap: number, rule: OverlapRule): number {
  const [own, others] = [segment.end - segment.start, other.end - other.start];
  if (rule === "longer") return Math.max(own, others);
  return rule === "shorter" ? Math.min(own, others) : own + others - overlap;
}
