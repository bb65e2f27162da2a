import { choleskyInPlace, choleskyInverse, choleskySolveInPlace } from "../cholesky.ts";
import type { ChoiceLikelihood } from "./choice-likelihood.ts";

/** Where the climb ended; `covariance` is that of centred log-worths (and tie parameters). */
export type Maximum = {
  parameters: Float64Array;
  covariance: Float64Array;
  logLikelihood: number;
  iterations: number;
  gradientNorm: number;
};

const mostIterations = 200;
const mostHalvings = 40;
/** Steps shrink quadratically: after one this small, the error is below rounding. */
const smallStep = 1e-8;
/** Within so small a step the curvature hardly changes, so that no step of this size overshoots. */
const safeStep = 0.25;
/** Exponentials further apart than this leave the range of numbers. */
const widest = 500;
/** A variance this many times that of one choice is no knowledge: the likelihood rises without end in that direction. */
const mostVariance = 1e12;

/**
 * Newton's method with step halving on a concave likelihood.
 *
 * Information is singular along "all log-worths plus a constant"; adding the same number to every cell of the items'
 * block removes that and leaves steps and contrasts as they are.
 * @returns undefined if the likelihood has no maximum (worths or tie parameters run away)
 */
export function maximiseLikelihood(
  likelihood: ChoiceLikelihood,
  start: Float64Array = new Float64Array(likelihood.parameterCount),
): Maximum | undefined {
  const { itemCount: k, parameterCount: size } = likelihood;
  let parameters: Float64Array = Float64Array.from(start);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  for (let iteration = 1; iteration <= mostIterations; iteration += 1) {
    const value = likelihood.derivatives(parameters, gradient, information);
    const lift = liftInformation(information, k, size);
    const gradientNorm = Math.hypot(...gradient);
    if (!Number.isFinite(value) || !choleskyInPlace(information, size)) return undefined;
    const step = Float64Array.from(gradient);
    choleskySolveInPlace(information, size, step);
    const largest = step.reduce((most, change) => Math.max(most, Math.abs(change)), 0);
    if (largest < smallStep) {
      const covariance = choleskyInverse(information, size);
      lowerCovariance(covariance, k, size, lift);
      // Without ties, a connected network is known to have a maximum; with them, it may not.
      const isUnknown = largestVariance(covariance, size) * likelihood.choices > mostVariance;
      if (isUnknown && size > k) return undefined;
      for (let index = 0; index < size; index += 1)
        parameters[index] = (parameters[index] ?? 0) + (step[index] ?? 0);
      return { parameters, covariance, logLikelihood: value, iterations: iteration, gradientNorm };
    }
    const next =
      largest < safeStep
        ? moved(parameters, step, 1)
        : halvedStep(likelihood, parameters, step, value);
    if (next === undefined || spread(next, k) > widest) return undefined;
    parameters = next;
  }
  return undefined;
}

function halvedStep(
  likelihood: ChoiceLikelihood,
  from: Float64Array,
  step: Float64Array,
  value: number,
): Float64Array | undefined {
  const slack = 1e-12 * (1 + Math.abs(value));
  for (let halving = 0, scale = 1; halving < mostHalvings; halving += 1, scale /= 2) {
    const next = moved(from, step, scale);
    if (likelihood.value(next) >= value - slack) return next;
  }
  return undefined;
}

function moved(from: Float64Array, step: Float64Array, scale: number): Float64Array {
  return from.map((parameter, index) => parameter + scale * (step[index] ?? 0));
}

/**
 * Covariance of centred log-worths and ties at given parameters, from the information there.
 *
 * @returns undefined if the data do not tell some items apart
 */
export function covarianceAt(
  likelihood: ChoiceLikelihood,
  parameters: Float64Array,
): Float64Array | undefined {
  const { itemCount: k, parameterCount: size } = likelihood;
  const information = new Float64Array(size * size);
  likelihood.derivatives(parameters, new Float64Array(size), information);
  const lift = liftInformation(information, k, size);
  if (!choleskyInPlace(information, size)) return undefined;
  const covariance = choleskyInverse(information, size);
  lowerCovariance(covariance, k, size, lift);
  return covariance;
}

/** Adds the mean of the items' diagonal to every cell of their block; returns what was added. */
export function liftInformation(information: Float64Array, k: number, size: number): number {
  let trace = 0;
  for (let item = 0; item < k; item += 1) trace += information[item * size + item] ?? 0;
  const lift = trace / k;
  for (let row = 0; row < k; row += 1)
    for (let column = 0; column < k; column += 1)
      information[row * size + column] = (information[row * size + column] ?? 0) + lift;
  return lift;
}

/** Takes back what the lift put into the inverse: what remains is the covariance of centred log-worths. */
function lowerCovariance(covariance: Float64Array, k: number, size: number, lift: number): void {
  for (let row = 0; row < k; row += 1)
    for (let column = 0; column < k; column += 1)
      covariance[row * size + column] = (covariance[row * size + column] ?? 0) - 1 / (lift * k * k);
}

function largestVariance(covariance: Float64Array, size: number): number {
  let largest = 0;
  for (let cell = 0; cell < covariance.length; cell += size + 1)
    largest = Math.max(largest, covariance[cell] ?? 0);
  return largest;
}

function spread(parameters: Float64Array, k: number): number {
  const worths = parameters.subarray(0, k);
  const ties = parameters.subarray(k).map(Math.abs);
  return Math.max(Math.max(...worths) - Math.min(...worths), ...ties);
}
