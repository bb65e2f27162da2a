import { ac1Chance } from "./chance-corrected.ts";
import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import { segmentCoincidences } from "./segment-coincidences.ts";
import { overlappingSegments, requireSegments, type Unitization } from "./unitization.ts";

/** Agreement position by position, gap among the categories. */
export type PositionAgreement = {
  exists: true;
  /** Share of positions on which two coders have the same, over all pairs of coders. */
  percentAgreement: number;
  /** AC1 of the positions, with the agreement it expects by chance. */
  gwetsAc1: { exists: true; value: number; expected: number } | NoAgreement;
  /** Codes and gap: how many categories AC1 counts as possible. */
  categories: number;
  /** Share of positions that are gap, as a mean over the coders. */
  gapShare: number;
};

/**
 * Percent agreement and Gwet's AC1 of spans, each position of the continuum taken as a unit.
 *
 * Unit/range: percent agreement 0 to 1, AC1 up to 1. Long gaps raise both: what nobody marks, everybody leaves alone.
 * Source: as `percentAgreement` and `gwetsAc1`.
 * @throws RangeError if a segment is empty, reversed or outside the continuum
 * @returns "one-coder", "overlapping-segments", "nothing-marked"; AC1 alone: "no-variation"
 * @example positionAgreement(unitization) // { percentAgreement: 0.8, … }
 */
export function positionAgreement(unitization: Unitization): PositionAgreement | NoAgreement {
  const { coderCount, codeCount, segments } = unitization;
  requireSegments(unitization);
  if (coderCount < 2) return noAgreement("one-coder");
  if (segments.length === 0) return noAgreement("nothing-marked");
  if (overlappingSegments(segments).length > 0) return noAgreement("overlapping-segments");
  const { observed, marginals } = segmentCoincidences(unitization);
  const total = marginals.reduce((sum, length) => sum + length, 0);
  const categories = codeCount + 1;
  let equal = 0;
  for (let cell = 0; cell < observed.length; cell += categories + 1) equal += observed[cell] ?? 0;
  const percent = equal / total;
  const isVaried = marginals.filter((length) => length > 0).length > 1;
  const chance = ac1Chance(
    marginals.map((length) => length / total),
    categories,
  );
  return {
    ...{ exists: true, percentAgreement: percent, categories },
    gwetsAc1: isVaried
      ? { exists: true, value: (percent - chance) / (1 - chance), expected: chance }
      : noAgreement("no-variation"),
    gapShare: (marginals[0] ?? 0) / total,
  };
}
