import { type Breakdown, type Known, telling } from "./differencing.ts";
import { hasGroups, hideCategories } from "./hide-categories.ts";
import { sameVariable } from "./release-table.ts";
import type { DisclosureRules } from "./rules.ts";

/** How many people are in which category of each grouping variable, and in which two categories at once. */
export type GroupCounts = {
  /** sizes[variable][category] */
  sizes: readonly (readonly number[])[];
  /** overlaps[variable][other variable][category][other category]; never published. */
  overlaps: readonly (readonly (readonly (readonly number[])[])[])[];
  withdrawn: number;
};

/** The groups that were shown in one release; `hidden` of a variable is null where nothing of it was. */
export type GroupRelease = {
  release: number;
  responses: number;
  sizes: number[][];
  overlaps: number[][][][];
  withdrawn: number;
  hidden: (boolean[] | null)[];
};

/**
 * Which groups may be shown now, of every grouping variable: together, because nested groups of two variables could
 * be subtracted as well.
 *
 * Variables that were shown last come first, then the others in order; one that cannot be shown beside them is not.
 * @param past all releases of groups so far, oldest first
 * @returns hidden[variable][category], null where nothing of a variable may be shown; undefined if nothing is to be
 * released now because a group that was shown would disappear and `mayHide` is false
 */
export function releaseBreakdown(
  past: readonly GroupRelease[],
  now: GroupCounts,
  rules: DisclosureRules,
  mayHide: boolean,
): (boolean[] | null)[] | undefined {
  const chosen: (boolean[] | null)[] = now.sizes.map(() => null);
  const last = past.at(-1);
  const wasShown = (variable: number) => (last?.hidden[variable] ?? null) !== null;
  const order = [...now.sizes.keys()].sort((a, b) => Number(wasShown(b)) - Number(wasShown(a)));
  for (const variable of order) {
    const sizes = now.sizes[variable] ?? [];
    const hidden = hideCategories(sizes, rules, {
      findTelling: (own) => {
        const breakdown = { sizes, hidden: own };
        for (const known of knownBeside(past, now, chosen, variable)) {
          const found = telling(known, breakdown, rules);
          if (found.length > 0) return found;
        }
        return [];
      },
    });
    chosen[variable] = hidden !== undefined && hasGroups(sizes, hidden) ? hidden : null;
    const lost = last?.hidden[variable]?.some(
      (was, place) => !was && !isShown(chosen, variable, place),
    );
    if (lost === true && !mayHide) return undefined;
  }
  return chosen;
}

function isShown(chosen: readonly (boolean[] | null)[], variable: number, place: number): boolean {
  return chosen[variable]?.[place] === false;
}

/** Everything that the groups of a variable can be subtracted from: those shown before, and those of others now. */
function* knownBeside(
  past: readonly GroupRelease[],
  now: GroupCounts,
  chosen: readonly (boolean[] | null)[],
  variable: number,
): Generator<Known> {
  const sizes = now.sizes[variable] ?? [];
  const beside = (
    { sizes: all, overlaps, withdrawn }: GroupCounts,
    hidden: readonly boolean[],
    other: number,
  ): Known => ({
    breakdown: { sizes: all[other] ?? [], hidden },
    overlap: overlaps[other]?.[variable] ?? [],
    newcomers: sizes.map((size, place) => size - (all[variable]?.[place] ?? 0)),
    isExact: withdrawn === now.withdrawn,
    isSame: false,
  });
  for (const [other, hidden] of chosen.entries())
    if (hidden !== null && other !== variable) yield beside(now, hidden, other);
  for (const earlier of past) {
    for (const [other, hidden] of earlier.hidden.entries()) {
      if (hidden === null) continue;
      const breakdown: Breakdown & { withdrawn: number } = {
        ...{
          sizes: earlier.sizes[other] ?? [],
          hidden,
          withdrawn: earlier.withdrawn,
        },
      };
      yield other === variable
        ? sameVariable(breakdown, sizes, now.withdrawn)
        : beside(earlier, hidden, other);
    }
  }
}
