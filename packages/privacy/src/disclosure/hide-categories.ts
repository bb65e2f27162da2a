import { columnBlocks, sumAt } from "./blocks.ts";
import type { DisclosureRules } from "./rules.ts";

/**
 * Which categories of a breakdown stay hidden so that no small group is shown or can be computed.
 *
 * Hidden are categories with fewer people than the minimum, those that `start` asks for, and as many more, the smallest
 * first, as it takes until the hidden ones are nobody at all, or at least the minimum in two categories or more that
 * somebody is in, and until `findTelling` finds nothing more to hide. Ties: the earlier category is hidden first.
 * An empty category is hidden like one of nine; if all hidden ones are empty, that is known from the others anyway.
 *
 * Shape: sizes[category] = people, "no answer" included. `findTelling` gets what is hidden so far and returns
 * categories of which one has to be hidden too.
 * @returns undefined if nothing can be shown
 * @example hideCategories([40, 30, 12, 4], rules) // [false, false, true, true]: 12 alone would be 86 − 40 − 30 − 4
 */
export function hideCategories(
  sizes: readonly number[],
  rules: DisclosureRules,
  {
    start = [],
    findTelling = () => [],
  }: {
    start?: readonly boolean[];
    findTelling?: (hidden: readonly boolean[]) => readonly number[];
  } = {},
): boolean[] | undefined {
  const hidden = sizes.map((size, place) => start[place] === true || size < rules.minimum);
  for (;;) {
    const shown = [...sizes.keys()].filter((place) => hidden[place] !== true);
    if (shown.length === 0) return undefined;
    const toHide = hasSafeRest(sizes, hidden, rules) ? findTelling(hidden) : shown;
    if (toHide.length === 0) return hidden;
    const among = shown.filter((place) => toHide.includes(place));
    const next = smallest(sizes, among.length > 0 ? among : shown);
    hidden[next] = true;
  }
}

/** Whether a breakdown has at least two groups to compare. */
export function hasGroups(sizes: readonly number[], hidden: readonly boolean[]): boolean {
  return columnBlocks(sizes, hidden).length > 1;
}

function hasSafeRest(
  sizes: readonly number[],
  hidden: readonly boolean[],
  { minimum }: DisclosureRules,
): boolean {
  const rest = [...sizes.keys()].filter((place) => hidden[place] && (sizes[place] ?? 0) > 0);
  return rest.length === 0 || (rest.length > 1 && sumAt(sizes, rest) >= minimum);
}

function smallest(sizes: readonly number[], places: readonly number[]): number {
  return places.reduce((least, place) =>
    (sizes[place] ?? 0) < (sizes[least] ?? 0) ? place : least,
  );
}
