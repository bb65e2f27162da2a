import { choleskyInPlace, choleskySolveInPlace } from "./cholesky.ts";

/**
 * Quasi-variances: one number per item, so that the variance of any difference is about the sum of two of them.
 *
 * `relativeErrors`: least and greatest relative error of the standard error of a difference, e.g. [−0.02, 0.03].
 */
export type QuasiVariances = { variances: number[]; relativeErrors: [number, number] };

const mostSteps = 200;
/** Below this, the loss is flat to rounding and cannot judge a step; steps are taken whole while they shrink. */
const smallChange = 1e-6;

/**
 * Quasi-variances of estimates from their covariance, for plots in which readers compare any two items.
 *
 * Method: least squares on the logarithm of the variances of all differences (Gauss–Newton, step halving).
 * A quasi-variance can be negative (seldom, when one item is known much better); it then has no standard error.
 * Source: Firth and de Menezes (2004), Biometrika 91(1), 65–80.
 * @returns undefined for fewer than three items, or if a difference has no variance
 * @example quasiVariances([[2, 0, 0], [0, 3, 0], [0, 0, 4]])?.variances // [2, 3, 4]
 */
export function quasiVariances(
  covariance: readonly (readonly number[])[],
): QuasiVariances | undefined {
  const k = covariance.length;
  if (k < 3) return undefined;
  const differences = differenceVariances(covariance);
  if (differences.some((row, i) => row.some((v, j) => i !== j && !(v > 0)))) return undefined;
  let variances = leastSquaresStart(differences);
  let before = Infinity;
  for (let step = 0; step < mostSteps; step += 1) {
    const change = gaussNewtonStep(variances, differences);
    if (change === undefined) break;
    const largest = Math.max(...change.map((c, i) => Math.abs(c / (variances[i] ?? 1))));
    if (largest < smallChange && largest >= before) break;
    const next =
      largest < smallChange
        ? moved(variances, change, 1)
        : halvedStep(variances, change, differences);
    if (next === undefined) break;
    variances = next;
    before = largest;
    if (largest < 1e-12) break;
  }
  return { variances, relativeErrors: relativeErrors(variances, differences) };
}

function moved(from: readonly number[], change: Float64Array, scale: number): number[] {
  return from.map((variance, item) => variance + scale * (change[item] ?? 0));
}

/** The longest step, halved as often as needed, that does not make the loss greater. */
function halvedStep(
  from: readonly number[],
  change: Float64Array,
  differences: readonly (readonly number[])[],
): number[] | undefined {
  const loss = logLoss(from, differences);
  for (let halving = 0, scale = 1; halving < 40; halving += 1, scale /= 2) {
    const next = moved(from, change, scale);
    if (logLoss(next, differences) <= loss) return next;
  }
  return undefined;
}

function differenceVariances(covariance: readonly (readonly number[])[]): number[][] {
  const at = (i: number, j: number) => covariance[i]?.[j] ?? 0;
  return covariance.map((row, i) => row.map((_, j) => at(i, i) + at(j, j) - 2 * at(i, j)));
}

/** The sums nearest to the variances themselves; solvable by hand, and the mean half if that gives an impossible sum. */
function leastSquaresStart(differences: readonly (readonly number[])[]): number[] {
  const k = differences.length;
  const sums = differences.map((row) => row.reduce((sum, value) => sum + value, 0));
  const total = sums.reduce((sum, value) => sum + value, 0);
  const start = sums.map((sum) => (sum - total / (2 * (k - 1))) / (k - 2));
  if (Number.isFinite(logLoss(start, differences))) return start;
  return sums.map(() => total / (2 * k * (k - 1)));
}

function logLoss(
  variances: readonly number[],
  differences: readonly (readonly number[])[],
): number {
  let loss = 0;
  for (const [i, row] of differences.entries())
    for (let j = 0; j < i; j += 1) {
      const sum = (variances[i] ?? 0) + (variances[j] ?? 0);
      if (!(sum > 0)) return Infinity;
      loss += Math.log(sum / (row[j] ?? 1)) ** 2;
    }
  return loss;
}

function gaussNewtonStep(
  variances: readonly number[],
  differences: readonly (readonly number[])[],
): Float64Array | undefined {
  const k = variances.length;
  const matrix = new Float64Array(k * k);
  const side = new Float64Array(k);
  for (let i = 0; i < k; i += 1)
    for (let j = 0; j < k; j += 1) {
      if (i === j) continue;
      const sum = (variances[i] ?? 0) + (variances[j] ?? 0);
      matrix[i * k + j] = 1 / sum ** 2;
      matrix[i * k + i] = (matrix[i * k + i] ?? 0) + 1 / sum ** 2;
      side[i] = (side[i] ?? 0) - Math.log(sum / (differences[i]?.[j] ?? 1)) / sum;
    }
  if (!choleskyInPlace(matrix, k)) return undefined;
  choleskySolveInPlace(matrix, k, side);
  return side;
}

function relativeErrors(
  variances: readonly number[],
  differences: readonly (readonly number[])[],
): [number, number] {
  const errors = differences.flatMap((row, i) =>
    row.slice(0, i).map((v, j) => Math.sqrt(((variances[i] ?? 0) + (variances[j] ?? 0)) / v) - 1),
  );
  return [Math.min(...errors), Math.max(...errors)];
}
