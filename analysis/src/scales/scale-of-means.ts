/** Mean of an item as it was released; with `within`, the true one lies that far around it at most. */
export type ItemMean = { mean: number; within?: number; isReversed: boolean };

/**
 * Mean of a scale from the means of its items, and from nothing else: whoever sees those could compute it.
 *
 * Reverse-keyed items are turned at the ends of the response scale, `range`. Where everybody answered every item it
 * equals the mean of the people's scores; where some left items out it weighs items alike, not people.
 * @returns undefined without items; rounded to two decimals, `within` likewise
 * @example scaleOfMeans([{ mean: 4, isReversed: false }, { mean: 2, isReversed: true }], [1, 5]) // { mean: 4 }
 */
export function scaleOfMeans(
  items: readonly ItemMean[],
  [low, high]: readonly [number, number],
): { mean: number; within?: number } | undefined {
  if (items.length === 0) return undefined;
  const turned = items.map(({ mean, isReversed }) => (isReversed ? low + high - mean : mean));
  const mean = round(turned.reduce((sum, each) => sum + each, 0) / items.length);
  const within = items.reduce((sum, each) => sum + (each.within ?? 0), 0) / items.length;
  return within === 0 ? { mean } : { mean, within: Math.ceil(100 * within) / 100 };
}

const round = (value: number) => Math.round(100 * value) / 100;
