import { preferenceCounts } from "./consensus/preference-counts.ts";
import type { Rankings } from "./rankings.ts";

/**
 * Result of all majority duels. winner: the item that wins every duel. topItems: the smallest group that wins every
 * duel against those outside (the winner alone, or a circle of items, or items that tie).
 */
export type CondorcetResult = { winner?: number; topItems: number[] };

/**
 * Condorcet winner: the item that a majority prefers to each other item, if there is one.
 *
 * Each pair is decided by the respondents who compared it; a pair that nobody compared counts as undecided.
 * Source: Condorcet (1785); smallest dominating set: Smith (1973), Econometrica 41, 1027–1041.
 * @example condorcetWinner(all).winner // 3
 */
export function condorcetWinner(all: Rankings): CondorcetResult {
  const k = all.itemCount;
  const preferred = preferenceCounts(all);
  const wins = (i: number, j: number) => (preferred[i * k + j] ?? 0) > (preferred[j * k + i] ?? 0);
  const items = Array.from({ length: k }, (_, item) => item);
  const winCounts = items.map((i) => items.filter((j) => wins(i, j)).length);
  const most = Math.max(...winCounts);
  // Whoever wins most duels belongs to the group; so does everyone whom a member does not beat.
  const top = new Set(items.filter((item) => winCounts[item] === most));
  for (const member of top)
    for (const other of items) if (other !== member && !wins(member, other)) top.add(other);
  const topItems = [...top].sort((a, b) => a - b);
  const [winner] = topItems;
  return topItems.length === 1 && winner !== undefined ? { winner, topItems } : { topItems };
}
