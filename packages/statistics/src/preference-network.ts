import type { ChoiceCounts } from "./choice-counts.ts";

/**
 * Who was ever preferred to whom, by groups of items.
 *
 * `parts`: items compared with each other, directly or through others; between parts nothing was compared.
 * `components`: items between which preferences lead in a circle; from an earlier component to a later one they lead
 * only down. Worths by maximum likelihood exist only if there is one component. Items are indices, ascending.
 */
export type PreferenceNetwork = { parts: number[][]; components: number[][] };

/**
 * Finds the parts and components of the comparisons made.
 *
 * Ties: a tie compares two items without preferring one, so it leads both ways.
 * Source: Ford (1957), American Mathematical Monthly 64(8), 28–33; Hunter (2004), assumption 1; components by
 * Tarjan (1972), SIAM Journal on Computing 1(2), 146–160.
 * @example preferenceNetwork(choiceCounts(all)).components.length === 1 // worths exist
 */
export function preferenceNetwork(
  counts: Pick<ChoiceCounts, "itemCount" | "over" | "tiedPair">,
): PreferenceNetwork {
  const { itemCount: k, over, tiedPair } = counts;
  const leads = Array.from({ length: k }, (_, from) =>
    others(k, (to) => over[from * k + to] === 1 || tiedPair[from * k + to] === 1),
  );
  const either = leads.map((list, item) => [
    ...list,
    ...others(k, (other) => leads[other]?.includes(item) === true),
  ]);
  const parts = strongComponents(either).sort(([a = 0], [b = 0]) => a - b);
  return { parts, components: strongComponents(leads) };
}

function others(k: number, isLinked: (item: number) => boolean): number[] {
  return Array.from({ length: k }, (_, item) => item).filter(isLinked);
}

/** Tarjan's algorithm finds a component after all those below it; the list is turned, so that the top comes first. */
function strongComponents(leads: readonly (readonly number[])[]): number[][] {
  const found: number[][] = [];
  const order = new Map<number, number>();
  const open: number[] = [];
  const visit = (item: number): number => {
    const place = order.size;
    order.set(item, place);
    open.push(item);
    let low = place;
    for (const next of leads[item] ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low === place) found.push(open.splice(open.indexOf(item)).sort((a, b) => a - b));
    return low;
  };
  for (const item of leads.keys()) if (!order.has(item)) visit(item);
  return found.reverse();
}
