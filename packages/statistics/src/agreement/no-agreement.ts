/**
 * Why an agreement coefficient does not exist for these data. Reports turn the name into a sentence.
 *
 * "one-coder": nobody to compare with. "no-shared-unit": no unit has values of two coders.
 * "no-variation": all compared values are the same, so agreement by chance would be complete as well.
 * "one-category": fewer than two categories were possible. "not-two-coders": the coefficient is defined for two coders only.
 * "too-few-units": fewer than two units to draw from. "too-many-failed-draws": in more than 1 in 20 draws nothing varied.
 * "overlapping-segments": one coder's segments overlap, so that a position would have two values.
 * "nothing-marked", "everything-marked": there is only gap, or no gap at all.
 * "no-shared-passage": no position was marked by two coders.
 */
export type NoAgreementReason =
  | "everything-marked"
  | "no-shared-passage"
  | "no-shared-unit"
  | "no-variation"
  | "not-two-coders"
  | "nothing-marked"
  | "one-category"
  | "one-coder"
  | "overlapping-segments"
  | "too-few-units"
  | "too-many-failed-draws";

/** A coefficient that does not exist, with the reason. */
export type NoAgreement = { exists: false; reason: NoAgreementReason };

/**
 * Says that an agreement coefficient does not exist, and why.
 *
 * @example noAgreement("one-coder") // { exists: false, reason: "one-coder" }
 */
export function noAgreement(reason: NoAgreementReason): NoAgreement {
  return { exists: false, reason };
}
