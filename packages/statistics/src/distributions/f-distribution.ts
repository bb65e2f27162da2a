import { bisect } from "./bisect.ts";
import { incompleteBeta, type LogProbability } from "./incomplete-beta.ts";

/**
 * Upper tail of the F distribution: how probable a ratio at least this large is by chance alone.
 *
 * Degrees of freedom need not be whole numbers. `logP` is the natural logarithm.
 * Source: DLMF 8.17; P(F ≥ x) = I_{d₂/(d₂ + d₁x)}(d₂/2, d₁/2).
 * @throws RangeError if the value is negative or not finite, or degrees of freedom are not positive
 * @example fTail(4.964602743730711, 1, 10).p // 0.05
 */
export function fTail(value: number, df1: number, df2: number): LogProbability {
  if (!(value >= 0 && Number.isFinite(value)))
    throw new RangeError("fTail requires a value from 0");
  if (!(df1 > 0 && df2 > 0)) throw new RangeError("fTail requires positive degrees of freedom");
  const total = df2 + df1 * value;
  return incompleteBeta({
    x: df2 / total,
    complement: (df1 * value) / total,
    a: df2 / 2,
    b: df1 / 2,
  });
}

/**
 * The value of the F distribution below which a share of it lies.
 *
 * Method: bisection on `fTail` to rounding.
 * @throws RangeError if the share is not between 0 and 1
 * @example fQuantile(0.95, 1, 10) // 4.964602743730711
 */
export function fQuantile(share: number, df1: number, df2: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError("fQuantile requires a share in (0, 1)");
  // On the log scale: values near 0 and far above 1 are found equally exactly.
  const excess = (log: number) => 1 - share - fTail(Math.exp(log), df1, df2).p;
  return Math.exp(bisect(excess, -300, 300));
}
