/** Distances between sets of codes. "nominal" asks only whether two sets are the same. */
export type SetDistance = "nominal" | "jaccard" | "masi";

/**
 * How far two sets of codes lie apart: 0 for the same set, 1 for sets that share nothing.
 *
 * jaccard: 1 − |A ∩ B| / |A ∪ B|. masi: 1 − m · |A ∩ B| / |A ∪ B| with m = 1 for the same set, 2/3 if one holds the other,
 * 1/3 if they overlap, 0 if they share nothing. Two empty sets are the same set; an empty set shares nothing with others.
 * Source: Jaccard (1912); Passonneau (2006), Measuring agreement on set-valued items (MASI), LREC. Other programs call other
 * formulas MASI, such as m · (1 − |A ∩ B| / |A ∪ B|).
 * @example setDistance(new Set([1]), new Set([1, 2]), "masi") // 0.666…
 */
export function setDistance(
  set: ReadonlySet<number>,
  other: ReadonlySet<number>,
  distance: SetDistance,
): number {
  let shared = 0;
  for (const code of set) if (other.has(code)) shared += 1;
  if (shared === set.size && shared === other.size) return 0;
  if (shared === 0 || distance === "nominal") return 1;
  const similarity = shared / (set.size + other.size - shared);
  if (distance === "jaccard") return 1 - similarity;
  const isPart = shared === set.size || shared === other.size;
  return 1 - similarity * (isPart ? 2 / 3 : 1 / 3);
}
