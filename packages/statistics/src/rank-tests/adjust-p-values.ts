/**
 * Holm's correction for many tests: keeps the chance of even one false alarm below the level.
 *
 * Shape: result[i] belongs to p[i]; compare it with the level instead of p[i]. Never smaller than p[i], at most 1.
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 * @throws RangeError if a value is not a probability
 * @example holmAdjusted([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holmAdjusted(p: readonly number[]): number[] {
  const order = ascending(p);
  const adjusted = new Array<number>(p.length).fill(1);
  let greatest = 0;
  for (const [place, index] of order.entries()) {
    greatest = Math.max(greatest, (p.length - place) * (p[index] ?? 1));
    adjusted[index] = Math.min(1, greatest);
  }
  return adjusted;
}

/**
 * Benjamini–Hochberg correction: keeps the expected share of false alarms among the findings below the level.
 *
 * Shape: result[i] belongs to p[i]. Valid for independent and for positively dependent tests.
 * Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.
 * @throws RangeError if a value is not a probability
 * @example benjaminiHochbergAdjusted([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochbergAdjusted(p: readonly number[]): number[] {
  const order = ascending(p);
  const adjusted = new Array<number>(p.length).fill(1);
  let least = 1;
  for (const [place, index] of [...order.entries()].reverse()) {
    least = Math.min(least, (p.length / (place + 1)) * (p[index] ?? 1));
    adjusted[index] = least;
  }
  return adjusted;
}

function ascending(p: readonly number[]): number[] {
  if (p.some((value) => !(value >= 0 && value <= 1)))
    throw new RangeError("a correction for many tests requires probabilities");
  return p.map((_, index) => index).sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0));
}
