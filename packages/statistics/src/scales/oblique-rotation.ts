import { choleskyInPlace, choleskyInverse } from "../cholesky.ts";

/** Rotated loadings[item][factor] and the correlations of the factors. */
export type ObliqueRotation = {
  loadings: number[][];
  factorCorrelations: number[][];
  isConverged: boolean;
};

type Position = { loadings: number[][]; inverse: number[][]; value: number };

/**
 * Rotates factors to simple structure and lets them correlate (direct quartimin, that is direct oblimin with γ = 0).
 *
 * Starts from the unrotated loadings, so the result is repeatable.
 * Source: Jennrich and Sampson (1966), Psychometrika 31, 313–323; gradient projection: Jennrich (2002),
 * Psychometrika 67, 7–19.
 * @example quartimin([[0.8, 0.1], [0.7, 0.2], [0.1, 0.6]])
 */
export function quartimin(unrotated: readonly (readonly number[])[]): ObliqueRotation {
  const m = unrotated[0]?.length ?? 0;
  let turn = unitColumns(square(m, (i, j) => (i === j ? 1 : 0)));
  let here = positionAt(unrotated, turn);
  let stride = 1;
  let isConverged = false;
  for (let step = 0; step < 1000 && here !== undefined; step += 1) {
    const slope = projectedSlope(turn, here);
    const size = Math.sqrt(slope.flat().reduce((sum, value) => sum + value * value, 0));
    if (size < 1e-7) {
      isConverged = true;
      break;
    }
    stride *= 2;
    let next: { turn: number[][]; there: Position } | undefined;
    for (let halving = 0; halving < 40 && next === undefined; halving += 1, stride /= 2) {
      const length = stride;
      const tried = unitColumns(square(m, (i, j) => at(turn, i, j) - length * at(slope, i, j)));
      const there = positionAt(unrotated, tried);
      if (there !== undefined && here.value - there.value > 0.5 * size * size * length)
        next = { turn: tried, there };
    }
    if (next === undefined) {
      isConverged = size < 1e-4;
      break;
    }
    stride *= 2;
    ({ turn, there: here } = next);
  }
  const factorCorrelations = square(m, (i, j) => {
    let sum = 0;
    for (let row = 0; row < m; row += 1) sum += at(turn, row, i) * at(turn, row, j);
    return i === j ? 1 : sum;
  });
  return { loadings: here?.loadings ?? [], factorCorrelations, isConverged };
}

/** Loadings A(T′)⁻¹ and the quartimin criterion ¼ Σ λ²λ² over pairs of factors. */
function positionAt(a: readonly (readonly number[])[], turn: number[][]): Position | undefined {
  const m = turn.length;
  const gram = new Float64Array(m * m);
  for (let i = 0; i < m; i += 1)
    for (let j = 0; j < m; j += 1)
      for (let row = 0; row < m; row += 1)
        gram[i * m + j] = (gram[i * m + j] ?? 0) + at(turn, row, i) * at(turn, row, j);
  if (!choleskyInPlace(gram, m)) return undefined;
  const gramInverse = choleskyInverse(gram, m);
  // (T′)⁻¹ = T(T′T)⁻¹
  const inverse = square(m, (i, j) => {
    let sum = 0;
    for (let l = 0; l < m; l += 1) sum += at(turn, i, l) * (gramInverse[l * m + j] ?? 0);
    return sum;
  });
  const loadings = a.map((row) =>
    Array.from({ length: m }, (_, j) =>
      row.reduce((sum, loading, i) => sum + loading * at(inverse, i, j), 0),
    ),
  );
  let value = 0;
  for (const row of loadings) {
    const squares = row.map((loading) => loading * loading);
    const all = squares.reduce((sum, s) => sum + s, 0);
    value += squares.reduce((sum, s) => sum + s * (all - s), 0) / 4;
  }
  return { loadings, inverse, value };
}

/** Slope of the criterion by T, with what would change the lengths of T's columns taken away. */
function projectedSlope(turn: number[][], { loadings, inverse }: Position): number[][] {
  const m = turn.length;
  const criterionSlopes = loadings.map((row) => {
    const all = row.reduce((sum, loading) => sum + loading * loading, 0);
    return row.map((loading) => loading * (all - loading * loading));
  });
  // −(Λ′ dQ T⁻¹)′, with T⁻¹ the transpose of `inverse`
  const product = square(m, (i, j) =>
    loadings.reduce((sum, row, item) => sum + (row[i] ?? 0) * at(criterionSlopes, item, j), 0),
  );
  const slope = square(m, (i, j) => {
    let sum = 0;
    for (let l = 0; l < m; l += 1) sum -= at(product, j, l) * at(inverse, i, l);
    return sum;
  });
  return square(m, (i, j) => {
    let along = 0;
    for (let row = 0; row < m; row += 1) along += at(turn, row, j) * at(slope, row, j);
    return at(slope, i, j) - at(turn, i, j) * along;
  });
}

function unitColumns(matrix: number[][]): number[][] {
  const m = matrix.length;
  const lengths = Array.from({ length: m }, (_, j) =>
    Math.sqrt(matrix.reduce((sum, row) => sum + (row[j] ?? 0) ** 2, 0)),
  );
  return square(m, (i, j) => at(matrix, i, j) / (lengths[j] ?? 1));
}

function square(size: number, cell: (row: number, column: number) => number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => cell(i, j)));
}

function at(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}
