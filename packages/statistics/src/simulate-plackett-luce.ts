import { rankings } from "./build-rankings.ts";
import type { Rankings } from "./rankings.ts";

/**
 * Draws rankings that follow the Plackett–Luce model with the given log-worths; whole, or only the first `top` places.
 *
 * Source: exponential arrival times (Luce 1959; as in Yellott 1977, J. Mathematical Psychology 15, 109–144).
 * @throws RangeError if there are no items, or fewer than one place
 * @example simulatePlackettLuce({ logWorths: [1, 0, -1], n: 100, random: seededRandom(1) })
 */
export function simulatePlackettLuce(input: {
  logWorths: ArrayLike<number>;
  n: number;
  random: () => number;
  top?: number;
}): Rankings {
  const { logWorths, n, random } = input;
  const k = logWorths.length;
  const top = input.top ?? k;
  if (!(top >= 1)) throw new RangeError("simulatePlackettLuce requires at least one place");
  const rows = Array.from({ length: n }, () => drawRow(logWorths, random, top));
  const result = rankings({ itemCount: k, rows, unranked: "below" });
  if (!result.ok) throw new RangeError("simulatePlackettLuce requires finite log-worths");
  return result.rankings;
}

function drawRow(logWorths: ArrayLike<number>, random: () => number, top: number): number[] {
  const arrivals = Array.from(logWorths, (logWorth, item) => ({
    item,
    time: -Math.log(1 - random()) / Math.exp(logWorth),
  }));
  arrivals.sort((a, b) => a.time - b.time);
  const ranks = new Array<number>(arrivals.length).fill(0);
  for (const [place, { item }] of arrivals.slice(0, top).entries()) ranks[item] = place + 1;
  return ranks;
}
