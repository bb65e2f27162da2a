import { choleskyInPlace } from "../cholesky.ts";
import { seededRandom } from "../seeded-random.ts";

/**
 * Draws of estimates around 0 with the given covariance, row-major; right for differences between estimates.
 *
 * The covariance may be that of centred estimates: a common part is added to all, which no difference sees.
 * @returns undefined if some difference has no variance
 */
export function normalDraws(
  covariance: readonly (readonly number[])[],
  draws: number,
  seed: number,
): Float64Array | undefined {
  const k = covariance.length;
  const lift = covariance.reduce((sum, row, item) => sum + (row[item] ?? 0), 0) / k;
  const factor = Float64Array.from(
    { length: k * k },
    (_, cell) => (covariance[Math.floor(cell / k)]?.[cell % k] ?? 0) + lift,
  );
  if (!choleskyInPlace(factor, k)) return undefined;
  const random = seededRandom(seed);
  const values = new Float64Array(draws * k);
  const independent = new Float64Array(k + 1);
  for (let base = 0; base < values.length; base += k) {
    for (let item = 0; item < k; item += 2) {
      // Box and Muller (1958).
      const radius = Math.sqrt(-2 * Math.log(1 - random()));
      const angle = 2 * Math.PI * random();
      independent[item] = radius * Math.cos(angle);
      independent[item + 1] = radius * Math.sin(angle);
    }
    for (let item = 0; item < k; item += 1) {
      let sum = 0;
      for (let inner = 0; inner <= item; inner += 1)
        sum += (factor[item * k + inner] ?? 0) * (independent[inner] ?? 0);
      values[base + item] = sum;
    }
  }
  return values;
}
