/**
 * Whether two samples could come from one distribution: the two-sample Kolmogorov–Smirnov test, two-sided.
 *
 * Shape: two lists of numbers, any length from one on. Range of p: 0 to 1; small: they differ.
 * Source: Kolmogorov's limiting distribution with the correction of Stephens (1970) for finite samples, as in
 * Press et al., Numerical Recipes (3rd ed.), section 14.3.3. Ties: both steps are taken before they are compared.
 * @throws RangeError if a sample is empty
 * @example sameDistribution([1, 2, 3], [1, 2, 3]) // { d: 0, p: 1 }
 */
export function sameDistribution(
  one: readonly number[],
  other: readonly number[],
): { d: number; p: number } {
  if (one.length === 0 || other.length === 0)
    throw new RangeError("sameDistribution requires two samples");
  const [a, b] = [one.toSorted(ascending), other.toSorted(ascending)];
  let [i, j, d] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i] ?? 0, b[j] ?? 0);
    while (i < a.length && (a[i] ?? 0) <= at) i += 1;
    while (j < b.length && (b[j] ?? 0) <= at) j += 1;
    d = Math.max(d, Math.abs(i / a.length - j / b.length));
  }
  const root = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { d, p: tail((root + 0.12 + 0.11 / root) * d) };
}

const ascending = (one: number, other: number) => one - other;

/** Kolmogorov's distribution above a value: 2 Σ (−1)^(k−1) exp(−2 k² x²). */
function tail(x: number): number {
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, 2 * sum));
}
