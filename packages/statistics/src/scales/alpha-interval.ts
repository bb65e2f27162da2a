import { fQuantile } from "../distributions/f-distribution.ts";
import { normalQuantile } from "../distributions/standard-normal.ts";
import type { Interval } from "../wilson-interval.ts";

/**
 * Feldt interval of Cronbach's α: where α plausibly lies in the population of respondents.
 *
 * Assumes items with equal variances and covariances and normal scores; the usual default.
 * Source: Feldt (1965), Psychometrika 30, 357–370; Feldt, Woodruff and Salih (1987), formulas 6 and 7.
 * @throws RangeError if there are fewer than two respondents or items, or the level is not between 0 and 1
 * @example feldtInterval({ alpha: 0.79, k: 26, n: 41, level: 0.9 }) // [0.7046…, 0.8616…]
 */
export function feldtInterval(input: {
  alpha: number;
  k: number;
  n: number;
  level?: number;
}): Interval {
  const { alpha, k, n, level = 0.95 } = input;
  if (n < 2 || k < 2) throw new RangeError("feldtInterval requires two respondents and two items");
  const bound = (share: number) => 1 - (1 - alpha) * fQuantile(share, n - 1, (n - 1) * (k - 1));
  return [bound((1 + level) / 2), bound((1 - level) / 2)];
}

/**
 * Standard error of Cronbach's α from the covariances of the items, without assuming them equal.
 *
 * Shape: covariance[i × k + j]. Assumes normal scores.
 * Source: van Zyl, Neudecker and Nel (2000), Psychometrika 65, 271–280; Duhachek and Iacobucci (2004),
 * Journal of Applied Psychology 89, 792–808.
 * @example alphaStandardError(covariance, 7, 30) // 0.0424…
 */
export function alphaStandardError(covariance: ArrayLike<number>, k: number, n: number): number {
  let [total, trace, traceOfSquare, squareTotal] = [0, 0, 0, 0];
  for (let i = 0; i < k; i += 1) {
    let rowSum = 0;
    for (let j = 0; j < k; j += 1) {
      const cell = covariance[i * k + j] ?? 0;
      rowSum += cell;
      traceOfSquare += cell * cell;
    }
    trace += covariance[i * k + i] ?? 0;
    total += rowSum;
    squareTotal += rowSum * rowSum;
  }
  const scale = (2 * k * k) / ((k - 1) ** 2 * total ** 3);
  const q = scale * (total * (traceOfSquare + trace * trace) - 2 * trace * squareTotal);
  return Math.sqrt(Math.max(0, q) / n);
}

/**
 * Interval of an estimate by its standard error: estimate ± z standard errors.
 *
 * @example normalInterval(0, 1) // [−1.96, 1.96]
 */
export function normalInterval(estimate: number, standardError: number, level = 0.95): Interval {
  const half = normalQuantile((1 + level) / 2) * standardError;
  return [estimate - half, estimate + half];
}
