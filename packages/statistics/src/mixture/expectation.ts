import type { MixtureData } from "./mixture-data.ts";

/** Below this product, a row's probability is worked out anew by logarithms. */
const tiny = 1e-270;

/**
 * The expectation step: how probable each ranking is in each class, and what that makes of the counts per class.
 *
 * Parameters: for each class its log-worths, then the logarithms of the shares of all classes.
 */
export class Expectation {
  readonly classes: number;
  /** Expected choices per class and stage: row-major, class × stage. */
  readonly stageCounts: Float64Array;
  /** Expected respondents (weighted) per class. */
  readonly classWeights: Float64Array;
  readonly #data: MixtureData;
  readonly #probabilities: Float64Array;
  readonly #worths: Float64Array;
  readonly #setSums: Float64Array;
  readonly #joint: Float64Array;
  readonly #shares: Float64Array;

  constructor(data: MixtureData, classes: number) {
    const stages = data.stageItems.length;
    this.#data = data;
    this.classes = classes;
    this.stageCounts = new Float64Array(classes * stages);
    this.classWeights = new Float64Array(classes);
    this.#probabilities = new Float64Array(classes * stages);
    this.#worths = new Float64Array(data.itemCount);
    this.#setSums = new Float64Array(data.counts.faced.length);
    this.#joint = new Float64Array(classes);
    this.#shares = new Float64Array(classes);
  }

  /** Returns the log-likelihood; expected counts are then in `stageCounts` and `classWeights`. */
  run(parameters: Float64Array): number {
    const { rowCount, rowWeights, rowStarts, rowStages } = this.#data;
    const classes = this.classes;
    const { stageCounts, classWeights } = this;
    const joint = this.#joint;
    const stages = this.#data.stageItems.length;
    this.#fillProbabilities(parameters);
    stageCounts.fill(0);
    classWeights.fill(0);
    let logLikelihood = 0;
    for (let row = 0; row < rowCount; row += 1) {
      const weight = rowWeights[row] ?? 0;
      const start = rowStarts[row] ?? 0;
      const end = rowStarts[row + 1] ?? 0;
      logLikelihood += weight * this.#rowLogLikelihood(parameters, row);
      for (let group = 0; group < classes; group += 1) {
        const part = weight * (joint[group] ?? 0);
        classWeights[group] = (classWeights[group] ?? 0) + part;
        const base = group * stages;
        for (let at = start; at < end; at += 1) {
          const cell = base + (rowStages[at] ?? 0);
          stageCounts[cell] = (stageCounts[cell] ?? 0) + part;
        }
      }
    }
    return logLikelihood;
  }

  /** Membership probabilities of every row: row-major, row × class. */
  memberships(parameters: Float64Array): Float64Array {
    const memberships = new Float64Array(this.#data.rowCount * this.classes);
    this.#fillProbabilities(parameters);
    for (let row = 0; row < this.#data.rowCount; row += 1) {
      this.#rowLogLikelihood(parameters, row);
      memberships.set(this.#joint, row * this.classes);
    }
    return memberships;
  }

  /** Leaves the row's membership probabilities in #joint. */
  #rowLogLikelihood(parameters: Float64Array, row: number): number {
    const { rowStarts, rowStages } = this.#data;
    const joint = this.#joint;
    const probabilities = this.#probabilities;
    const stages = this.#data.stageItems.length;
    const start = rowStarts[row] ?? 0;
    const end = rowStarts[row + 1] ?? 0;
    let total = 0;
    for (let group = 0; group < this.classes; group += 1) {
      let product = this.#shares[group] ?? 0;
      const base = group * stages;
      for (let at = start; at < end; at += 1)
        product *= probabilities[base + (rowStages[at] ?? 0)] ?? 0;
      joint[group] = product;
      total += product;
    }
    if (total < tiny) return this.#rowByLogarithms(parameters, start, end);
    for (let group = 0; group < this.classes; group += 1)
      joint[group] = (joint[group] ?? 0) / total;
    return Math.log(total);
  }

  #rowByLogarithms(parameters: Float64Array, start: number, end: number): number {
    const { rowStages, itemCount: k } = this.#data;
    const joint = this.#joint;
    const stages = this.#data.stageItems.length;
    let highest = -Infinity;
    for (let group = 0; group < this.classes; group += 1) {
      let sum = parameters[this.classes * k + group] ?? 0;
      for (let at = start; at < end; at += 1)
        sum += Math.log(this.#probabilities[group * stages + (rowStages[at] ?? 0)] ?? 0);
      joint[group] = sum;
      highest = Math.max(highest, sum);
    }
    const total = joint.reduce((sum, value) => sum + Math.exp(value - highest), 0);
    for (let group = 0; group < this.classes; group += 1)
      joint[group] = Math.exp((joint[group] ?? 0) - highest) / total;
    return highest + Math.log(total);
  }

  /** Probability of every stage in every class, and the shares. */
  #fillProbabilities(parameters: Float64Array): void {
    const { itemCount: k, counts, stageItems, stageSets } = this.#data;
    const { setStarts, setItems, faced } = counts;
    const worths = this.#worths;
    const setSums = this.#setSums;
    const stages = stageItems.length;
    for (let group = 0; group < this.classes; group += 1) {
      this.#shares[group] = Math.exp(parameters[this.classes * k + group] ?? 0);
      for (let item = 0; item < k; item += 1)
        worths[item] = Math.exp(parameters[group * k + item] ?? 0);
      for (let set = 0; set < faced.length; set += 1) {
        let sum = 0;
        const end = setStarts[set + 1] ?? 0;
        for (let at = setStarts[set] ?? 0; at < end; at += 1) sum += worths[setItems[at] ?? 0] ?? 0;
        setSums[set] = 1 / sum;
      }
      for (let stage = 0; stage < stages; stage += 1)
        this.#probabilities[group * stages + stage] =
          (worths[stageItems[stage] ?? 0] ?? 0) * (setSums[stageSets[stage] ?? 0] ?? 0);
    }
  }
}
