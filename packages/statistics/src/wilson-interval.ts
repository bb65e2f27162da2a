/** Lower and upper bound. */
export type Interval = [lower: number, upper: number];

/** 97.5 % point of the standard normal distribution, for intervals of 95 %. */
const z95 = 1.959963984540054;

/**
 * Wilson interval of 95 % for a share: where the share of all comparable people plausibly lies.
 *
 * Unit/range: 0 to 1; never leaves it, and stays honest for shares near 0 and 1 and for small groups.
 * Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212; without continuity correction.
 * @throws RangeError if the counts are not whole numbers with 0 ≤ successes ≤ total
 * @returns undefined if total is 0
 * @example wilsonInterval(470, 510) // [0.8949…, 0.9419…]
 */
export function wilsonInterval(successes: number, total: number): Interval | undefined {
  if (!Number.isInteger(successes) || !Number.isInteger(total) || successes < 0) {
    throw new RangeError("wilsonInterval requires whole numbers from 0");
  }
  if (successes > total) throw new RangeError("wilsonInterval requires successes up to total");
  if (total === 0) return undefined;
  // At 0 and at all, the bound is the edge itself; rounding must not move it.
  const [low, high] = wilsonOfShare(successes / total, total);
  return [successes === 0 ? 0 : low, successes === total ? 1 : high];
}

/**
 * Wilson interval of 95 % for a weighted share, with the effective number of respondents in place of their number.
 *
 * Source: as `wilsonInterval`; effective number: Kish (1965), Survey Sampling.
 * @throws RangeError if the share is not between 0 and 1 or the number not above 0
 * @example weightedWilsonInterval(0.5, 40.5) // [0.35…, 0.64…]
 */
export function weightedWilsonInterval(share: number, effectiveN: number): Interval {
  if (!(share >= 0 && share <= 1) || !(effectiveN > 0))
    throw new RangeError("weightedWilsonInterval requires a share and a number above 0");
  const [low, high] = wilsonOfShare(share, effectiveN);
  return [share === 0 ? 0 : low, share === 1 ? 1 : high];
}

function wilsonOfShare(share: number, total: number): Interval {
  const shrink = 1 + z95 ** 2 / total;
  const centre = (share + z95 ** 2 / (2 * total)) / shrink;
  const half = (z95 / shrink) * Math.sqrt((share * (1 - share) + z95 ** 2 / (4 * total)) / total);
  return [centre - half, centre + half];
}
