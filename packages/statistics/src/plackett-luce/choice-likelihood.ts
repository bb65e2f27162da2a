import type { ChoiceCounts } from "../choice-counts.ts";

/**
 * A log-likelihood of worths (and tie parameters), all on the log scale.
 *
 * Parameters: one log-worth per item, then one log tie parameter per tie order. Adding the same number to all
 * log-worths changes nothing.
 */
export type ChoiceLikelihood = {
  itemCount: number;
  parameterCount: number;
  /** Weight of all choices, for judging whether something is known at all. */
  choices: number;
  value(parameters: Float64Array): number;
  /** Writes the gradient and the information (minus the second derivatives, row-major), and returns the value. */
  derivatives(parameters: Float64Array, gradient: Float64Array, information: Float64Array): number;
};

/** The likelihood of choices without ties: Σ chosen θ − Σ faced ln Σ exp θ. */
export function singleChoiceLikelihood(counts: ChoiceCounts): ChoiceLikelihood {
  const { itemCount: k, chosen, setStarts, setItems } = counts;
  const worths = new Float64Array(k);
  const scaled = (parameters: Float64Array): number => {
    let highest = -Infinity;
    for (let item = 0; item < k; item += 1) highest = Math.max(highest, parameters[item] ?? 0);
    for (let item = 0; item < k; item += 1)
      worths[item] = Math.exp((parameters[item] ?? 0) - highest);
    let value = 0;
    for (let item = 0; item < k; item += 1)
      value += (chosen[item] ?? 0) * ((parameters[item] ?? 0) - highest);
    return value;
  };
  return {
    itemCount: k,
    parameterCount: k,
    choices: counts.choices,
    value(parameters) {
      const { faced } = counts;
      let value = scaled(parameters);
      for (let set = 0; set < faced.length; set += 1) {
        const times = faced[set] ?? 0;
        if (times === 0) continue;
        let sum = 0;
        const end = setStarts[set + 1] ?? 0;
        for (let at = setStarts[set] ?? 0; at < end; at += 1) sum += worths[setItems[at] ?? 0] ?? 0;
        value -= times * Math.log(sum);
      }
      return value;
    },
    derivatives(parameters, gradient, information) {
      const value = scaled(parameters);
      return value - gather(counts, worths, gradient, information);
    },
  };
}

/** Fills gradient and information; returns Σ faced ln Σ worth. */
function gather(
  { itemCount: k, chosen, faced, setStarts, setItems }: ChoiceCounts,
  worths: Float64Array,
  gradient: Float64Array,
  information: Float64Array,
): number {
  let logSums = 0;
  gradient.fill(0);
  information.fill(0);
  for (let set = 0; set < faced.length; set += 1) {
    const times = faced[set] ?? 0;
    if (times === 0) continue;
    const start = setStarts[set] ?? 0;
    const end = setStarts[set + 1] ?? 0;
    let sum = 0;
    for (let at = start; at < end; at += 1) sum += worths[setItems[at] ?? 0] ?? 0;
    logSums += times * Math.log(sum);
    const once = times / sum;
    const twice = once / sum;
    for (let at = start; at < end; at += 1) {
      const item = setItems[at] ?? 0;
      gradient[item] = (gradient[item] ?? 0) + once;
      const row = item * k;
      for (let other = start; other <= at; other += 1) {
        const cell = row + (setItems[other] ?? 0);
        information[cell] = (information[cell] ?? 0) + twice;
      }
    }
  }
  for (let item = 0; item < k; item += 1) {
    const worth = worths[item] ?? 0;
    const expected = worth * (gradient[item] ?? 0);
    gradient[item] = (chosen[item] ?? 0) - expected;
    for (let other = 0; other <= item; other += 1) {
      const pair = information[item * k + other] ?? 0;
      const product = worth * (worths[other] ?? 0) * pair;
      const cell = other === item ? expected - product : -product;
      information[item * k + other] = cell;
      information[other * k + item] = cell;
    }
  }
  return logSums;
}
