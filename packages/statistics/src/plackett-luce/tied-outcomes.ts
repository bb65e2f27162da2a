import type { ChoiceCounts } from "../choice-counts.ts";

/**
 * All possible outcomes of a choice from a set when ties are possible, summed without listing them.
 *
 * The sum over all S of size d of the geometric means of worths is an elementary symmetric polynomial of worth^(1/d);
 * leaving out one or two items gives the probabilities that they are chosen, alone or together.
 */
export class TiedOutcomes {
  readonly #counts: ChoiceCounts;
  readonly #size: number;
  readonly #roots: Float64Array;
  readonly #polynomial: Float64Array;
  readonly #mean: Float64Array;
  readonly #product: Float64Array;
  /** Index of the set in the last call of `moments`. */
  #set = 0;

  constructor(counts: ChoiceCounts) {
    this.#counts = counts;
    this.#size = counts.itemCount + counts.tieOrders.length;
    this.#roots = new Float64Array(counts.itemCount);
    this.#polynomial = new Float64Array(counts.itemCount + 1);
    this.#mean = new Float64Array(this.#size);
    this.#product = new Float64Array(this.#size ** 2);
  }

  /** Expected share of each item, then probability of each tie order, after `moments`; items not in the set hold 0. */
  get mean(): Float64Array {
    return this.#mean;
  }

  /** Logarithm of the sum over all outcomes. */
  logSum(set: number, parameters: Float64Array): number {
    const highest = this.#highest(set, parameters);
    let sum = 0;
    for (const { order, weight } of this.#orders(set, parameters)) {
      this.#takeRoots(set, parameters, highest, order);
      sum += weight * this.#symmetric(set, order, -1, -1);
    }
    return highest + Math.log(sum);
  }

  /** Works out means and mean products of the outcomes; returns the logarithm of the sum over all outcomes. */
  moments(set: number, parameters: Float64Array): number {
    const k = this.#counts.itemCount;
    this.#set = set;
    this.#mean.fill(0);
    this.#product.fill(0);
    const highest = this.#highest(set, parameters);
    let total = 0;
    for (const { order, weight, index } of this.#orders(set, parameters)) {
      this.#takeRoots(set, parameters, highest, order);
      const sum = weight * this.#symmetric(set, order, -1, -1);
      total += sum;
      if (index >= 0) {
        this.#add(this.#mean, k + index, sum);
        this.#add(this.#product, (k + index) * this.#size + k + index, sum);
      }
      this.#addItems(set, order, weight, index);
    }
    for (let cell = 0; cell < this.#mean.length; cell += 1)
      this.#mean[cell] = (this.#mean[cell] ?? 0) / total;
    for (let cell = 0; cell < this.#product.length; cell += 1)
      this.#product[cell] = (this.#product[cell] ?? 0) / total;
    return highest + Math.log(total);
  }

  /** Takes `times` expected outcomes from the gradient and adds their covariance to the information. */
  addTo(gradient: Float64Array, information: Float64Array, times: number): void {
    const involved = [...this.#items(this.#set)];
    for (let index = 0; index < this.#counts.tieOrders.length; index += 1)
      involved.push(this.#counts.itemCount + index);
    for (const row of involved) {
      const mean = this.#mean[row] ?? 0;
      this.#add(gradient, row, -times * mean);
      for (const column of involved) {
        const cell = row * this.#size + column;
        const covariance = (this.#product[cell] ?? 0) - mean * (this.#mean[column] ?? 0);
        this.#add(information, cell, times * covariance);
      }
    }
  }

  /** Adds the outcomes of one size to the (not yet divided) means and products of the items. */
  #addItems(set: number, order: number, weight: number, index: number): void {
    const { itemCount: k } = this.#counts;
    const items = this.#items(set);
    for (const [place, item] of items.entries()) {
      const root = weight * (this.#roots[place] ?? 0);
      const inside = root * this.#symmetric(set, order - 1, place, -1);
      this.#add(this.#mean, item, inside / order);
      this.#add(this.#product, item * this.#size + item, inside / order ** 2);
      if (index >= 0) {
        this.#add(this.#product, item * this.#size + k + index, inside / order);
        this.#add(this.#product, (k + index) * this.#size + item, inside / order);
      }
      for (let second = 0; order > 1 && second < place; second += 1) {
        const other = items[second] ?? 0;
        const rest = this.#symmetric(set, order - 2, place, second);
        const both = (root * (this.#roots[second] ?? 0) * rest) / order ** 2;
        this.#add(this.#product, item * this.#size + other, both);
        this.#add(this.#product, other * this.#size + item, both);
      }
    }
  }

  /** Sizes an outcome can have: single choices, then every tie order that fits into the set. */
  *#orders(
    set: number,
    parameters: Float64Array,
  ): Generator<{ order: number; weight: number; index: number }> {
    const { itemCount, tieOrders } = this.#counts;
    yield { order: 1, weight: 1, index: -1 };
    for (const [index, order] of tieOrders.entries())
      if (order <= this.#items(set).length)
        yield { order, weight: Math.exp(parameters[itemCount + index] ?? 0), index };
  }

  #items(set: number): Uint16Array {
    const { setItems, setStarts } = this.#counts;
    return setItems.subarray(setStarts[set], setStarts[set + 1]);
  }

  #highest(set: number, parameters: Float64Array): number {
    let highest = -Infinity;
    for (const item of this.#items(set)) highest = Math.max(highest, parameters[item] ?? 0);
    return highest;
  }

  #takeRoots(set: number, parameters: Float64Array, highest: number, order: number): void {
    for (const [place, item] of this.#items(set).entries())
      this.#roots[place] = Math.exp(((parameters[item] ?? 0) - highest) / order);
  }

  /** Elementary symmetric polynomial of the roots, without up to two places. */
  #symmetric(set: number, degree: number, without: number, orWithout: number): number {
    const size = this.#items(set).length;
    const polynomial = this.#polynomial;
    polynomial.fill(0, 0, degree + 1);
    polynomial[0] = 1;
    for (let place = 0; place < size; place += 1) {
      if (place === without || place === orWithout) continue;
      const root = this.#roots[place] ?? 0;
      for (let power = degree; power > 0; power -= 1)
        polynomial[power] = (polynomial[power] ?? 0) + root * (polynomial[power - 1] ?? 0);
    }
    return polynomial[degree] ?? 0;
  }

  #add(vector: Float64Array, index: number, value: number): void {
    vector[index] = (vector[index] ?? 0) + value;
  }
}
