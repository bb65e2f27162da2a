import type { AgreementCoefficient, ObservedAgreement } from "./observed-agreement.ts";

/** How many of the categories occur. */
export function usedCategories(shares: Float64Array): number {
  return shares.reduce((used, share) => used + (share > 0 ? 1 : 0), 0);
}

/** A number of possible categories has to hold all that were used. */
export function requirePossible(categories: number, shares: Float64Array): void {
  if (!Number.isInteger(categories) || categories < usedCategories(shares))
    throw new RangeError("the number of possible categories requires to include all used");
}

/** The agreement that AC1 expects by chance, from the shares of the categories. */
export function ac1Chance(shares: Float64Array, categories: number): number {
  return shares.reduce((sum, share) => sum + share * (1 - share), 0) / (categories - 1);
}

/** The coefficient of an observed agreement and the agreement expected by chance. */
export function chanceCorrected(
  { observed, basis }: ObservedAgreement,
  expected: number,
): AgreementCoefficient {
  const value = (observed - expected) / (1 - expected);
  return { exists: true, value, observed, expected, basis };
}
