import { type DisclosureRules, roundedBelow } from "./rules.ts";

/** How many people a figure rests on, as it may be shown. */
export type ShownBase = { n: number; isRounded: boolean };

/** The share of an answer, from 0 to 1; with its count where the base is not rounded. */
export type ShownShare = { share: number; count?: number };

/** A mean as it may be shown; with `within`, the true one lies that far around it at most. */
export type ShownMean = { mean: number; within?: number };

/**
 * Base as it may be shown: from 30 people on exactly, below rounded to the nearest five.
 *
 * @throws RangeError if it is not a whole number of people
 * @example shownBase(17) // { n: 15, isRounded: true }
 */
export function shownBase(n: number): ShownBase {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError("shownBase requires a whole number of people");
  return n < roundedBelow ? { n: 5 * Math.round(n / 5), isRounded: true } : { n, isRounded: false };
}

/**
 * Share as it may be shown: from 30 people on in whole percents and with its count, below in steps of five percent
 * and without, so that nobody can be counted from it.
 *
 * Only for counts that may be shown, out of a base that may.
 * @throws RangeError if the count is no whole number from 0 to the base, or the base is 0
 * @example shownShare(6, 17) // { share: 0.35 }
 */
export function shownShare(count: number, base: number): ShownShare {
  if (![count, base].every(Number.isSafeInteger) || count < 0 || count > base || base === 0)
    throw new RangeError("shownShare requires a whole number of people out of at least as many");
  if (base < roundedBelow) return { share: Math.round((20 * count) / base) / 20 };
  return { share: Math.round((100 * count) / base) / 100, count };
}

/** A mean that could be up to this far away is not worth showing. */
const widestMean = 0.25;

/**
 * Mean of the answers of a group, computed from the counts that are shown and from nothing else: it tells what anybody
 * could work out. Where counts are hidden, it is the middle of all means that they allow.
 *
 * Shape: cells[] = answers shown as one with what each counts (null: nothing, as "not asked"), and how many gave them;
 * undefined if hidden. `base` = how many answered, hidden ones included. One decimal below 30 people, two from there.
 * @returns undefined if fewer than the minimum may have given an answer that counts, or the hidden ones leave more
 * than 0.25 of the scale open in either direction
 * @example
 * shownMean([{ values: [1], count: 10 }, { values: [2], count: 30 }], 40, rules) // { mean: 1.75 }
 */
export function shownMean(
  cells: readonly {
    values: readonly (number | null)[];
    count: number | undefined;
  }[],
  base: number,
  { minimum }: DisclosureRules,
): ShownMean | undefined {
  const shown = cells.reduce((sum, { count = 0 }) => sum + count, 0);
  const unseen = cells.filter(({ count }) => count === undefined).flatMap(({ values }) => values);
  // The extremes have everybody who is not told apart at one of the answers that it could be.
  let possible = [{ people: 0, sum: 0 }];
  const all = [...cells, { values: unseen, count: base - shown }];
  for (const { values, count = 0 } of all) {
    const known = [...new Set(values)];
    if (count === 0) continue;
    possible = possible.flatMap(({ people, sum }) =>
      known.map((value) =>
        value === null ? { people, sum } : { people: people + count, sum: sum + count * value },
      ),
    );
  }
  if (possible.some(({ people }) => people < minimum)) return undefined;
  const means = possible.map(({ people, sum }) => sum / people);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const decimals = base < roundedBelow ? 10 : 100;
  const mean = Math.round((decimals * (low + high)) / 2) / decimals;
  if (high - low === 0) return { mean };
  const within = Math.ceil(100 * Math.max(high - mean, mean - low)) / 100;
  return within > widestMean ? undefined : { mean, within };
}
