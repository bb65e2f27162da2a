/** Eigenvalues, greatest first; vectors[j] belongs to values[j] and has length 1. */
export type SymmetricEigen = { values: number[]; vectors: number[][] };

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix.
 *
 * Shape: matrix[row × size + column]. The sign of a vector is chosen so that its greatest entry is positive.
 * Source: cyclic Jacobi method, Golub and Van Loan (2013), Matrix Computations, 4th ed., section 8.5.
 * @throws RangeError if the matrix does not have size × size finite numbers
 * @example symmetricEigen([2, 1, 1, 2], 2).values // [3, 1]
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): SymmetricEigen {
  if (matrix.length !== size * size)
    throw new RangeError("symmetricEigen requires a square matrix");
  const a = Float64Array.from(matrix);
  if (!a.every(Number.isFinite)) throw new RangeError("symmetricEigen requires finite numbers");
  const v = new Float64Array(size * size);
  for (let index = 0; index < size; index += 1) v[index * size + index] = 1;
  for (let sweep = 0; sweep < 60 && offDiagonal(a, size) > 0; sweep += 1) {
    for (let p = 0; p < size - 1; p += 1)
      for (let q = p + 1; q < size; q += 1) rotate(a, v, size, p, q);
  }
  const order = Array.from({ length: size }, (_, index) => index);
  order.sort((i, j) => (a[j * size + j] ?? 0) - (a[i * size + i] ?? 0));
  return {
    values: order.map((index) => a[index * size + index] ?? 0),
    vectors: order.map((index) => withPositiveTop(v, size, index)),
  };
}

/** Size of what is not yet zero beside the diagonal; 0 once it is below rounding. */
function offDiagonal(a: Float64Array, size: number): number {
  let [beside, on] = [0, 0];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const square = (a[row * size + column] ?? 0) ** 2;
      if (row === column) on += square;
      else beside += square;
    }
  }
  return beside > 1e-32 * on ? beside : 0;
}

/** Turns the plane of p and q so that their cell becomes zero. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] ?? 0;
  if (apq === 0) return;
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let i = 0; i < size; i += 1) mix(a, i * size + p, i * size + q, c, s);
  for (let i = 0; i < size; i += 1) mix(a, p * size + i, q * size + i, c, s);
  for (let i = 0; i < size; i += 1) mix(v, i * size + p, i * size + q, c, s);
}

function mix(cells: Float64Array, first: number, second: number, c: number, s: number): void {
  const [x, y] = [cells[first] ?? 0, cells[second] ?? 0];
  cells[first] = c * x - s * y;
  cells[second] = s * x + c * y;
}

function withPositiveTop(v: Float64Array, size: number, column: number): number[] {
  const vector = Array.from({ length: size }, (_, row) => v[row * size + column] ?? 0);
  const top = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return top < 0 ? vector.map((value) => -value) : vector;
}
