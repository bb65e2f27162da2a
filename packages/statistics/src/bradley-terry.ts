import { rankings } from "./build-rankings.ts";
import {
  type NoPlackettLuceFit,
  type PlackettLuceFit,
  type PlackettLuceOptions,
  plackettLuce,
} from "./plackett-luce.ts";

/** One comparison of two items (indices); `tied`: no preference. `count`: how often it came out so. */
export type PairedComparison = { winner: number; loser: number; tied?: boolean; count?: number };

/**
 * Bradley–Terry worths from paired comparisons: the Plackett–Luce model when only two items are faced at a time.
 *
 * Ties: Davidson's model, with one tie parameter. n counts comparisons.
 * Source: Bradley and Terry (1952), Biometrika 39, 324–345; Davidson (1970), J. American Statistical Association 65.
 * @throws RangeError if an item is compared with itself, is none of the items, or a count is not a whole number from 1
 * @returns `exists: false` as in `plackettLuce`
 * @example bradleyTerry(2, [{ winner: 0, loser: 1, count: 3 }, { winner: 1, loser: 0 }]) // worth [0.75, 0.25]
 */
export function bradleyTerry(
  itemCount: number,
  comparisons: readonly PairedComparison[],
  options: Pick<PlackettLuceOptions, "prior" | "pseudoRankings" | "ties"> = {},
): PlackettLuceFit | NoPlackettLuceFit {
  const rows = comparisons.map(({ winner, loser, tied }) => {
    const row = new Array<number>(itemCount).fill(0);
    row[winner] = 1;
    row[loser] = tied === true ? 1 : 2;
    if (winner === loser || row.length !== itemCount)
      throw new RangeError("bradleyTerry requires two different items in each comparison");
    return row;
  });
  const result = rankings({
    itemCount,
    rows,
    unranked: "not-presented",
    counts: comparisons.map(({ count }) => count ?? 1),
  });
  if (!result.ok) throw new RangeError("bradleyTerry requires items from 0 and counts from 1");
  return plackettLuce(result.rankings, options);
}
