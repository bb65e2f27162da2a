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
