import { choleskyInPlace, choleskyInverse, choleskySolveInPlace } from "../cholesky.ts";
import { preferenceNetwork } from "../preference-network.ts";
import type { MaxDiffChoices, MaxDiffTerm } from "./maxdiff-choices.ts";
import { type MaxDiffLikelihood, nullLogP, termValue } from "./maxdiff-term.ts";

/** Utilities on the log scale; index = item. */
export type MaxDiffFit = {
  exists: true;
  likelihood: MaxDiffLikelihood;
  /** With the first item as 0, and its standard errors (0 for the first). */
  utilities: number[];
  standardErrors: number[];
  /** With mean 0. */
  utilitiesCentred: number[];
  standardErrorsCentred: number[];
  /** Allowing for answers of one person resembling each other; missing for fewer than two respondents. */
  robustStandardErrorsCentred?: number[];
  /** Covariance behind the robust standard errors; robustCovariance[i][j]. */
  robustCovariance?: number[][];
  /** Of the centred utilities; covariance[i][j]. */
  covariance: number[][];
  /** exp(utility) as shares of their sum: chance of being chosen as best of all items. */
  shares: number[];
  logLikelihood: number;
  nullLogLikelihood: number;
  df: number;
  tasks: number;
  respondents: number;
  iterations: number;
};

/** No maximum: items in an earlier component were never beaten by items in a later one, or never met them. */
export type NoMaxDiffFit = { exists: false; reason: "separated"; components: number[][] };

/**
 * Best–worst conditional logit: utilities of items from MaxDiff choices, under a named likelihood.
 *
 * The likelihoods ("pair", "marginal", "sequential") give different numbers, so the one used is in the result.
 * Method: Newton steps on distinct answers with counts; `robust…` is the sandwich by respondent.
 * Source: see `termValue`; McFadden (1974); existence: the network of preferences is strongly connected.
 * @returns "separated" with the components if utilities would run to infinity
 * @example maxDiffLogit(choices, "pair")
 */
export function maxDiffLogit(
  choices: MaxDiffChoices,
  likelihood: MaxDiffLikelihood = "pair",
): MaxDiffFit | NoMaxDiffFit {
  const { itemCount: k, terms } = choices;
  const components = preferenceComponents(terms, k);
  if (components.length > 1) return { exists: false, reason: "separated", components };
  let utilities = new Array<number>(k).fill(0);
  let here = totals(terms, utilities, likelihood);
  let iterations = 0;
  for (let isFlat = false; iterations < 100 && !isFlat; iterations += 1) {
    const step = newtonStep(here, k);
    let next = here;
    for (let length = 1; length > 1e-9; length /= 2) {
      const moved = utilities.map((u, item) => u + length * (step[item] ?? 0));
      next = totals(terms, moved, likelihood);
      if (next.logLikelihood >= here.logLikelihood - 1e-12 * Math.abs(here.logLikelihood)) {
        utilities = moved;
        break;
      }
    }
    here = next;
    isFlat = Math.max(...step.map(Math.abs)) < 1e-11;
  }
  return fitAt(choices, likelihood, utilities, iterations);
}

function fitAt(
  choices: MaxDiffChoices,
  likelihood: MaxDiffLikelihood,
  utilities: readonly number[],
  iterations: number,
): MaxDiffFit {
  const { itemCount: k, terms, tasks } = choices;
  const { logLikelihood, information } = totals(terms, utilities, likelihood);
  const free = choleskyInverse(lowerFactor(information, k), k - 1);
  const reference = (i: number, j: number) =>
    i === 0 || j === 0 ? 0 : (free[(i - 1) * (k - 1) + j - 1] ?? 0);
  const covariance = centredCovariance(reference, k);
  const robust = robustCovariance(choices, likelihood, utilities, covariance);
  const mean = utilities.reduce((sum, u) => sum + u, 0) / k;
  const weights = utilities.map((u) => Math.exp(u - mean));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    ...{ exists: true, likelihood, utilities: [...utilities] },
    standardErrors: utilities.map((_, i) => Math.sqrt(reference(i, i))),
    utilitiesCentred: utilities.map((u) => u - mean),
    standardErrorsCentred: covariance.map((row, i) => Math.sqrt(row[i] ?? 0)),
    ...(robust !== undefined && {
      robustStandardErrorsCentred: robust.map((row, i) => Math.sqrt(row[i] ?? 0)),
      robustCovariance: robust,
    }),
    ...{ covariance, shares: weights.map((weight) => weight / total), logLikelihood },
    nullLogLikelihood: terms.reduce(
      (sum, { shown, count }) => sum + count * nullLogP(shown.length, likelihood),
      0,
    ),
    ...{ df: k - 1, tasks: tasks.length, respondents: choices.respondentCount, iterations },
  };
}

