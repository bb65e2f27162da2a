const maximumSteps = 10_000;
const precision = 1e-16;

/**
 * Upper tail of the chi-square distribution: how probable a value at least this large is by chance alone.
 *
 * Unit/range: 0 to 1; below about 1e-308 it is 0.
 * Source: regularised incomplete gamma function Q(df/2, x/2); series DLMF 8.7.1 below df/2 + 1,
 * continued fraction DLMF 8.9.2 (modified Lentz) above. simple-statistics has only a printed table.
 * @throws RangeError if the value is negative or not finite, or df is not a whole number from 1
 * @example chiSquareTail(3.841458820694124, 1) // 0.05
 */
export function chiSquareTail(value: number, df: number): number {
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError("chiSquareTail requires a value from 0");
  if (!Number.isInteger(df) || df < 1) throw new RangeError("chiSquareTail requires df from 1");
  if (value === 0) return 1;
  const a = df / 2;
  const x = value / 2;
  const scale = Math.exp(a * Math.log(x) - x - logGammaOfHalves(df));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

/** ln Γ(df / 2) by the recurrence from Γ(1) = 1 or Γ(1/2) = √π, exact but for rounding. */
function logGammaOfHalves(df: number): number {
  let sum = df % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let a = df % 2 === 0 ? 1 : 0.5; a < df / 2; a += 1) sum += Math.log(a);
  return sum;
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; step < maximumSteps && term > sum * precision; step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let step = 1; step < maximumSteps; step += 1) {
    const numerator = -step * (step - a);
    b += 2;
    d = 1 / notZero(numerator * d + b, tiny);
    c = notZero(b + numerator / c, tiny);
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < precision) break;
  }
  return fraction;
}

function notZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
