import { chanceCorrected, requirePossible } from "./chance-corrected.ts";
import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import { type AgreementCoefficient, observedAgreement } from "./observed-agreement.ts";
import type { ReliabilityData } from "./reliability-data.ts";

/**
 * Brennan and Prediger's κₙ: agreement beyond what guessing among equally likely categories would give.
 *
 * Unit/range: up to 1. `categories`: how many were possible, whether anyone used them or not; the value depends on it.
 * More than two coders, missing values: see `observedAgreement`.
 * Source: Brennan and Prediger (1981), Educational and Psychological Measurement 41, 687–699; for two coders also S of
 * Bennett, Alpert and Goldstein (1954).
 * @throws RangeError if `categories` is no whole number, or smaller than the number of categories used
 * @returns "one-coder", "no-shared-unit", "one-category"
 * @example brennanPrediger(reliabilityData([[1, 1], [2, 2], [1, 2]]), { categories: 3 }) // { value: 0.5, … }
 */
export function brennanPrediger(
  data: ReliabilityData,
  { categories }: { categories: number },
): AgreementCoefficient | NoAgreement {
  const found = observedAgreement(data);
  if (!found.exists) return found;
  requirePossible(categories, found.shares);
  if (categories < 2) return noAgreement("one-category");
  return chanceCorrected(found, 1 / categories);
}
