/** Gives numbers from 0 (included) to 1 (excluded), all equally likely. */
export type Random = () => number;

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A whole number from `from` to `to`, both included. */
export function wholeNumber(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/**
 * One of the values, each as likely as its weight says.
 * @throws RangeError if there are no values
 */
export function weightedChoice<T>(
  random: Random,
  values: readonly T[],
  weightOf: (value: T) => number,
): T {
  const total = values.reduce((sum, value) => sum + weightOf(value), 0);
  let left = random() * total;
  for (const value of values) {
    left -= weightOf(value);
    if (left < 0) return value;
  }
  const last = values.at(-1);
  if (last === undefined) throw new RangeError("weightedChoice needs at least one value");
  return last;
}

/** One of the values, all equally likely. */
export function evenChoice<T>(random: Random, values: readonly T[]): T {
  return weightedChoice(random, values, () => 1);
}

/** The values in a random order, all orders equally likely. */
export function shuffled<T>(random: Random, values: readonly T[]): T[] {
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ value }) => value);
}

/** A draw from the normal distribution with mean 0 and standard deviation 1 (Box–Muller). */
export function standardNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/**
 * An order drawn from the Plackett–Luce model: each next place goes to one of the remaining values
 * with a probability proportional to its worth. Drawn by adding Gumbel noise to the logarithm of the worth.
 */
export function plackettLuceOrder<T>(
  random: Random,
  values: readonly T[],
  logWorthOf: (value: T) => number,
): T[] {
  const keyed = values.map((value) => {
    const gumbel = -Math.log(-Math.log(1 - random()));
    return { value, key: logWorthOf(value) + gumbel };
  });
  return keyed.toSorted((a, b) => b.key - a.key).map(({ value }) => value);
}
