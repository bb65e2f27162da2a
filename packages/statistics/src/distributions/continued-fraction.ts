const maximumSteps = 20_000;
const precision = 1e-16;
const tiny = 1e-300;

/**
 * Value of the continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)).
 *
 * Source: modified Lentz method, Thompson and Barnett (1986), Journal of Computational Physics 64, 490–509.
 * @example continuedFraction(1, () => [1, 1]) // 1.618…
 */
export function continuedFraction(
  first: number,
  step: (index: number) => readonly [numerator: number, denominator: number],
): number {
  let value = notZero(first);
  let c = value;
  let d = 0;
  for (let index = 1; index < maximumSteps; index += 1) {
    const [numerator, denominator] = step(index);
    d = 1 / notZero(denominator + numerator * d);
    c = notZero(denominator + numerator / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < precision) break;
  }
  return value;
}

function notZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
