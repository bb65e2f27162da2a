import {
  type NoAgreement,
  type OverlapRule,
  overlappingSegments,
  type PositionAgreement,
  positionAgreement,
  type Segment,
  type SegmentAgreement,
  segmentAgreement,
  type Unitization,
  type UnitizingAlpha,
  type UnitizingAlphas,
  unitizingAlphas,
} from "@mehrwert/statistics";
import type { MarkedSpans } from "./marked-spans.ts";

/** When two segments count as the same for segment agreement. */
export type OverlapSettings = { rule: OverlapRule; ratio: number };

/** Agreement on one code. */
export type CodeAgreement = {
  code: string;
  group: string | undefined;
  /** Segments of all coders. */
  spans: number;
  /** The code alone: this code or not, whatever else is marked. */
  uAlpha: UnitizingAlpha | NoAgreement;
  /** Among the codes of its group, where several coders marked something. */
  kuAlpha: UnitizingAlpha | NoAgreement;
  coverage: number | undefined;
};

/** Agreement on codes of which a position has at most one. */
export type GroupAgreement = Omit<UnitizingAlphas, "perCode"> & {
  group: string | undefined;
  spans: number;
  positions: PositionAgreement | NoAgreement;
  perCode: CodeAgreement[];
  /** Segments of one coder that overlap an earlier one; where there are any, the coefficients above do not exist. */
  overlaps: [Segment, Segment][];
  /** Segments that begin where another of the same coder and code ends: counted as two. */
  touching: number;
};

/** Everything there is to say about the agreement of coders on spans of a text. */
export type SpansAgreement = {
  marked: MarkedSpans;
  settings: OverlapSettings;
  /** One without a name if the file names no groups. */
  groups: GroupAgreement[];
  segmentAgreement: SegmentAgreement | NoAgreement;
};

/**
 * Compares what coders marked in the same text: per group of mutually exclusive codes, and per code.
 *
 * @throws RangeError if a segment lies outside the text or the ratio is not above 0 and up to 1
 */
export function spansAgreement(marked: MarkedSpans, settings: OverlapSettings): SpansAgreement {
  const { length, coders, codes, segments } = marked;
  const names = codes.length === 0 ? [undefined] : [...new Set(codes.map(({ group }) => group))];
  const whole = { length, coderCount: coders.length, codeCount: codes.length, segments };
  return {
    ...{ marked, settings },
    groups: names.map((group) => groupAgreement(marked, group)),
    segmentAgreement: segmentAgreement(whole, settings),
  };
}

function groupAgreement(marked: MarkedSpans, group: string | undefined): GroupAgreement {
  const places = marked.codes.flatMap((code, place) => (code.group === group ? [place] : []));
  const unitization = unitizationOf(marked, places);
  const { perCode, ...alphas } = unitizingAlphas(unitization);
  return {
    ...{ group, spans: unitization.segments.length, ...alphas },
    positions: positionAgreement(unitization),
    perCode: perCode.map(({ code, kuAlpha, coverage }): CodeAgreement => {
      const place = places[code] ?? -1;
      const alone = unitizationOf(marked, [place]);
      return {
        ...{ code: marked.codes[place]?.name ?? "", group, spans: alone.segments.length },
        ...{ uAlpha: unitizingAlphas(alone).uAlpha, kuAlpha, coverage },
      };
    }),
    overlaps: overlappingSegments(
      marked.segments.filter(({ code }) => marked.codes[code]?.group === group),
    ),
    touching: touchingSegments(unitization.segments),
  };
}

/** Only these codes, counted anew. */
function unitizationOf(marked: MarkedSpans, places: readonly number[]): Unitization {
  const codeAt = new Map(places.map((place, code) => [place, code]));
  return {
    ...{ length: marked.length, coderCount: marked.coders.length, codeCount: places.length },
    segments: marked.segments.flatMap((segment) => {
      const code = codeAt.get(segment.code);
      return code === undefined ? [] : [{ ...segment, code }];
    }),
  };
}

function touchingSegments(segments: readonly Segment[]): number {
  const key = ({ coder, code }: Segment, position: number) => `${coder}/${code}/${position}`;
  const ends = new Set(segments.map((segment) => key(segment, segment.end)));
  return segments.filter((segment) => ends.has(key(segment, segment.start))).length;
}

/** AC1 of the characters; where they cannot be compared, the reason is theirs. */
export function ac1Of({ positions }: GroupAgreement): PositionAgreement["gwetsAc1"] {
  return positions.exists ? positions.gwetsAc1 : positions;
}
