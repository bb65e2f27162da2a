import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import type { AgreementCoefficient } from "./observed-agreement.ts";
import { agreementBasis, type ReliabilityData } from "./reliability-data.ts";

/**
 * Cohen's κ: agreement of two coders beyond chance, chance taken from how often each of them uses each category.
 *
 * Unit/range: up to 1. Unweighted: values are equal or not. Missing: units without two values are left out.
 * Source: Cohen (1960), Educational and Psychological Measurement 20, 37–46.
 * @returns "not-two-coders", "no-shared-unit", "no-variation" (both always used the same category)
 * @example cohensKappa(reliabilityData([[1, 1], [2, 2], [1, 2]])) // { value: 0.4, … }
 */
export function cohensKappa(data: ReliabilityData): AgreementCoefficient | NoAgreement {
  const { unitCount, coderCount, categoryCount, cells } = data;
  if (coderCount !== 2) return noAgreement(coderCount < 2 ? "one-coder" : "not-two-coders");
  const basis = agreementBasis(data);
  if (basis.units === 0) return noAgreement("no-shared-unit");
  const counts = [new Float64Array(categoryCount), new Float64Array(categoryCount)] as const;
  let equal = 0;
  for (let unit = 0; unit < unitCount; unit += 1) {
    const [first = -1, second = -1] = cells.subarray(2 * unit, 2 * unit + 2);
    if (first < 0 || second < 0) continue;
    counts[0][first] = (counts[0][first] ?? 0) + 1;
    counts[1][second] = (counts[1][second] ?? 0) + 1;
    if (first === second) equal += 1;
  }
  const products = counts[0].reduce((sum, count, category) => {
    return sum + count * (counts[1][category] ?? 0);
  }, 0);
  if (products === basis.units ** 2) return noAgreement("no-variation");
  const [observed, expected] = [equal / basis.units, products / basis.units ** 2];
  return { exists: true, value: (observed - expected) / (1 - expected), observed, expected, basis };
}
