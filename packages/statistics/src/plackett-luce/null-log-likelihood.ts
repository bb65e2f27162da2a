import type { ChoiceCounts } from "../choice-counts.ts";

/** Log-likelihood when every outcome is equally likely, ties of the orders that occur included. */
export function nullLogLikelihood({ setStarts, faced, tieOrders }: ChoiceCounts): number {
  let sum = 0;
  for (let set = 0; set < faced.length; set += 1) {
    const size = (setStarts[set + 1] ?? 0) - (setStarts[set] ?? 0);
    let outcomes = size;
    for (const order of tieOrders) outcomes += combinations(size, order);
    sum -= (faced[set] ?? 0) * Math.log(outcomes);
  }
  return sum;
}

function combinations(size: number, order: number): number {
  let result = order > size ? 0 : 1;
  for (let step = 1; step <= order && result > 0; step += 1) result *= (size - order + step) / step;
  return result;
}
