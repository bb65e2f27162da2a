/**
 * Number, mean and variance (divisor n − 1) of a list; the variance of fewer than two values is 0.
 *
 * @throws RangeError if a value is not finite
 * @example sampleMoments([1, 2, 3]) // { n: 3, mean: 2, variance: 1 }
 */
export function sampleMoments(values: readonly number[]): {
  n: number;
  mean: number;
  variance: number;
} {
  if (!values.every(Number.isFinite)) throw new RangeError("a comparison requires finite numbers");
  const n = values.length;
  const mean = n === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // Equal values may leave rounding errors of their mean.
  const isConstant = values.every((value) => value === values[0]);
  return { n, mean, variance: n < 2 || isConstant ? 0 : squares / (n - 1) };
}
