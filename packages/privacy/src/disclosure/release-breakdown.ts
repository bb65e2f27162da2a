import { type Breakdown, type Known, telling } from "./differencing.ts";
import { hasGroups, hideCategories } from "./hide-categories.ts";
import type { DisclosureRules } from "./rules.ts";

/** How many people are in which category of each grouping variable, and in which two categories at once. */
export type GroupCounts = {
  people: number;
  /** sizes[variable][category] */
  sizes: readonly (readonly number[])[];
  /** overlaps[variable][later variable][category][its category]; never published. */
  overlaps: Overlaps;
  /** Responses withdrawn from the study, ever. */
  withdrawn: number;
};

export type Overlaps = readonly (readonly (readonly (readonly number[])[])[])[];

/** What was published in one release: how many people there were, and the groups that were shown. */
export type GroupRelease = GroupCounts & {
  release: number;
  /** hidden[variable][category]; null where nothing of a variable was shown. */
  hidden: (boolean[] | null)[];
};

/**
 * Which groups may be shown now, of every grouping variable: together, because nested groups of two variables could
 * be subtracted as well.
 *
 * Variables that were shown last come first, then the others in order; one that cannot be shown beside them is not.
 * @param past all releases so far, oldest first
 * @param start categories hidden already
 * @param mayHide whether a group that was shown may disappear; if not, its variable is not renewed
 * @returns hidden[variable][category], null where nothing of a variable may be shown; undefined if not even the number
 * of everybody may be
 */
export function releaseBreakdown(
  past: readonly GroupRelease[],
  now: GroupCounts,
  rules: DisclosureRules,
  { start, mayHide }: { start?: readonly (boolean[] | null)[]; mayHide: boolean },
): (boolean[] | null)[] | undefined {
  if (!mayShowEverybody(past, now, rules)) return undefined;
  const chosen: (boolean[] | null)[] = now.sizes.map(() => null);
  const last = now.sizes.map((_, variable) => lastShown(past, variable)?.hidden[variable]);
  const order = [...now.sizes.keys()].sort((a, b) => Number(!!last[b]) - Number(!!last[a]));
  for (const variable of order) {
    const own = start?.[variable];
    if (own === null) continue;
    const sizes = now.sizes[variable] ?? [];
    const hidden = hideCategories(sizes, rules, {
      ...(own !== undefined && { start: own }),
      findTelling: (tried) => {
        for (const known of knownBeside(past, now, chosen, variable)) {
          const found = telling(known, { sizes, hidden: tried }, rules);
          if (found.length > 0) return found;
        }
        return [];
      },
    });
    if (hidden === undefined || !hasGroups(sizes, hidden)) continue;
    const isLost = last[variable]?.some((was, place) => !was && hidden[place]) === true;
    if (!isLost || mayHide) chosen[variable] = hidden;
  }
  return chosen;
}

/** The last release that showed groups of a variable. */
export function lastShown(
  past: readonly GroupRelease[],
  variable: number,
): GroupRelease | undefined {
  return past.findLast(({ hidden }) => (hidden[variable] ?? null) !== null);
}

function mayShowEverybody(
  past: readonly GroupRelease[],
  now: GroupCounts,
  rules: DisclosureRules,
): boolean {
  const breakdown = { sizes: [now.people], hidden: [false] };
  return (
    now.people >= rules.minimum &&
    past.every(({ people, withdrawn }) => {
      const earlier = { sizes: [people], hidden: [false] };
      const isExact = withdrawn === now.withdrawn;
      return (
        telling(sameVariable(earlier, breakdown.sizes, isExact), breakdown, rules).length === 0
      );
    })
  );
}

/** Everything that the groups of a variable can be subtracted from: what was shown before, and other groups now. */
function* knownBeside(
  past: readonly GroupRelease[],
  now: GroupCounts,
  chosen: readonly (boolean[] | null)[],
  variable: number,
): Generator<Known> {
  const sizes = now.sizes[variable] ?? [];
  for (const then of [...past, { ...now, hidden: [...chosen] }]) {
    const own = then.sizes[variable] ?? [];
    const known = {
      newcomers: sizes.map((size, place) => size - (own[place] ?? 0)),
      isExact: then.withdrawn === now.withdrawn,
      isSame: false,
    };
    yield { ...known, breakdown: { sizes: [then.people], hidden: [false] }, overlap: [own] };
    for (const [other, hidden] of then.hidden.entries()) {
      if (hidden === null) continue;
      const breakdown: Breakdown = { sizes: then.sizes[other] ?? [], hidden };
      yield other === variable
        ? sameVariable(breakdown, sizes, known.isExact)
        : { ...known, breakdown, overlap: overlapOf(then, other, variable) };
    }
  }
}

/** overlap[category of one variable][category of the other] */
function overlapOf({ overlaps, sizes }: GroupCounts, one: number, other: number): number[][] {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const counts = overlaps[first]?.[second] ?? [];
  return (sizes[one] ?? []).map((_, row) =>
    (sizes[other] ?? []).map(
      (_size, column) => (one < other ? counts[row]?.[column] : counts[column]?.[row]) ?? 0,
    ),
  );
}

/** An earlier breakdown by the same variable: nobody changes the category. */
function sameVariable(earlier: Breakdown, sizes: readonly number[], isExact: boolean): Known {
  return {
    breakdown: earlier,
    overlap: earlier.sizes.map((size, row) =>
      sizes.map((_, column) => (row === column ? size : 0)),
    ),
    newcomers: sizes.map((size, place) => size - (earlier.sizes[place] ?? 0)),
    ...{ isExact, isSame: true },
  };
}
