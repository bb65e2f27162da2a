/** Cases by final disposition, as the rates need them: each person asked counts once. */
export type OutcomeCounts = {
  /** I: complete. */
  complete: number;
  /** P: partial, enough answered to be used. */
  partial: number;
  /** R: refusals and break-offs. */
  refusal: number;
  /** NC: eligible, never reached. */
  nonContact: number;
  /** O: eligible, other reasons. */
  other: number;
  /** UH and UO together: nobody knows whether they are eligible. */
  unknown: number;
  /** NE: known not to belong to those asked. */
  notEligible: number;
};

/** Response rates of the AAPOR, each between 0 and 1; undefined where nobody counts. */
export type ResponseRates = Record<
  "rr1" | "rr2" | "rr3" | "rr4" | "rr5" | "rr6",
  number | undefined
>;

/**
 * The share of cases of unknown eligibility that is taken to be eligible: as among those who are known, or all if nobody
 * is known.
 *
 * Range: 0 to 1. Source: AAPOR Standard Definitions, 10th edition (2023), estimate of e by proportional allocation.
 * @example estimatedEligibility({ complete: 6, partial: 0, refusal: 3, nonContact: 0, other: 0, unknown: 2, notEligible: 1 }) // 0.9
 */
export function estimatedEligibility(counts: OutcomeCounts): number {
  const eligible = eligibleCases(counts);
  const known = eligible + counts.notEligible;
  return known === 0 ? 1 : eligible / known;
}

/**
 * Response rates 1 to 6: the lowest counts everybody of unknown eligibility, 3 and 4 the share `e` of them, 5 and 6 nobody;
 * 2, 4 and 6 also count partial responses as responses.
 *
 * Range: 0 to 1. Source: AAPOR Standard Definitions, 10th edition (2023), RR1 to RR6.
 * @param e share of the unknown taken to be eligible, 0 to 1
 * @returns undefined for a rate whose denominator is empty
 * @throws RangeError if a count is negative or no whole number, or e lies outside 0 to 1
 * @example responseRates({ complete: 4, partial: 2, refusal: 1, nonContact: 1, other: 1, unknown: 2, notEligible: 1 }, 0.9).rr1 // 4 / 11
 */
export function responseRates(counts: OutcomeCounts, e: number): ResponseRates {
  if (!Object.values(counts).every((count) => Number.isInteger(count) && count >= 0))
    throw new RangeError("responseRates requires whole numbers of cases");
  if (!(e >= 0 && e <= 1)) throw new RangeError("responseRates requires e between 0 and 1");
  const { complete, partial, unknown } = counts;
  const eligible = eligibleCases(counts);
  const rate = (responses: number, weight: number) => {
    const cases = eligible + weight * unknown;
    return cases === 0 ? undefined : responses / cases;
  };
  const either = complete + partial;
  return {
    rr1: rate(complete, 1),
    rr2: rate(either, 1),
    rr3: rate(complete, e),
    rr4: rate(either, e),
    rr5: rate(complete, 0),
    rr6: rate(either, 0),
  };
}

function eligibleCases({ complete, partial, refusal, nonContact, other }: OutcomeCounts): number {
  return complete + partial + refusal + nonContact + other;
}
