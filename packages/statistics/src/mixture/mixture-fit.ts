import { normalQuantile } from "../distributions/standard-normal.ts";
import { type WorthEstimates, worthEstimates } from "../plackett-luce/worth-estimates.ts";
import type { Interval } from "../wilson-interval.ts";
import type { BestClimb } from "./best-climb.ts";
import { Expectation } from "./expectation.ts";
import type { MixtureData } from "./mixture-data.ts";
import { mixtureCovariance } from "./mixture-information.ts";
import { worthLevels } from "./worth-levels.ts";

const emptyShare = 1e-6;

/**
 * One class: its share of respondents, its worths (adding up to 1) and, where they exist, standard errors.
 *
 * levels: items from the top; with more than one level, those of a lower one were practically never chosen before those
 * above, the maximum lies on the boundary, and the worth of all but the first level is given as 0.
 * estimates: all conventions and errors of the class's worths; undefined on the boundary or if classes overlap wholly.
 */
export type MixtureClass = {
  share: number;
  shareInterval?: Interval;
  worth: number[];
  /** Centred. On the boundary the order within and between levels holds, but not how far the levels are apart. */
  logWorth: number[];
  levels: number[][];
  estimates?: WorthEstimates;
};

/** A mixture with a given number of classes, the largest class first. */
export type MixtureFit = {
  classCount: number;
  classes: MixtureClass[];
  /** Probability of each class for each row of the rankings: row-major, row × class. */
  memberships: Float64Array;
  logLikelihood: number;
  df: number;
  aic: number;
  bic: number;
  icl: number;
  /** 1 = everyone clearly in one class, 0 = nobody; undefined for one class. */
  entropy?: number;
  /** A share or a worth ran to 0: more classes than the data can tell, or too few respondents; try a prior. */
  isOnBoundary: boolean;
  starts: number;
  /** How many of the polished climbs ended within 0.001 of the best; one alone is a weak maximum. */
  reached: number;
  polished: number;
  settled: boolean;
};

/** Describes the end of the best climb. */
export function mixtureFit(data: MixtureData, best: BestClimb, pseudoChoices: number): MixtureFit {
  const k = data.itemCount;
  const classCount = best.parameters.length / (k + 1);
  const parameters = sortedByShare(best.parameters, classCount, k);
  const expectation = new Expectation(data, classCount);
  const memberships = expectation.memberships(parameters);
  const logLikelihood = expectation.run(parameters);
  const shares = Array.from(parameters.subarray(classCount * k), Math.exp);
  const isEmpty = shares.some((share) => share < emptyShare);
  const levels = shares.map((share, group) =>
    worthLevels(parameters.subarray(group * k, (group + 1) * k), share * data.n),
  );
  const at = { data, classes: classCount, parameters, memberships, pseudoChoices, levels };
  const covariance = isEmpty ? undefined : mixtureCovariance(at);
  const classes = shares.map((share, group): MixtureClass => {
    const worths = parameters.subarray(group * k, (group + 1) * k);
    const interval = covariance && shareInterval(shares, group, covariance, classCount * k);
    return {
      share,
      ...(interval !== undefined && { shareInterval: interval }),
      ...classWorths(worths, levels[group] ?? [], covariance, group * k),
    };
  });
  const df = classCount * (k - 1) + classCount - 1;
  const bic = df * Math.log(data.n) - 2 * logLikelihood;
  const doubt = membershipEntropy(data, memberships, classCount);
  return {
    classCount,
    classes,
    memberships: spreadOut(data, memberships, classCount),
    ...{ logLikelihood, df, aic: 2 * df - 2 * logLikelihood, bic, icl: bic + 2 * doubt },
    ...(classCount > 1 && {
      entropy: 1 - doubt / (data.totalWeight * Math.log(classCount)),
    }),
    isOnBoundary: isEmpty || levels.some((list) => list.length > 1),
    starts: best.starts,
    reached: best.reached,
    polished: best.polished,
    settled: best.settled,
  };
}

function classWorths(
  worths: Float64Array,
  levels: number[][],
  covariance: Float64Array | undefined,
  from: number,
): Pick<MixtureClass, "worth" | "logWorth" | "levels" | "estimates"> {
  const k = worths.length;
  const inside = worths.map((value, item) => (levels[0]?.includes(item) ? Math.exp(value) : 0));
  const total = inside.reduce((sum, value) => sum + value, 0);
  const worth = Array.from(inside, (value) => value / total);
  const mean = worths.reduce((sum, value) => sum + value, 0) / k;
  const centred = worths.map((value) => value - mean);
  const logWorth = Array.from(centred);
  if (covariance === undefined || levels.length > 1) return { worth, logWorth, levels };
  const size = Math.sqrt(covariance.length);
  const block = Float64Array.from(
    { length: k * k },
    (_, cell) => covariance[(from + Math.floor(cell / k)) * size + from + (cell % k)] ?? 0,
  );
  return { worth, logWorth, levels, estimates: worthEstimates(centred, block, k) };
}

/** Interval of 95 % on the log-odds scale, so that it stays within 0 and 1. */
function shareInterval(
  shares: readonly number[],
  group: number,
  covariance: Float64Array,
  from: number,
): Interval | undefined {
  const share = shares[group] ?? 0;
  if (shares.length === 1) return undefined;
  const size = Math.sqrt(covariance.length);
  const slope = shares.map((other, index) => (index === group ? 1 : -other / (1 - share)));
  let variance = 0;
  for (const [i, a] of slope.entries())
    for (const [j, b] of slope.entries())
      variance += a * b * (covariance[(from + i) * size + from + j] ?? 0);
  const logit = Math.log(share / (1 - share));
  const half = normalQuantile(0.975) * Math.sqrt(Math.max(0, variance));
  const back = (value: number) => 1 / (1 + Math.exp(-value));
  return [back(logit - half), back(logit + half)];
}

function sortedByShare(parameters: Float64Array, classCount: number, k: number): Float64Array {
  const shares = parameters.subarray(classCount * k);
  const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  const sorted = new Float64Array(parameters.length);
  for (const [place, group] of order.entries()) {
    sorted.set(parameters.subarray(group * k, (group + 1) * k), place * k);
    sorted[classCount * k + place] = shares[group] ?? 0;
  }
  return sorted;
}

/** −Σ z ln z over respondents and classes. */
function membershipEntropy(
  data: MixtureData,
  memberships: Float64Array,
  classCount: number,
): number {
  let sum = 0;
  for (const [cell, z] of memberships.entries())
    if (z > 0) sum -= (data.rowWeights[Math.floor(cell / classCount)] ?? 0) * z * Math.log(z);
  return sum;
}

function spreadOut(data: MixtureData, memberships: Float64Array, classCount: number): Float64Array {
  const all = new Float64Array(data.uniqueOfRow.length * classCount);
  for (const [row, unique] of data.uniqueOfRow.entries())
    all.set(memberships.subarray(unique * classCount, (unique + 1) * classCount), row * classCount);
  return all;
}
