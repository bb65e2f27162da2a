/** Rank of an item and the ranks that the data cannot rule out; 1 = best. */
export type RankSet = { lower: number; rank: number; upper: number };

/**
 * Rank sets from verdicts: isBetter(i, j) = it is certain enough that item i is better than item j.
 *
 * An item cannot rank above those certainly better, nor below those certainly worse. rank = 1 + items with a better
 * estimate, so that equal estimates share the better rank.
 */
export function setsFromVerdicts(
  estimates: readonly number[],
  isBetter: (i: number, j: number) => boolean,
): RankSet[] {
  return estimates.map((estimate, item) => {
    const others = [...estimates.keys()].filter((other) => other !== item);
    return {
      lower: 1 + others.filter((other) => isBetter(other, item)).length,
      rank: 1 + others.filter((other) => (estimates[other] ?? 0) > estimate).length,
      upper: estimates.length - others.filter((other) => isBetter(item, other)).length,
    };
  });
}