type Totals = { logLikelihood: number; slopes: Float64Array; information: Float64Array };

function totals(
  terms: readonly MaxDiffTerm[],
  utilities: readonly number[],
  likelihood: MaxDiffLikelihood,
): Totals {
  const k = utilities.length;
  const slopes = new Float64Array(k);
  const information = new Float64Array(k * k);
  let logLikelihood = 0;
  for (const term of terms) {
    const value = termValue(term, utilities, likelihood);
    logLikelihood += term.count * value.logP;
    for (const [i, item] of term.shown.entries()) {
      slopes[item] = (slopes[item] ?? 0) + term.count * (value.slopes[i] ?? 0);
      for (const [j, other] of term.shown.entries()) {
        const cell = item * k + other;
        information[cell] =
          (information[cell] ?? 0) + term.count * (value.information[i]?.[j] ?? 0);
      }
    }
  }
  return { logLikelihood, slopes, information };
}

/** The first item stays at 0. */
function newtonStep({ slopes, information }: Totals, k: number): number[] {
  const side = slopes.slice(1);
  choleskySolveInPlace(lowerFactor(information, k), k - 1, side);
  return [0, ...side];
}

function lowerFactor(information: Float64Array, k: number): Float64Array {
  const free = information.filter((_, cell) => cell >= k && cell % k !== 0);
  if (!choleskyInPlace(free, k - 1))
    throw new RangeError("a connected design requires information");
  return free;
}

function centredCovariance(reference: (i: number, j: number) => number, k: number): number[][] {
  const items = Array.from({ length: k }, (_, item) => item);
  const rowMeans = items.map((i) => items.reduce((sum, j) => sum + reference(i, j), 0) / k);
  const grand = rowMeans.reduce((sum, mean) => sum + mean, 0) / k;
  return items.map((i) =>
    items.map((j) => reference(i, j) - (rowMeans[i] ?? 0) - (rowMeans[j] ?? 0) + grand),
  );
}

/** Sandwich: covariance × sum over respondents of crossed slopes × covariance, times n/(n − 1). */
function robustCovariance(
  { tasks, terms, termOfTask, itemCount: k, respondentCount: n }: MaxDiffChoices,
  likelihood: MaxDiffLikelihood,
  utilities: readonly number[],
  covariance: readonly (readonly number[])[],
): number[][] | undefined {
  if (n < 2) return undefined;
  const slopesOf = terms.map((term) => termValue(term, utilities, likelihood).slopes);
  const people = new Map<number, number[]>();
  for (const [index, { respondent }] of tasks.entries()) {
    const own = people.get(respondent) ?? new Array<number>(k).fill(0);
    const term = termOfTask[index] ?? 0;
    for (const [place, item] of (terms[term]?.shown ?? []).entries())
      own[item] = (own[item] ?? 0) + (slopesOf[term]?.[place] ?? 0);
    people.set(respondent, own);
  }
  const crossed = new Float64Array(k * k);
  for (const own of people.values()) {
    const influence = covariance.map((row) =>
      row.reduce((sum, cell, j) => sum + cell * (own[j] ?? 0), 0),
    );
    for (const [i, mine] of influence.entries())
      for (const [j, other] of influence.entries())
        crossed[i * k + j] = (crossed[i * k + j] ?? 0) + mine * other;
  }
  return covariance.map((_, i) =>
    Array.from(crossed.subarray(i * k, (i + 1) * k), (sum) => (sum * n) / (n - 1)),
  );
}

/** Best leads to all others shown, and all others to worst; the first component is the most valued. */
function preferenceComponents(terms: readonly MaxDiffTerm[], k: number): number[][] {
  const over = new Uint8Array(k * k);
  for (const { shown, best, worst } of terms) {
    for (const item of shown) {
      if (item !== best) over[best * k + item] = 1;
      if (item !== worst) over[item * k + worst] = 1;
    }
  }
  return preferenceNetwork({ itemCount: k, over, tiedPair: new Uint8Array(k * k) }).components;
}
