import { type ReliabilityData, reliabilityData } from "./reliability-data.ts";

/** Sets that coders gave to units. Each different set is a category of `data`; sets[category] holds its codes. */
export type SetReliabilityData = { data: ReliabilityData; sets: ReadonlySet<number>[] };

/**
 * Takes in sets of codes: units × coders. An empty set says "looked, found none"; null says "not coded by this coder".
 *
 * Shape: rows[unit][coder] = codes in any order. For α pass `setDistance` of two of the sets as distance.
 * @throws RangeError if rows differ in length
 * @example setReliabilityData([[[1, 2], [2, 1]], [[], null]]).sets.length // 2
 */
export function setReliabilityData(
  rows: readonly (readonly (readonly number[] | null)[])[],
): SetReliabilityData {
  const categoryOf = new Map<string, number>();
  const sets: ReadonlySet<number>[] = [];
  const cells = rows.map((row) =>
    row.map((codes) => {
      if (codes === null) return null;
      const set = new Set([...codes].sort((a, b) => a - b));
      const key = [...set].join();
      const known = categoryOf.get(key) ?? sets.length;
      if (known === sets.length) {
        categoryOf.set(key, known);
        sets.push(set);
      }
      return known;
    }),
  );
  return { data: reliabilityData(cells), sets };
}
