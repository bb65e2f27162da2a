import { disagreements } from "./alpha-disagreements.ts";
import type { AlphaDifference } from "./alpha-level.ts";
import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import { pairableUnits } from "./pairable-units.ts";
import { type AgreementBasis, agreementBasis, type ReliabilityData } from "./reliability-data.ts";

/** Krippendorff's α with the two disagreements it compares: value = 1 − observed / expected. */
export type KrippendorffsAlpha = {
  exists: true;
  value: number;
  observedDisagreement: number;
  expectedDisagreement: number;
  basis: AgreementBasis;
};

/**
 * Krippendorff's α: how far coders agree beyond what handing out the same values at random would give.
 *
 * Shape: any number of coders, units and values. Unit/range: 1 = complete agreement, 0 = as by chance, may be negative.
 * Missing: a unit counts with the values it has; units with fewer than two are left out and counted.
 * Source: Krippendorff (2019), Content analysis, 4th ed., 12.3, the form with the correction for small samples.
 * @throws RangeError if a ratio-level value is negative
 * @returns "one-coder", "no-shared-unit", "no-variation"
 * @example krippendorffsAlpha(reliabilityData([[1, 1], [2, 2], [1, 2]]), { level: "nominal" }) // { value: 0.444…, … }
 */
export function krippendorffsAlpha(
  data: ReliabilityData,
  difference: AlphaDifference,
): KrippendorffsAlpha | NoAgreement {
  if (data.coderCount < 2) return noAgreement("one-coder");
  const units = pairableUnits(data);
  if (units.unitCount === 0) return noAgreement("no-shared-unit");
  const found = disagreements(units, difference);
  if (found === undefined) return noAgreement("no-variation");
  const { observed, expected } = found;
  return {
    ...{ exists: true, value: 1 - observed / expected },
    ...{ observedDisagreement: observed, expectedDisagreement: expected },
    basis: agreementBasis(data),
  };
}
