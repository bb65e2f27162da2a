import { quasiVariances } from "../quasi-variances.ts";

/**
 * Worths under three conventions, each with its standard errors, one number per item.
 *
 * logWorth: the first item is 0; its standard errors are those of the difference from the first item.
 * logWorthCentred: the mean is 0. worth: the sum is 1 (probability to be chosen first from all).
 * covariance: of the centred log-worths. quasi…: for comparing any two items; undefined where they do not exist.
 */
export type WorthEstimates = {
  logWorth: number[];
  standardError: number[];
  logWorthCentred: number[];
  standardErrorCentred: number[];
  worth: number[];
  standardErrorWorth: number[];
  covariance: number[][];
  quasiVariance?: number[];
  quasiStandardError?: (number | undefined)[];
  quasiRelativeErrors?: [number, number];
};

/** Conventions and errors from centred log-worths and their covariance (further parameters are left aside). */
export function worthEstimates(
  parameters: ArrayLike<number>,
  covarianceOfAll: Float64Array,
  k: number,
): WorthEstimates {
  const size = Math.sqrt(covarianceOfAll.length);
  const centred = Array.from({ length: k }, (_, item) => parameters[item] ?? 0);
  const covariance = centred.map((_, i) =>
    Array.from(covarianceOfAll.subarray(i * size, i * size + k)),
  );
  const at = (i: number, j: number) => covariance[i]?.[j] ?? 0;
  const highest = Math.max(...centred);
  const sum = centred.reduce((total, value) => total + Math.exp(value - highest), 0);
  const worth = centred.map((value) => Math.exp(value - highest) / sum);
  const quasi = quasiVariances(covariance);
  return {
    logWorth: centred.map((value) => value - (centred[0] ?? 0)),
    standardError: centred.map((_, i) => root(i === 0 ? 0 : at(i, i) + at(0, 0) - 2 * at(i, 0))),
    logWorthCentred: centred,
    standardErrorCentred: centred.map((_, i) => root(at(i, i))),
    worth,
    standardErrorWorth: worth.map((share, i) => share * root(worthVariance(covariance, worth, i))),
    covariance,
    ...(quasi !== undefined && {
      quasiVariance: quasi.variances,
      quasiStandardError: quasi.variances.map((v) => (v >= 0 ? Math.sqrt(v) : undefined)),
      quasiRelativeErrors: quasi.relativeErrors,
    }),
  };
}

/** Delta method: the variance of log worth = θ − ln Σ exp θ. */
function worthVariance(
  covariance: readonly number[][],
  worth: readonly number[],
  i: number,
): number {
  const weights = worth.map((share, j) => (i === j ? 1 : 0) - share);
  return covariance.reduce(
    (sum, row, a) =>
      sum + (weights[a] ?? 0) * row.reduce((inner, v, b) => inner + v * (weights[b] ?? 0), 0),
    0,
  );
}

/** Rounding can leave a variance of zero just below it. */
function root(variance: number): number {
  return Math.sqrt(Math.max(0, variance));
}
