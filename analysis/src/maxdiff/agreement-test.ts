import { chiSquareTail, symmetricEigen } from "@mehrwert/statistics";

/** Values with mean 0 and their covariance; covariance[i][j]. */
export type Estimates = {
  values: readonly number[];
  covariance: readonly (readonly number[])[];
};

/** Wald test that two sets of estimates agree. `scale`: how many times as large the second is as the first. */
export type AgreementTest = {
  chiSquare: number;
  df: number;
  p: number;
  /** 1 where no change of scale is allowed, or where none could be found. */
  scale: number;
  scaleInterval?: [number, number];
};

/**
 * Wald test that two independent sets of centred estimates are the same, or the same up to a common factor.
 *
 * Minimum distance: Q(λ) = (b₂ − λb₁)′(V₂ + λ²V₁)⁻(b₂ − λb₁), least over λ > 0 where the scale is free; χ² with k − 1
 * degrees of freedom, one fewer where it is free. Interval of the factor: 95 %, from the curvature at the minimum.
 */
export function agreementTest(
  first: Estimates,
  second: Estimates,
  { isScaleFree }: { isScaleFree: boolean },
): AgreementTest {
  const df = first.values.length - 1;
  const distance = (logScale: number) => distanceAt(first, second, Math.exp(logScale));
  if (!isScaleFree) {
    const chiSquare = distance(0);
    return { chiSquare, df, p: chiSquareTail(chiSquare, df), scale: 1 };
  }
  const best = leastPlace(distance);
  const chiSquare = distance(best ?? 0);
  const test = { chiSquare, df: df - 1, p: chiSquareTail(chiSquare, df - 1) };
  if (best === undefined) return { ...test, scale: 1 };
  const step = 0.01;
  const curvature = (distance(best + step) + distance(best - step) - 2 * chiSquare) / step ** 2;
  const half = curvature > 0 ? 1.959964 * Math.sqrt(2 / curvature) : undefined;
  return {
    ...{ ...test, scale: Math.exp(best) },
    ...(half !== undefined && { scaleInterval: [Math.exp(best - half), Math.exp(best + half)] }),
  };
}

/** A generalised inverse: centred estimates have one direction without variance. */
function distanceAt(first: Estimates, second: Estimates, scale: number): number {
  const k = first.values.length;
  const gap = second.values.map((value, item) => value - scale * (first.values[item] ?? 0));
  const joint = second.covariance.flatMap((row, i) =>
    row.map((cell, j) => cell + scale ** 2 * (first.covariance[i]?.[j] ?? 0)),
  );
  const { values, vectors } = symmetricEigen(joint, k);
  const least = 1e-10 * (values[0] ?? 0);
  return values.reduce((sum, variance, index) => {
    if (!(variance > least)) return sum;
    const along = gap.reduce(
      (total, each, item) => total + each * (vectors[index]?.[item] ?? 0),
      0,
    );
    return sum + along ** 2 / variance;
  }, 0);
}

const widest = Math.log(20);

/** The place of the least value within a factor of 20 either way; undefined if it lies at an end. */
function leastPlace(distance: (place: number) => number): number | undefined {
  const steps = 60;
  const places = Array.from({ length: steps + 1 }, (_, step) => widest * ((2 * step) / steps - 1));
  const found = places.map(distance);
  const best = found.indexOf(Math.min(...found));
  if (best === 0 || best === steps) return undefined;
  let [low, high] = [places[best - 1] ?? 0, places[best + 1] ?? 0];
  while (high - low > 1e-9) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (distance(a) < distance(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}
