import type { ChoiceCounts } from "../choice-counts.ts";
import { choleskyInPlace, choleskySolveInPlace } from "../cholesky.ts";
import {
  type ChoiceLikelihood,
  singleChoiceLikelihood,
} from "../plackett-luce/choice-likelihood.ts";
import { liftInformation } from "../plackett-luce/maximise-likelihood.ts";
import type { Expectation } from "./expectation.ts";
import type { MixtureData } from "./mixture-data.ts";

/** Log-worths stay within this distance of the highest of their class: far enough for one vanishing item below another. */
export const lowestLogWorth = -150;
const newtonSteps = 1;
const longestStep = 4;
const safeStep = 0.5;
/** Keeps the last direction solvable when an item's worth runs to 0. */
const ridge = 1e-9;

/** The maximisation step: Newton steps on each class's expected counts, from where the class stands. */
export class Maximisation {
  readonly #data: MixtureData;
  readonly #counts: ChoiceCounts;
  readonly #likelihood: ChoiceLikelihood;
  readonly #pseudoChoices: number;
  readonly #gradient: Float64Array;
  readonly #information: Float64Array;

  /** `pseudoChoices`: invented first choices of each item from all items, in each class; 0 = none. */
  constructor(data: MixtureData, pseudoChoices: number) {
    const k = data.itemCount;
    this.#data = data;
    this.#pseudoChoices = pseudoChoices;
    this.#counts = classCounts(data, pseudoChoices);
    this.#likelihood = singleChoiceLikelihood(this.#counts);
    this.#gradient = new Float64Array(k);
    this.#information = new Float64Array(k * k);
  }

  /** What the prior adds to the log-likelihood: Dirichlet on each class's worths. */
  logPrior(parameters: Float64Array, classes: number): number {
    if (this.#pseudoChoices === 0) return 0;
    const k = this.#data.itemCount;
    let value = 0;
    for (let group = 0; group < classes; group += 1) {
      const worths = parameters.subarray(group * k, (group + 1) * k);
      const highest = Math.max(...worths);
      let sum = 0;
      for (const logWorth of worths) sum += Math.exp(logWorth - highest);
      for (const logWorth of worths) value += logWorth - highest - Math.log(sum);
    }
    return this.#pseudoChoices * value;
  }

  /** Writes the next parameters; a class without respondents keeps its worths. */
  run(expected: Expectation, from: Float64Array, to: Float64Array): void {
    const { itemCount: k, totalWeight } = this.#data;
    to.set(from);
    for (let group = 0; group < expected.classes; group += 1) {
      const weight = expected.classWeights[group] ?? 0;
      to[expected.classes * k + group] = Math.log(Math.max(weight / totalWeight, 1e-12));
      if (weight < 1e-9) continue;
      this.#fillCounts(expected, group);
      this.#climb(to.subarray(group * k, (group + 1) * k));
    }
  }

  #fillCounts({ stageCounts }: Expectation, group: number): void {
    const { stageItems, stageSets, itemCount: k } = this.#data;
    const { chosen, faced } = this.#counts;
    chosen.fill(this.#pseudoChoices);
    faced.fill(0);
    if (this.#pseudoChoices > 0) faced[faced.length - 1] = this.#pseudoChoices * k;
    const stages = stageItems.length;
    for (let stage = 0; stage < stages; stage += 1) {
      const count = stageCounts[group * stages + stage] ?? 0;
      const item = stageItems[stage] ?? 0;
      const set = stageSets[stage] ?? 0;
      chosen[item] = (chosen[item] ?? 0) + count;
      faced[set] = (faced[set] ?? 0) + count;
    }
  }

  /**
   * One step of Hunter's (2004) MM algorithm: exact at once for items whose worth runs to 0, where Newton steps crawl.
   */
  #minorise(logWorths: Float64Array): void {
    const { chosen, faced, setStarts, setItems } = this.#counts;
    const expected = this.#gradient;
    expected.fill(0);
    for (let set = 0; set < faced.length; set += 1) {
      const end = setStarts[set + 1] ?? 0;
      let sum = 0;
      for (let at = setStarts[set] ?? 0; at < end; at += 1)
        sum += Math.exp(logWorths[setItems[at] ?? 0] ?? 0);
      const share = (faced[set] ?? 0) / sum;
      for (let at = setStarts[set] ?? 0; at < end; at += 1) {
        const item = setItems[at] ?? 0;
        expected[item] = (expected[item] ?? 0) + share;
      }
    }
    for (let item = 0; item < logWorths.length; item += 1)
      expected[item] = Math.log((chosen[item] ?? 0) / (expected[item] ?? 1));
    logWorths.set(bounded(expected, expected, 0));
  }

  /** Improves the log-worths in place; never makes the class's likelihood worse. */
  #climb(logWorths: Float64Array): void {
    const k = this.#data.itemCount;
    const gradient = this.#gradient;
    const information = this.#information;
    this.#minorise(logWorths);
    for (let step = 0; step < newtonSteps; step += 1) {
      const value = this.#likelihood.derivatives(logWorths, gradient, information);
      const lift = liftInformation(information, k, k);
      for (let cell = 0; cell < k * k; cell += k + 1)
        information[cell] = (information[cell] ?? 0) + ridge * lift;
      if (!choleskyInPlace(information, k)) return;
      choleskySolveInPlace(information, k, gradient);
      let largest = 0;
      for (let item = 0; item < k; item += 1)
        largest = Math.max(largest, Math.abs(gradient[item] ?? 0));
      let scale = Math.min(1, longestStep / largest);
      let next = bounded(logWorths, gradient, scale);
      const least = value - 1e-11 * (1 + Math.abs(value));
      if (largest > safeStep)
        for (let halving = 0; halving < 20 && this.#likelihood.value(next) < least; halving += 1) {
          scale /= 2;
          next = bounded(logWorths, gradient, halving < 19 ? scale : 0);
        }
      logWorths.set(next);
      if (largest < 1e-4) return;
    }
  }
}

/** The step taken, centred, and kept within the range that matters. */
function bounded(from: Float64Array, step: Float64Array, scale: number): Float64Array {
  const next = new Float64Array(from.length);
  let highest = -Infinity;
  for (let item = 0; item < from.length; item += 1) {
    const value = Math.max((from[item] ?? 0) + scale * (step[item] ?? 0), -1e6);
    next[item] = value;
    if (value > highest) highest = value;
  }
  for (let item = 0; item < from.length; item += 1)
    next[item] = Math.max((next[item] ?? 0) - highest, lowestLogWorth);
  return next;
}

/** Counts to be filled per class; with a prior, the set of all items stands last. */
function classCounts(data: MixtureData, pseudoChoices: number): ChoiceCounts {
  const { counts, itemCount: k } = data;
  const chosen = new Float64Array(k);
  if (pseudoChoices === 0)
    return { ...counts, chosen, faced: new Float64Array(counts.faced.length) };
  const setItems = new Uint16Array(counts.setItems.length + k);
  setItems.set(counts.setItems);
  for (let item = 0; item < k; item += 1) setItems[counts.setItems.length + item] = item;
  const setStarts = Uint32Array.from([...counts.setStarts, setItems.length]);
  return { ...counts, chosen, setItems, setStarts, faced: new Float64Array(setStarts.length - 1) };
}
