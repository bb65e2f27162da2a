import { type KemenyConsensus, kemenyConsensus } from "./kemeny-consensus.ts";
import type { Rankings } from "./rankings.ts";

/**
 * Mallows model: a consensus and how closely respondents keep to it.
 *
 * theta: 0 = no agreement; each further pair out of order is e^theta times less probable. alpha = theta × items, as in
 * BayesMallows. meanDistance: pairs out of order per respondent, of k(k − 1)/2.
 */
export type MallowsFit = {
  exists: true;
  consensus: KemenyConsensus;
  theta: number;
  standardError: number | undefined;
  alpha: number;
  meanDistance: number;
  logLikelihood: number;
  n: number;
};

/** No spread: "incomplete" rankings (ties or blanks), or all respondents "identical" (theta would be infinite). */
export type NoMallowsFit = {
  exists: false;
  reason: "incomplete" | "identical" | "one-item";
  consensus: KemenyConsensus;
};

/**
 * Mallows model with Kendall distance, by maximum likelihood; complete rankings without ties only.
 *
 * The consensus is Kemeny's; theta solves mean distance = expected distance (bisection to rounding).
 * Weights: weighted mean distance; the standard error then is undefined.
 * Source: Mallows (1957), Biometrika 44, 114–130; Fligner and Verducci (1986), J. Royal Statistical Society B 48, 359–369.
 * @returns `exists: false` with the reason where there is no finite theta
 * @example mallowsModel(all) // { theta: 0.6, … }
 */
export function mallowsModel(all: Rankings): MallowsFit | NoMallowsFit {
  const consensus = kemenyConsensus(all);
  const k = all.itemCount;
  if (k === 1) return { exists: false, reason: "one-item", consensus };
  if (!isStrict(all)) return { exists: false, reason: "incomplete", consensus };
  let total = 0;
  for (let row = 0; row < all.rowCount; row += 1)
    total += (all.counts?.[row] ?? 1) * (all.weights?.[row] ?? 1);
  const meanDistance = consensus.distance / total;
  if (consensus.distance === 0) return { exists: false, reason: "identical", consensus };
  const theta = thetaFor(meanDistance, k);
  const { variance, logSum } = distanceMoments(theta, k);
  return {
    exists: true,
    consensus,
    theta,
    standardError: all.weights === undefined ? 1 / Math.sqrt(all.n * variance) : undefined,
    alpha: theta * k,
    meanDistance,
    logLikelihood: -total * (theta * meanDistance + logSum),
    n: all.n,
  };
}

function isStrict({ ranks, itemCount, unranked }: Rankings): boolean {
  if (unranked !== "complete") return false;
  for (let base = 0; base < ranks.length; base += itemCount)
    if (!ranks.subarray(base, base + itemCount).includes(itemCount)) return false;
  return true;
}

function thetaFor(meanDistance: number, k: number): number {
  if (meanDistance >= (k * (k - 1)) / 4) return 0;
  let [low, high] = [0, 1];
  while (distanceMoments(high, k).mean > meanDistance) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (distanceMoments(middle, k).mean > meanDistance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The distance is a sum of independent parts uniform on 0 … j − 1 (j = 2 … k), each tilted by e^(−theta). */
function distanceMoments(
  theta: number,
  k: number,
): { mean: number; variance: number; logSum: number } {
  let [mean, variance, logSum] = [0, 0, 0];
  for (let j = 2; j <= k; j += 1) {
    let [sum, first, second] = [0, 0, 0];
    for (let distance = 0; distance < j; distance += 1) {
      const odds = Math.exp(-theta * distance);
      sum += odds;
      first += odds * distance;
      second += odds * distance * distance;
    }
    mean += first / sum;
    variance += second / sum - (first / sum) ** 2;
    logSum += Math.log(sum);
  }
  return { mean, variance, logSum };
}
