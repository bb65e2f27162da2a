/** Pairs of items on which two rankings disagree, agree, or on which only one of them has an opinion (the other ties). */
export type KendallDistance = { discordant: number; concordant: number; tiedInOne: number };

/**
 * Kendall tau distance: the number of pairs of items that two rankings put in opposite order.
 *
 * Shape: first[item], second[item] = rank, 1 = most valued; 0 = not ranked (its pairs are left out).
 * Ties: counted apart; Fagin's distance with penalty p is discordant + p × tiedInOne.
 * Source: Kendall (1938), Biometrika 30, 81–93; Fagin et al. (2006), SIAM J. Discrete Mathematics 20, 628–648.
 * @throws RangeError if the rankings are not of the same items
 * @example kendallDistance([1, 2, 3], [1, 3, 2]) // { discordant: 1, concordant: 2, tiedInOne: 0 }
 */
export function kendallDistance(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): KendallDistance {
  if (first.length !== second.length)
    throw new RangeError("kendallDistance requires rankings of the same items");
  const distance = { discordant: 0, concordant: 0, tiedInOne: 0 };
  for (let i = 0; i < first.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      if (first[i] === 0 || first[j] === 0 || second[i] === 0 || second[j] === 0) continue;
      const a = Math.sign((first[i] ?? 0) - (first[j] ?? 0));
      const b = Math.sign((second[i] ?? 0) - (second[j] ?? 0));
      if (a * b < 0) distance.discordant += 1;
      else if (a * b > 0) distance.concordant += 1;
      else if (a !== b) distance.tiedInOne += 1;
    }
  return distance;
}
