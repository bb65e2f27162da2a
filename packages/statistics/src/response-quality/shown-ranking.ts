/**
 * One respondent's ranking with the order in which the items were shown.
 *
 * presented[place] = item index; ranks[item] = rank, 1 = most valued, `undefined` = not placed.
 */
export type ShownRanking = {
  presented: readonly number[];
  ranks: readonly (number | undefined)[];
};

/**
 * Ranks by place on the screen: result[place] = rank of the item shown there.
 *
 * @throws RangeError if the presented order does not name every item once
 * @example ranksByPlace({ presented: [2, 0, 1], ranks: [1, 2, 3] }) // [3, 1, 2]
 */
export function ranksByPlace({ presented, ranks }: ShownRanking): (number | undefined)[] {
  const isOrder = presented.length === ranks.length && presented.every((item) => item in ranks);
  if (!isOrder || new Set(presented).size !== presented.length)
    throw new RangeError("a shown ranking requires an order that names every item once");
  return presented.map((item) => ranks[item]);
}
