import { choleskyInPlace, choleskyInverse, choleskySolveInPlace } from "../cholesky.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import { symmetricEigen } from "../numerics/symmetric-eigen.ts";

/** Smallest uniqueness allowed; a solution at this bound is called improper (Heywood case). */
const lowest = 0.005;

/** "ml" = maximum likelihood; "minres" = smallest residual correlations. */
export type FactorMethod = "ml" | "minres";

/** Loadings of k items on factors, before rotation: loadings[item][factor]; uniquenesses on the correlation metric. */
export type FactorModel = {
  exists: true;
  loadings: number[][];
  uniquenesses: number[];
  /** Items whose uniqueness sits at its lower bound (Heywood cases): the model fits badly there. */
  improper: number[];
};

/** Value, and slopes and curvatures by the logarithms of the uniquenesses. */
type Trial = {
  value: number;
  slopes: Float64Array;
  curvatures: Float64Array;
  loadings: number[][];
};

/**
 * Factor model of a correlation matrix: what items have in common, and what each has for itself.
 *
 * Shape: correlations[i × k + j]. A factor's sign is chosen so that its loadings sum to at least 0.
 * Source: Jöreskog (1967), Psychometrika 32, 443–482 (maximum likelihood); Harman and Jones (1966), Psychometrika 31,
 * 351–368 (minres); both as a search over the uniquenesses with the
 * start and the approximate second derivatives of Jöreskog (1977), in Statistical Methods for Digital Computers III.
 * @returns "too-few-items" (the factors have more parameters than the correlations), "not-positive-definite"
 * ("ml" only), "not-converged"
 * @example factorModel(correlations, 7, 1, "ml")
 */
export function factorModel(
  correlations: Float64Array,
  k: number,
  factors: number,
  method: FactorMethod,
): FactorModel | NoStatistic {
  if ((k - factors) ** 2 < k + factors) return noStatistic("too-few-items");
  const factor = Float64Array.from(correlations);
  const isDefinite = choleskyInPlace(factor, k) && smallestPivot(factor, k) > 1e-6;
  if (!isDefinite && method === "ml") return noStatistic("not-positive-definite");
  const precision = isDefinite ? choleskyInverse(factor, k) : undefined;
  const start = Array.from({ length: k }, (_, item) => {
    const partial = precision === undefined ? 0.5 : 1 / (precision[item * k + item] ?? 1);
    return Math.max(2 * lowest, (1 - factors / (2 * k)) * partial);
  });
  const attempt = method === "ml" ? likelihoodTrial : residualTrial;
  const found = descend((psi) => attempt(correlations, k, factors, psi), start);
  if (found === undefined) return noStatistic("not-converged");
  const { uniquenesses, trial } = found;
  const improper = uniquenesses.flatMap((value, item) => (value <= lowest * 1.001 ? [item] : []));
  const loadings = withPositiveSums(trial.loadings, factors);
  return { exists: true, loadings, uniquenesses, improper };
}

/** Damped Newton steps (Levenberg and Marquardt) inside the bounds, until free slopes are flat. */
function descend(
  attempt: (uniquenesses: number[]) => Trial,
  start: number[],
): { uniquenesses: number[]; trial: Trial } | undefined {
  let here = { uniquenesses: start, trial: attempt(start) };
  let damping = 1e-10;
  for (let step = 0; step < 300; step += 1) {
    const { uniquenesses, trial } = here;
    const free = uniquenesses.flatMap((value, item) =>
      value <= lowest && (trial.slopes[item] ?? 0) > 0 ? [] : [item],
    );
    const steepest = Math.max(0, ...free.map((item) => Math.abs(trial.slopes[item] ?? 0)));
    if (steepest < 1e-11) return here;
    const moved = newtonMove(here, free, damping);
    const there = { uniquenesses: moved, trial: attempt(moved) };
    const gain = trial.value - there.trial.value;
    if (gain > 0) {
      here = there;
      damping = Math.max(1e-10, damping / 10);
    } else if (steepest < 1e-7 && gain > -1e-13) return here;
    else if (damping > 1e8) return undefined;
    else damping = Math.max(1e-6, damping * 10);
  }
  return undefined;
}

