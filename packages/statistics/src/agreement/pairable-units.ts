import type { ReliabilityData } from "./reliability-data.ts";

/**
 * Units with two or more values, the values side by side: those of a unit stand from starts[unit] to starts[unit + 1].
 *
 * `times`: how often each unit counts; absent, every unit counts once.
 */
export type PairableUnits = {
  unitCount: number;
  categoryCount: number;
  starts: Int32Array;
  categories: Int32Array;
  /** The number behind each category. */
  values: Float64Array;
  times?: Uint32Array;
};

/**
 * Leaves out what cannot be compared: empty cells, and units with fewer than two values.
 *
 * @example pairableUnits(reliabilityData([[1, 1], [2, null]])).unitCount // 1
 */
export function pairableUnits(data: ReliabilityData): PairableUnits {
  const { coderCount, categoryCount, cells, values } = data;
  const starts = new Int32Array(data.unitCount + 1);
  const categories = new Int32Array(cells.length);
  let [unitCount, end] = [0, 0];
  for (let first = 0; first < cells.length; first += coderCount) {
    let given = end;
    for (let cell = first; cell < first + coderCount; cell += 1) {
      const category = cells[cell] ?? -1;
      if (category < 0) continue;
      categories[given] = category;
      given += 1;
    }
    if (given - end < 2) continue;
    end = given;
    unitCount += 1;
    starts[unitCount] = end;
  }
  return {
    ...{ unitCount, categoryCount, values },
    ...{ starts: starts.subarray(0, unitCount + 1), categories: categories.subarray(0, end) },
  };
}

/**
 * Merges units with the same values, in an order that depends neither on the order of units nor of coders.
 *
 * @example distinctUnits(pairableUnits(reliabilityData([[1, 2], [2, 1]]))).unitCount // 1
 */
export function distinctUnits(units: PairableUnits): PairableUnits {
  const found = new Map<string, { categories: Int32Array; times: number }>();
  for (let unit = 0; unit < units.unitCount; unit += 1) {
    const categories = units.categories.slice(units.starts[unit], units.starts[unit + 1]).sort();
    const key = categories.join();
    const known = found.get(key);
    if (known === undefined) found.set(key, { categories, times: 1 });
    else known.times += 1;
  }
  const kept = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => unit);
  const starts = new Int32Array(kept.length + 1);
  for (const [unit, { categories }] of kept.entries())
    starts[unit + 1] = (starts[unit] ?? 0) + categories.length;
  const categories = new Int32Array(starts[kept.length] ?? 0);
  for (const [unit, each] of kept.entries()) categories.set(each.categories, starts[unit]);
  const times = Uint32Array.from(kept, (unit) => unit.times);
  return { ...units, unitCount: kept.length, starts, categories, times };
}
