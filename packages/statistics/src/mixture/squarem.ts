import { Expectation } from "./expectation.ts";
import { lowestLogWorth, Maximisation } from "./maximisation.ts";
import type { MixtureData } from "./mixture-data.ts";

/** A mixture on its way up. `value` = log-likelihood plus log prior, what the climb raises. */
export type Climb = { parameters: Float64Array; value: number; cycles: number; settled: boolean };

/** Gains smaller than this share of the value drown in rounding. */
const rounding = 1e-13;

/** No parameter is carried further than this beyond the second step. */
const farthest = 2;

/** Cycles before a climb may be given up: a slow one may still turn. */
const patience = 100;

/**
 * When to stop: after so many cycles, when a cycle gains less, or when gains like the last one in all cycles left would
 * not reach `toReach`.
 */
export type StopRule = { mostCycles: number; leastGain: number; toReach?: number };

/**
 * EM with squared extrapolation: two steps of EM show the direction and the length of a third, longer one.
 *
 * A longer step that loses is not taken, so the value never falls.
 * Source: Dempster, Laird and Rubin (1977); Varadhan and Roland (2008), Scandinavian J. of Statistics 35, 335–353, S3.
 */
export class Squarem {
  readonly #expectation: Expectation;
  readonly #maximisation: Maximisation;
  readonly #itemCount: number;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #leap: Float64Array;

  constructor(data: MixtureData, classes: number, pseudoChoices: number) {
    const size = classes * (data.itemCount + 1);
    this.#expectation = new Expectation(data, classes);
    this.#maximisation = new Maximisation(data, pseudoChoices);
    this.#itemCount = data.itemCount;
    this.#first = new Float64Array(size);
    this.#second = new Float64Array(size);
    this.#leap = new Float64Array(size);
  }

  climb(from: Float64Array, { mostCycles, leastGain, toReach = -Infinity }: StopRule): Climb {
    const parameters = from.slice();
    let longest = 4;
    let value = this.#step(parameters, this.#first);
    for (let cycles = 1; cycles <= mostCycles; cycles += 1) {
      const before = value;
      const middle = this.#step(this.#first, this.#second);
      const length = this.#leapFrom(parameters, longest);
      if (length >= longest) longest *= 4;
      const next = length > 1 ? this.#step(this.#leap, this.#first) : -Infinity;
      if (next >= middle) {
        parameters.set(this.#leap);
        value = next;
      } else {
        if (length > 1) longest = Math.max(4, longest / 4);
        parameters.set(this.#second);
        value = this.#step(parameters, this.#first);
      }
      const gain = value - before;
      if (gain < Math.max(leastGain, rounding * Math.abs(value)))
        return { parameters, value, cycles, settled: true };
      if (cycles >= patience && value + gain * (mostCycles - cycles) < toReach)
        return { parameters, value, cycles, settled: false };
    }
    return { parameters, value, cycles: mostCycles, settled: false };
  }

  /** One step of EM; returns the value before it. */
  #step(from: Float64Array, to: Float64Array): number {
    const logLikelihood = this.#expectation.run(from);
    this.#maximisation.run(this.#expectation, from, to);
    return logLikelihood + this.#maximisation.logPrior(from, this.#expectation.classes);
  }

  /** Writes the extrapolated parameters; returns the step length (1 = no extrapolation). */
  #leapFrom(from: Float64Array, longest: number): number {
    let change = 0;
    let turn = 0;
    for (let index = 0; index < from.length; index += 1) {
      const r = (this.#first[index] ?? 0) - (from[index] ?? 0);
      const v = (this.#second[index] ?? 0) - (this.#first[index] ?? 0) - r;
      // Worths that run to 0 must not set the pace of the others.
      const matters = Math.exp(this.#second[index] ?? 0);
      change += matters * r * r;
      turn += matters * v * v;
    }
    if (turn === 0) return 1;
    const length = Math.min(Math.max(Math.sqrt(change / turn), 1), longest);
    for (let index = 0; index < from.length; index += 1) {
      const r = (this.#first[index] ?? 0) - (from[index] ?? 0);
      const v = (this.#second[index] ?? 0) - (this.#first[index] ?? 0) - r;
      const leap = (from[index] ?? 0) + 2 * length * r + length * length * v;
      const second = this.#second[index] ?? 0;
      this.#leap[index] = Math.min(Math.max(leap, second - farthest), second + farthest);
    }
    this.#normalise(this.#leap);
    return length;
  }

  /** Highest log-worth of each class 0, none below the range, shares adding up to 1. */
  #normalise(parameters: Float64Array): void {
    const k = this.#itemCount;
    const classes = this.#expectation.classes;
    for (let group = 0; group < classes; group += 1) {
      let highest = -Infinity;
      for (let cell = group * k; cell < (group + 1) * k; cell += 1)
        highest = Math.max(highest, parameters[cell] ?? 0);
      for (let cell = group * k; cell < (group + 1) * k; cell += 1)
        parameters[cell] = Math.max((parameters[cell] ?? 0) - highest, lowestLogWorth);
    }
    const shares = parameters.subarray(classes * k);
    const total = shares.reduce((sum, logShare) => sum + Math.exp(logShare), 0);
    for (let group = 0; group < classes; group += 1)
      shares[group] = (shares[group] ?? 0) - Math.log(total);
  }
}
