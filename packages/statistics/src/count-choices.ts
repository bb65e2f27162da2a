import { collectSets } from "./choice-counts/collect-sets.ts";
import { collectTable } from "./choice-counts/collect-table.ts";
import { type ChoiceCounts, mostTableItems, type TieModel } from "./choice-counts.ts";
import type { Rankings } from "./rankings.ts";

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
