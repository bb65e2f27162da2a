import { ac1Chance, chanceCorrected, requirePossible } from "./chance-corrected.ts";
import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import { type AgreementCoefficient, observedAgreement } from "./observed-agreement.ts";
import type { ReliabilityData } from "./reliability-data.ts";

/**
 * Gwet's AC1: agreement beyond chance, where chance is small if one category prevails.
 *
 * Unit/range: up to 1. Expected: Σ π (1 − π) / (q − 1) with the shares π and the number q of possible `categories`.
 * More than two coders, missing values: see `observedAgreement`.
 * Source: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48; with missing values Gwet (2014).
 * @throws RangeError if `categories` is no whole number, or smaller than the number of categories used
 * @returns "one-coder", "no-shared-unit", "one-category"
 * @example gwetsAc1(reliabilityData([[1, 1], [1, 1], [1, 2]]), { categories: 2 }) // { value: 0.538…, … }
 */
export function gwetsAc1(
  data: ReliabilityData,
  { categories }: { categories: number },
): AgreementCoefficient | NoAgreement {
  const found = observedAgreement(data);
  if (!found.exists) return found;
  requirePossible(categories, found.shares);
  if (categories < 2) return noAgreement("one-category");
  return chanceCorrected(found, ac1Chance(found.shares, categories));
}
