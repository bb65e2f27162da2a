import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import { type AgreementBasis, agreementBasis, type ReliabilityData } from "./reliability-data.ts";

/** A chance-corrected coefficient: value = (observed − expected) / (1 − expected). */
export type AgreementCoefficient = {
  exists: true;
  value: number;
  observed: number;
  /** Agreement that the coefficient expects by chance. */
  expected: number;
  basis: AgreementBasis;
};

/** Agreement within units, and how large a share each category has. */
export type ObservedAgreement = {
  exists: true;
  observed: number;
  /** shares[category], adding up to 1: the mean over all units with a value of the category's share in the unit. */
  shares: Float64Array;
  basis: AgreementBasis;
};

/**
 * Agreement within units: the mean, over units with two or more values, of the share of pairs of values that are equal.
 *
 * Unit/range: 0 to 1. Every unit weighs alike, however many coders gave it a value. With two coders this is plain percent
 * agreement. Missing: a unit with one value counts only for the shares of the categories.
 * Source: Fleiss (1971), equations 1 to 3; with missing values Gwet (2014), Handbook of inter-rater reliability, 4th ed.
 * @returns "one-coder", "no-shared-unit"
 * @example observedAgreement(reliabilityData([[1, 1], [1, 2]])) // { observed: 0.5, shares: [0.75, 0.25], … }
 */
export function observedAgreement(data: ReliabilityData): ObservedAgreement | NoAgreement {
  const { unitCount, coderCount, categoryCount, cells } = data;
  if (coderCount < 2) return noAgreement("one-coder");
  const basis = agreementBasis(data);
  if (basis.units === 0) return noAgreement("no-shared-unit");
  const shares = new Float64Array(categoryCount);
  const counts = new Int32Array(categoryCount);
  const rated = basis.units + basis.excluded.unitsWithOneValue;
  let observed = 0;
  for (let unit = 0; unit < unitCount; unit += 1) {
    const given = cells
      .subarray(unit * coderCount, (unit + 1) * coderCount)
      .filter((category) => category >= 0);
    let pairs = 0;
    for (const category of given) {
      pairs += counts[category] ?? 0;
      counts[category] = (counts[category] ?? 0) + 1;
      shares[category] = (shares[category] ?? 0) + 1 / (given.length * rated);
    }
    for (const category of given) counts[category] = 0;
    if (given.length > 1) observed += (2 * pairs) / (given.length * (given.length - 1));
  }
  return { exists: true, observed: observed / basis.units, shares, basis };
}
