/** Rankings of all items: rankings[respondent][item] = rank, 1 = most valued; ties as midranks. */
export type CompleteRankings = readonly (readonly number[])[];

/** Rankings with gaps: `undefined` = shown but not placed, which means below every placed item. */
export type PartialRankings = readonly (readonly (number | undefined)[])[];

/**
 * Number of items ranked, after checking that every respondent ranked as many.
 *
 * @throws RangeError if the rows differ in length or hold something other than finite numbers
 * @returns 0 if there are no respondents
 * @example itemCount([[1, 2, 3]]) // 3
 */
export function itemCount(rankings: PartialRankings): number {
  const items = rankings[0]?.length ?? 0;
  for (const ranks of rankings) {
    if (ranks.length !== items)
      throw new RangeError("rankings require the same items in every row");
    for (const rank of ranks) {
      if (rank !== undefined && !Number.isFinite(rank)) {
        throw new RangeError("rankings require finite ranks");
      }
    }
  }
  return items;
}

/**
 * Sum of the ranks of each item, over respondents.
 *
 * @example rankSums([[1, 2], [1, 2]]) // [2, 4]
 */
export function rankSums(rankings: CompleteRankings): number[] {
  const sums = new Array<number>(itemCount(rankings)).fill(0);
  for (const ranks of rankings) {
    for (const [item, rank] of ranks.entries()) sums[item] = (sums[item] ?? 0) + rank;
  }
  return sums;
}

/**
 * Tie term of Kendall's W and the Friedman test: Σ(t³ − t) over all groups of t tied ranks of all respondents.
 *
 * Source: Kendall (1945), Biometrika 33(3), 239–251.
 * @example tieTerm([[1.5, 1.5, 3]]) // 6
 */
export function tieTerm(rankings: CompleteRankings): number {
  let term = 0;
  for (const ranks of rankings) {
    const sizes = new Map<number, number>();
    for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
    for (const size of sizes.values()) term += size ** 3 - size;
  }
  return term;
}
