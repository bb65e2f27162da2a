import type { ChoiceCounts } from "../choice-counts.ts";
import { choleskyInPlace, choleskySolveInPlace } from "../cholesky.ts";
import { likelihoodOf } from "./likelihood-of.ts";
import { liftInformation, maximiseLikelihood } from "./maximise-likelihood.ts";

const mostIterations = 60;
const smallStep = 1e-6;
const safeStep = 1;
/** Counts of a resample are whole people: log-worths this far apart mean that there is no maximum. */
const widest = 30;

/**
 * Refits after the counts were overwritten, from the same start, without allocating: for thousands of resamples.
 *
 * Returned function: writes the centred log-worths, or returns false if there is no maximum. Plain Newton steps are
 * enough so near to the start; where they do not settle, the careful climb decides.
 */
export function refitter(
  counts: ChoiceCounts,
  start: Float64Array,
): (result: Float64Array) => boolean {
  const likelihood = likelihoodOf(counts);
  const { itemCount: k, parameterCount: size } = likelihood;
  const parameters = new Float64Array(size);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  return (result) => {
    parameters.set(start);
    for (let iteration = 0; iteration < mostIterations; iteration += 1) {
      likelihood.derivatives(parameters, gradient, information);
      liftInformation(information, k, size);
      if (!choleskyInPlace(information, size)) return false;
      choleskySolveInPlace(information, size, gradient);
      let largest = 0;
      for (let index = 0; index < size; index += 1)
        largest = Math.max(largest, Math.abs(gradient[index] ?? 0));
      if (largest > safeStep) return carefully(counts, start, result);
      for (let index = 0; index < size; index += 1)
        parameters[index] = (parameters[index] ?? 0) + (gradient[index] ?? 0);
      if (largest < smallStep) {
        result.set(parameters.subarray(0, k));
        return isBounded(parameters, k);
      }
    }
    return false;
  };
}

function carefully(counts: ChoiceCounts, start: Float64Array, result: Float64Array): boolean {
  const maximum = maximiseLikelihood(likelihoodOf(counts), start);
  if (maximum === undefined || !isBounded(maximum.parameters, counts.itemCount)) return false;
  result.set(maximum.parameters.subarray(0, counts.itemCount));
  return true;
}

function isBounded(parameters: Float64Array, k: number): boolean {
  let [lowest, highest] = [Infinity, -Infinity];
  for (let item = 0; item < k; item += 1) {
    lowest = Math.min(lowest, parameters[item] ?? 0);
    highest = Math.max(highest, parameters[item] ?? 0);
  }
  return highest - lowest < widest;
}
