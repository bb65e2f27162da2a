/**
 * Why a statistic does not exist for these data. Reports turn the name into a sentence.
 *
 * "everything-tied", "constant-item", "no-variance": nothing varies, so nothing can be compared or correlated.
 * "fewer-than-two-respondents", "one-item", "too-few-items", "too-few-respondents", "empty-group": too little data.
 * "too-many-categories": an item has more different ratings than a correlation of categories can use.
 * "no-overlap": two items, or two groups, have no respondent in common.
 * "no-differences": all paired differences are zero. "perfect-agreement": the test statistic is infinite.
 * "unbalanced-design": the test is only defined for designs in which each item and each pair occurs equally often.
 * "not-positive-definite": correlations that cannot belong to one set of complete answers.
 * "improper-solution": the best fitting model has a variance of zero or less. "not-converged": no best fit was found.
 * "separated": answers are so uniform that estimates run to infinity.
 * "worse-than-chance": the check question is missed more often than by answering at random.
 */
export type NoStatisticReason =
  | "constant-item"
  | "empty-group"
  | "everything-tied"
  | "fewer-than-two-respondents"
  | "improper-solution"
  | "no-differences"
  | "no-overlap"
  | "no-variance"
  | "not-converged"
  | "not-positive-definite"
  | "one-item"
  | "perfect-agreement"
  | "separated"
  | "too-few-items"
  | "too-many-categories"
  | "too-few-respondents"
  | "unbalanced-design"
  | "worse-than-chance";

/** A statistic that does not exist, with the reason; `items` are the indices of the items to blame, if any. */
export type NoStatistic = { exists: false; reason: NoStatisticReason; items?: number[] };

/**
 * Says that a statistic does not exist, and why.
 *
 * @example noStatistic("constant-item", [2]) // { exists: false, reason: "constant-item", items: [2] }
 */
export function noStatistic(reason: NoStatisticReason, items?: readonly number[]): NoStatistic {
  return { exists: false, reason, ...(items !== undefined && { items: [...items] }) };
}
