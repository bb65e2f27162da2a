import type { NoAgreement } from "./no-agreement.ts";
import { observedAgreement } from "./observed-agreement.ts";
import type { AgreementBasis, ReliabilityData } from "./reliability-data.ts";

/** Percent agreement as a share. */
export type PercentAgreement = { exists: true; value: number; basis: AgreementBasis };

/**
 * Percent agreement: how often two coders of the same unit gave the same value, without regard to chance.
 *
 * Unit/range: 0 to 1. More than two coders, missing values: see `observedAgreement`.
 * @returns "one-coder", "no-shared-unit"
 * @example percentAgreement(reliabilityData([[1, 1], [1, 2]])) // { value: 0.5, … }
 */
export function percentAgreement(data: ReliabilityData): PercentAgreement | NoAgreement {
  const found = observedAgreement(data);
  if (!found.exists) return found;
  return { exists: true, value: found.observed, basis: found.basis };
}
