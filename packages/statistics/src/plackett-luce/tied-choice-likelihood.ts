import type { ChoiceCounts } from "../choice-counts.ts";
import type { ChoiceLikelihood } from "./choice-likelihood.ts";
import { TiedOutcomes } from "./tied-outcomes.ts";

/**
 * The Davidson–Luce likelihood: from a set F, the tied items S are chosen with odds δ_|S| × geometric mean of worths.
 *
 * Source: Turner, van Etten, Firth and Kosmidis (2020), Computational Statistics 35, 1027–1057, equations 1–2.
 * The tie orders are those that occur; for any other the maximum-likelihood δ is 0.
 */
export function tiedChoiceLikelihood(counts: ChoiceCounts): ChoiceLikelihood {
  const { itemCount: k, chosen, tied, faced, tieOrders } = counts;
  const parameterCount = k + tieOrders.length;
  const outcomes = new TiedOutcomes(counts);
  const linear = (parameters: Float64Array): number => {
    let value = 0;
    for (let item = 0; item < k; item += 1) value += (chosen[item] ?? 0) * (parameters[item] ?? 0);
    for (let index = 0; index < tied.length; index += 1)
      value += (tied[index] ?? 0) * (parameters[k + index] ?? 0);
    return value;
  };
  return {
    itemCount: k,
    parameterCount,
    choices: counts.choices,
    value(parameters) {
      let value = linear(parameters);
      for (let set = 0; set < faced.length; set += 1)
        if (faced[set] !== 0) value -= (faced[set] ?? 0) * outcomes.logSum(set, parameters);
      return value;
    },
    derivatives(parameters, gradient, information) {
      let value = linear(parameters);
      gradient.set(chosen);
      gradient.set(tied, k);
      information.fill(0);
      for (let set = 0; set < faced.length; set += 1) {
        const times = faced[set] ?? 0;
        if (times === 0) continue;
        value -= times * outcomes.moments(set, parameters);
        outcomes.addTo(gradient, information, times);
      }
      return value;
    },
  };
}
