/**
 * Cholesky factor of a symmetric positive definite matrix, written over its lower triangle.
 *
 * Shape: matrix[row × size + column]. Our own, because 1,000 resamples × several steps must not allocate:
 * a general matrix package took longer to wrap the 8 × 8 numbers than to solve with them.
 * Source: Golub and Van Loan (2013), Matrix Computations, 4th ed., algorithm 4.2.1.
 * @returns false if the matrix is not positive definite (its triangle is then spoilt)
 * @example choleskyInPlace(Float64Array.of(4, 0, 0, 9), 2) // true; the diagonal is now 2, 3
 */
export function choleskyInPlace(matrix: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let inner = 0; inner < column; inner += 1)
        sum -= (matrix[row * size + inner] ?? 0) * (matrix[column * size + inner] ?? 0);
      if (row === column) {
        if (!(sum > 0)) return false;
        matrix[row * size + row] = Math.sqrt(sum);
      } else matrix[row * size + column] = sum / (matrix[column * size + column] ?? 1);
    }
  }
  return true;
}

/** Solves with a Cholesky factor; the solution is written over the right-hand side. */
export function choleskySolveInPlace(factor: Float64Array, size: number, side: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let sum = side[row] ?? 0;
    for (let inner = 0; inner < row; inner += 1)
      sum -= (factor[row * size + inner] ?? 0) * (side[inner] ?? 0);
    side[row] = sum / (factor[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = side[row] ?? 0;
    for (let inner = row + 1; inner < size; inner += 1)
      sum -= (factor[inner * size + row] ?? 0) * (side[inner] ?? 0);
    side[row] = sum / (factor[row * size + row] ?? 1);
  }
}

/** The inverse of the matrix whose Cholesky factor is given. */
export function choleskyInverse(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    column.fill(0);
    column[index] = 1;
    choleskySolveInPlace(factor, size, column);
    inverse.set(column, index * size);
  }
  return inverse;
}