function newtonMove(
  { uniquenesses, trial }: { uniquenesses: number[]; trial: Trial },
  free: readonly number[],
  damping: number,
): number[] {
  const k = uniquenesses.length;
  const size = free.length;
  const matrix = new Float64Array(size * size);
  const side = new Float64Array(size);
  for (const [row, i] of free.entries()) {
    side[row] = -(trial.slopes[i] ?? 0);
    for (const [column, j] of free.entries())
      matrix[row * size + column] = trial.curvatures[i * k + j] ?? 0;
    matrix[row * size + row] =
      (matrix[row * size + row] ?? 0) * (1 + damping) + 1e-12 + damping * 1e-3;
  }
  if (choleskyInPlace(matrix, size)) choleskySolveInPlace(matrix, size, side);
  return uniquenesses.map((value, item) => {
    const row = free.indexOf(item);
    if (row < 0) return value;
    const change = Math.max(-2, Math.min(2, side[row] ?? 0));
    return Math.min(1, Math.max(lowest, value * Math.exp(change)));
  });
}

/** Items that repeat each other leave a last pivot of rounding errors, not of zero. */
function smallestPivot(factor: Float64Array, k: number): number {
  return Math.min(...Array.from({ length: k }, (_, item) => factor[item * k + item] ?? 0));
}

/** Discrepancy Σ(e − ln e − 1) over the eigenvalues of Ψ^−½ R Ψ^−½ that the factors leave, and its slopes. */
function likelihoodTrial(r: Float64Array, k: number, factors: number, psi: number[]): Trial {
  const scaled = r.map(
    (cell, index) => cell / Math.sqrt((psi[Math.floor(index / k)] ?? 1) * (psi[index % k] ?? 1)),
  );
  const { values, vectors } = symmetricEigen(scaled, k);
  const left = values.slice(factors);
  const value = left.reduce((sum, e) => sum + e - Math.log(Math.max(e, 1e-300)) - 1, 0);
  const loadings = psi.map((unique, item) =>
    Array.from({ length: factors }, (_, factor) => {
      const strength = Math.sqrt(Math.max(0, (values[factor] ?? 0) - 1));
      return Math.sqrt(unique) * strength * (vectors[factor]?.[item] ?? 0);
    }),
  );
  const slopes = Float64Array.from(psi, (unique, item) => {
    const common = (loadings[item] ?? []).reduce((sum, loading) => sum + loading * loading, 0);
    return (common + unique - (r[item * k + item] ?? 1)) / unique;
  });
  const curvatures = squaredProjection(vectors.slice(factors), k);
  return { value, slopes, curvatures, loadings };
}

/** Half the sum of squared eigenvalues of R − Ψ that the factors leave, and its slopes. */
function residualTrial(r: Float64Array, k: number, factors: number, psi: number[]): Trial {
  const reduced = Float64Array.from(r);
  for (const [item, unique] of psi.entries())
    reduced[item * k + item] = (reduced[item * k + item] ?? 1) - unique;
  const { values, vectors } = symmetricEigen(reduced, k);
  const left = values.map((value, index) => (index < factors && value > 0 ? 0 : value));
  const value = left.reduce((sum, e) => sum + e * e, 0) / 2;
  const slopes = Float64Array.from(psi, (unique, item) =>
    left.reduce((sum, e, index) => sum - unique * e * (vectors[index]?.[item] ?? 0) ** 2, 0),
  );
  const curvatures = squaredProjection(vectors.slice(factors), k).map(
    (cell, index) => cell * (psi[Math.floor(index / k)] ?? 0) * (psi[index % k] ?? 0),
  );
  const loadings = psi.map((_, item) =>
    Array.from({ length: factors }, (_, factor) => {
      return Math.sqrt(Math.max(0, values[factor] ?? 0)) * (vectors[factor]?.[item] ?? 0);
    }),
  );
  return { value, slopes, curvatures, loadings };
}

/** Jöreskog's approximate second derivatives: squares of (Σ vᵢvⱼ) over the vectors left. */
function squaredProjection(vectors: readonly (readonly number[])[], k: number): Float64Array {
  return new Float64Array(k * k).map((_, cell) => {
    const [i, j] = [Math.floor(cell / k), cell % k];
    return vectors.reduce((sum, vector) => sum + (vector[i] ?? 0) * (vector[j] ?? 0), 0) ** 2;
  });
}

function withPositiveSums(loadings: readonly number[][], factors: number): number[][] {
  const signs = Array.from({ length: factors }, (_, factor) =>
    loadings.reduce((sum, row) => sum + (row[factor] ?? 0), 0) < 0 ? -1 : 1,
  );
  return loadings.map((row) => row.map((loading, factor) => loading * (signs[factor] ?? 1)));
}
