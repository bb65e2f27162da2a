/**
 * Items of a class in levels, from the highest: items of a lower level were practically never chosen before those above.
 *
 * More than one level means that the maximum lies on the boundary: how far the levels are apart cannot be known. A gap
 * counts if the class (so many respondents) would be expected to bridge it less than once in twenty times.
 */
export function worthLevels(logWorths: Float64Array, respondents: number): number[][] {
  const widest = Math.log(Math.max(20, respondents)) + 3;
  const order = [...logWorths.keys()].sort((a, b) => (logWorths[b] ?? 0) - (logWorths[a] ?? 0));
  const levels: number[][] = [];
  let above = Infinity;
  for (const item of order) {
    const logWorth = logWorths[item] ?? 0;
    const level = levels.at(-1);
    if (level === undefined || above - logWorth > widest) levels.push([item]);
    else level.push(item);
    above = logWorth;
  }
  return levels.map((level) => level.sort((a, b) => a - b));
}
