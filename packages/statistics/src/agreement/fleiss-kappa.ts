import { chanceCorrected, usedCategories } from "./chance-corrected.ts";
import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import { type AgreementCoefficient, observedAgreement } from "./observed-agreement.ts";
import type { ReliabilityData } from "./reliability-data.ts";

/**
 * Fleiss' κ: agreement of any number of coders beyond chance, chance taken from how often all of them use each category.
 *
 * Unit/range: up to 1. With two coders it is Scott's π. Missing: every unit weighs alike, see `observedAgreement`; with
 * equally many values in all units this is the coefficient of 1971.
 * Source: Fleiss (1971), Psychological Bulletin 76, 378–382; with missing values Gwet (2014), 4th ed.
 * @returns "one-coder", "no-shared-unit", "no-variation"
 * @example fleissKappa(reliabilityData([[1, 1], [2, 2], [1, 2]])) // { value: 0.333…, … }
 */
export function fleissKappa(data: ReliabilityData): AgreementCoefficient | NoAgreement {
  const found = observedAgreement(data);
  if (!found.exists) return found;
  if (usedCategories(found.shares) < 2) return noAgreement("no-variation");
  return chanceCorrected(
    found,
    found.shares.reduce((sum, share) => sum + share * share, 0),
  );
}
