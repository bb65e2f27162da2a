import { collectSets, collectTable } from "./choice-counts/collect-choices.ts";
import type { Rankings } from "./rankings.ts";

/**
 * All that Plackett–Luce likelihoods need of the data: how often each item was chosen, how often each set was faced.
 *
 * Sets: set s holds the items setItems[setStarts[s] … setStarts[s + 1] − 1] (at least two, ascending),
 * and was faced faced[s] times.
 * chosen[item]: choices of the item; under "davidson" a tie of d gives each of its items 1/d, under "breslow" 1.
 * tieOrders, tied: sizes of ties that occur (from 2), and how often; empty under "breslow".
 * over[i × itemCount + j] = 1: i was chosen at least once with j left over; tiedPair: i and j were tied once.
 * Counts are sums of counts × weights.
 */
export type ChoiceCounts = {
  itemCount: number;
  n: number;
  choices: number;
  chosen: Float64Array;
  setStarts: Uint32Array;
  setItems: Uint16Array;
  faced: Float64Array;
  tieOrders: readonly number[];
  tied: Float64Array;
  over: Uint8Array;
  tiedPair: Uint8Array;
};

/** Davidson–Luce: a tie is an outcome of its own. Breslow: tied items are each chosen from the same set. */
export type TieModel = "davidson" | "breslow";

/** Up to this many items, sets are addresses in a table (2¹⁶ × 16 cells); beyond, only the sets met are kept. */
export const mostTableItems = 16;

/**
 * Counts the choices in rankings, in one pass; everything after it costs the same for ten and for a million respondents.
 *
 * Missing: with "below", unranked items are left over in every choice; with "not-presented" they were never faced.
 * A choice from a single item says nothing and is not counted.
 * Source: Plackett (1975), Luce (1959); sufficient counts as in Hunter (2004), Annals of Statistics 32(1), section 5;
 * ties: Turner, van Etten, Firth and Kosmidis (2020), Computational Statistics 35, 1027–1057; Breslow (1974).
 * @example choiceCounts(all).chosen // how often each item was chosen
 */
export function choiceCounts(all: Rankings, options: { ties?: TieModel } = {}): ChoiceCounts {
  const ties = options.ties ?? "davidson";
  return all.itemCount <= mostTableItems ? collectTable(all, ties) : collectSets(all, ties);
}
