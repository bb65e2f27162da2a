import type { ChoiceCounts } from "../choice-counts.ts";
import { type ChoiceLikelihood, singleChoiceLikelihood } from "./choice-likelihood.ts";
import { tiedChoiceLikelihood } from "./tied-choice-likelihood.ts";

/** The likelihood that the counts call for: with tie parameters only if there are ties to explain. */
export function likelihoodOf(counts: ChoiceCounts): ChoiceLikelihood {
  return counts.tieOrders.length === 0
    ? singleChoiceLikelihood(counts)
    : tiedChoiceLikelihood(counts);
}
