import { normalQuantile, symmetricEigen } from "@mehrwert/statistics";
import type { Estimates } from "./agreement-test.ts";

/** Draws estimates as they could have come out, from a normal distribution with their covariance. */
export function drawnEstimates(
  { values, covariance }: Estimates,
  random: () => number,
): () => number[] {
  const { values: variances, vectors } = symmetricEigen(covariance.flat(), values.length);
  const axes = variances.map((variance, index) => {
    const length = Math.sqrt(Math.max(0, variance));
    return (vectors[index] ?? []).map((part) => length * part);
  });
  return () => {
    const steps = axes.map(() => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random()))));
    return values.map((value, item) =>
      axes.reduce((sum, axis, index) => sum + (steps[index] ?? 0) * (axis[item] ?? 0), value),
    );
  };
}
