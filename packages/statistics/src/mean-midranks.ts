import { rowMidranks } from "./rankings/row-midranks.ts";
import type { Rankings } from "./rankings.ts";

/**
 * Mean midrank of each item among those who faced it, weighted if there are weights.
 *
 * Missing: items left unranked below the others share the mean of the places left; items not presented are left out.
 * Ties: midranks.
 * @returns undefined for an item that nobody faced
 * @example meanMidranks(all) // [1.5, 1.5, 3]
 */
export function meanMidranks(all: Rankings): (number | undefined)[] {
  const { itemCount: k, rowCount, counts } = all;
  const { midranks, weightOf } = rowMidranks(all);
  return Array.from({ length: k }, (_, item) => {
    let sum = 0;
    let total = 0;
    for (let row = 0; row < rowCount; row += 1) {
      const weight = (counts?.[row] ?? 1) * (weightOf[row * k + item] ?? 0);
      sum += weight * (midranks[row * k + item] ?? 0);
      total += weight;
    }
    return total > 0 ? sum / total : undefined;
  });
}
