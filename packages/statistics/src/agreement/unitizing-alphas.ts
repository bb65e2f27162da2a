import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import { type SegmentCoincidences, segmentCoincidences } from "./segment-coincidences.ts";
import { overlappingSegments, requireSegments, type Unitization } from "./unitization.ts";

/**
 * A value of the family: 1 − observed / expected. Both disagreements are shares of `length`, the positions it rests on, over
 * all coders.
 */
export type UnitizingAlpha = {
  exists: true;
  value: number;
  observedDisagreement: number;
  expectedDisagreement: number;
  length: number;
};

/** Reliability of one code where several coders marked something. */
export type CodeReliability = {
  code: number;
  kuAlpha: UnitizingAlpha | NoAgreement;
  /** Share of the length given to this code that lies where another coder marked something; undefined if never given. */
  coverage: number | undefined;
};

/** The family of 2016 for codes of which a position has at most one. */
export type UnitizingAlphas = {
  /** Where segments begin and end, and which code they have; gaps count as a category of their own. */
  uAlpha: UnitizingAlpha | NoAgreement;
  /** Marked or not, whichever code. */
  uAlphaBinary: UnitizingAlpha | NoAgreement;
  /** Which code, where two or more coders marked something. */
  cuAlpha: UnitizingAlpha | NoAgreement;
  perCode: CodeReliability[];
};

/**
 * Krippendorff's α for spans: how reliably coders find and code segments of a continuum.
 *
 * Unit/range: 1 = complete agreement, 0 = as by chance, may be negative. A segment is never paired with itself: its squared
 * length is taken out of what chance is expected to give (its length, for gaps). With segments of length one uα is nominal
 * α. For cuα and (k)uα a segment counts with the length that other coders marked as well, as a mean over them.
 * Splitting a segment never raises a value; joining two can.
 * Source: Krippendorff, Mathet, Bouvry and Widlöcher (2016), Quality & Quantity 50, 2347–2364; Krippendorff (2019), 12.6.
 * @throws RangeError if a segment is empty, reversed or outside the continuum
 * @returns for all: "one-coder", "overlapping-segments"; uα: "nothing-marked", "no-variation"; binary: "nothing-marked",
 * "everything-marked"; cuα: "no-shared-passage", "no-variation"; (k)uα: the same, for its code
 * @example unitizingAlphas({ length: 20, coderCount: 2, codeCount: 2, segments }).uAlpha
 */
export function unitizingAlphas(unitization: Unitization): UnitizingAlphas {
  const { coderCount, codeCount, segments } = unitization;
  requireSegments(unitization);
  const refusal =
    coderCount < 2
      ? noAgreement("one-coder")
      : overlappingSegments(segments).length > 0
        ? noAgreement("overlapping-segments")
        : undefined;
  if (refusal !== undefined) {
    const perCode = Array.from({ length: codeCount }, (_, code) => {
      return { code, kuAlpha: refusal, coverage: undefined };
    });
    return { uAlpha: refusal, uAlphaBinary: refusal, cuAlpha: refusal, perCode };
  }
  const found = segmentCoincidences(unitization);
  return { ...wholeAlphas(found, unitization), ...codedAlphas(found, unitization) };
}

/** uα and its binary form: all positions, gap among the categories. */
function wholeAlphas(
  { categoryCount, observed, marginals }: SegmentCoincidences,
  { segments }: Unitization,
): Pick<UnitizingAlphas, "uAlpha" | "uAlphaBinary"> {
  const total = sumOf(marginals);
  const gap = marginals[0] ?? 0;
  const equal = diagonal(observed, categoryCount);
  const itself = segments.reduce((sum, { start, end }) => sum + (end - start) ** 2, gap);
  const pairs = total * total - itself;
  const unequal = total * total - marginals.reduce((sum, length) => sum + length * length, 0);
  const isVaried = marginals.filter((length) => length > 0).length > 1;
  if (gap === total) {
    const nothing = noAgreement("nothing-marked");
    return { uAlpha: nothing, uAlphaBinary: nothing };
  }
  return {
    uAlpha: isVaried
      ? alphaOf((total - equal) / total, unequal / pairs, total)
      : noAgreement("no-variation"),
    uAlphaBinary:
      gap === 0
        ? noAgreement("everything-marked")
        : alphaOf(
            (2 * (gap - (observed[0] ?? 0))) / total,
            (2 * gap * (total - gap)) / pairs,
            total,
          ),
  };
}

/** cuα and (k)uα: only where two or more coders marked something. */
function codedAlphas(
  { categoryCount, observed, marginals, shared }: SegmentCoincidences,
  { segments, codeCount }: Unitization,
): Pick<UnitizingAlphas, "cuAlpha" | "perCode"> {
  const lengths = Float64Array.from({ length: codeCount }, (_, code) => {
    const row = (code + 1) * categoryCount;
    return sumOf(observed.subarray(row + 1, row + categoryCount));
  });
  const itself = new Float64Array(codeCount);
  for (const [segment, { code }] of segments.entries())
    itself[code] = (itself[code] ?? 0) + (shared[segment] ?? 0) ** 2;
  const total = sumOf(lengths);
  const pairs = total * total - sumOf(itself);
  const equal = diagonal(observed, categoryCount) - (observed[0] ?? 0);
  const unequal = total * total - lengths.reduce((sum, length) => sum + length * length, 0);
  const isVaried = lengths.filter((length) => length > 0).length > 1;
  const perCode = Array.from({ length: codeCount }, (_, code): CodeReliability => {
    const length = lengths[code] ?? 0;
    const given = marginals[code + 1] ?? 0;
    const own = observed[(code + 1) * (categoryCount + 1)] ?? 0;
    const byChance = length * total - (itself[code] ?? 0);
    return {
      code,
      kuAlpha:
        length === 0
          ? noAgreement("no-shared-passage")
          : isVaried
            ? alphaOf((length - own) / length, (length * (total - length)) / byChance, length)
            : noAgreement("no-variation"),
      coverage: given === 0 ? undefined : length / given,
    };
  });
  if (total === 0) return { cuAlpha: noAgreement("no-shared-passage"), perCode };
  return {
    cuAlpha: isVaried
      ? alphaOf((total - equal) / total, unequal / pairs, total)
      : noAgreement("no-variation"),
    perCode,
  };
}

function alphaOf(observed: number, expected: number, length: number): UnitizingAlpha {
  return {
    ...{ exists: true, value: 1 - observed / expected },
    ...{ observedDisagreement: observed, expectedDisagreement: expected, length },
  };
}

function diagonal(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let cell = 0; cell < matrix.length; cell += size + 1) sum += matrix[cell] ?? 0;
  return sum;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
