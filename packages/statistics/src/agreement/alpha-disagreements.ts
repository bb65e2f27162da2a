import { differenceOf, sumOfAllDifferences } from "./alpha-difference.ts";
import type { AlphaDifference } from "./alpha-level.ts";
import type { PairableUnits } from "./pairable-units.ts";

/** Observed and expected disagreement; undefined if nothing varies. `ofUnits` if they are known already. */
export function disagreements(
  units: PairableUnits,
  difference: AlphaDifference,
  ofUnits?: Float64Array,
): { observed: number; expected: number } | undefined {
  const found = { counts: countsOf(units), values: units.values };
  const total = found.counts.reduce((sum, count) => sum + count, 0);
  const all = sumOfAllDifferences(difference, found);
  if (!(all > 0)) return undefined;
  const within = ofUnits ?? unitDisagreements(units, differenceOf(difference, found));
  let sum = 0;
  for (let unit = 0; unit < units.unitCount; unit += 1)
    sum += (units.times?.[unit] ?? 1) * (within[unit] ?? 0);
  return { observed: sum / total, expected: all / (total * (total - 1)) };
}

/** For each unit, δ² over its ordered pairs of values, divided by the number of values less one. */
export function unitDisagreements(
  { unitCount, starts, categories }: PairableUnits,
  difference: (category: number, other: number) => number,
): Float64Array {
  const found = new Float64Array(unitCount);
  for (let unit = 0; unit < unitCount; unit += 1) {
    const [start, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
    let sum = 0;
    for (let place = start + 1; place < end; place += 1) {
      const category = categories[place] ?? 0;
      for (let before = start; before < place; before += 1)
        sum += difference(category, categories[before] ?? 0);
    }
    found[unit] = (2 * sum) / (end - start - 1);
  }
  return found;
}

function countsOf({ unitCount, categoryCount, starts, categories, times }: PairableUnits) {
  const counts = new Float64Array(categoryCount);
  for (let unit = 0; unit < unitCount; unit += 1) {
    const weight = times?.[unit] ?? 1;
    const end = starts[unit + 1] ?? 0;
    for (let place = starts[unit] ?? 0; place < end; place += 1) {
      const category = categories[place] ?? 0;
      counts[category] = (counts[category] ?? 0) + weight;
    }
  }
  return counts;
}
