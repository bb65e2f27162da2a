import type { LocalizedText } from "@mehrwert/study";
import { type Block, sumAt } from "./blocks.ts";
import type { ItemMemory, StudyMemory } from "./next-release.ts";
import { notShown } from "./not-shown.ts";
import { lastShown } from "./release-breakdown.ts";
import type { TableMemory } from "./release-table.ts";
import type { DisclosureRules } from "./rules.ts";
import {
  type ShownBase,
  type ShownMean,
  type ShownShare,
  shownBase,
  shownMean,
  shownShare,
} from "./shown-figures.ts";
import type { ItemCounts } from "./study-counts.ts";

/** One group or everybody: several categories are hidden ones, shown together. */
export type ShownColumn = {
  categories: string[];
  base: ShownBase;
  /** One per row; undefined where it is hidden. */
  shares: (ShownShare | undefined)[];
  mean?: ShownMean;
};

/** A table for readers. `release`: of when it is; rows with several answers are shown together. */
export type ShownTable = {
  release: number;
  rows: string[][];
  columns: ShownColumn[];
  /** What a reader has to know of it: that something is hidden, that it is of an earlier release. */
  notes: LocalizedText[];
};

/** The groups of a variable for readers, as of a release; without any if they are not shown. */
export type ShownGrouping = {
  id: string;
  release?: number;
  groups: { categories: string[]; size: ShownBase }[];
  notes: LocalizedText[];
};

/** A question for readers: what may be shown of it, and why something may not. */
export type ShownItem = {
  id: string;
  all?: ShownTable;
  by: { grouping: string; table?: ShownTable; notes: LocalizedText[] }[];
  notes: LocalizedText[];
};

/** Everything that may be shown of a study at one time, open answers aside. `release`: 0 while there is none. */
export type ShownTables = {
  release: number;
  responses?: ShownBase;
  groupings: ShownGrouping[];
  items: ShownItem[];
  notes: LocalizedText[];
};

/**
 * What readers may see of everything released.
 *
 * Bases and shares are rounded as `shownBase` and `shownShare` say; means follow from what is shown.
 * @param memory undefined while nothing is released
 */
export function shownTables(memory: StudyMemory | undefined, rules: DisclosureRules): ShownTables {
  if (memory === undefined)
    return { release: 0, groupings: [], items: [], notes: [notShown("study", rules)] };
  const { counts, release } = memory;
  return {
    release,
    responses: shownBase(counts.responses),
    groupings: counts.groupings.map((grouping, variable) =>
      shownGrouping(memory, grouping, variable, rules),
    ),
    items: counts.items.map((item) =>
      shownItem(
        item,
        memory.items.find(({ id }) => id === item.id),
        memory,
        rules,
      ),
    ),
    notes: [notShown("next", rules)],
  };
}

function shownGrouping(
  { groups, release: newest }: StudyMemory,
  { id, categories }: { id: string; categories: readonly string[] },
  variable: number,
  rules: DisclosureRules,
): ShownGrouping {
  const last = lastShown(groups, variable);
  if (last === undefined) return { id, groups: [], notes: [notShown("breakdown", rules)] };
  const sizes = last.sizes[variable] ?? [];
  const hidden = last.hidden[variable] ?? [];
  const shown = [...hidden.keys()].filter((place) => !hidden[place]);
  const rest = [...hidden.keys()].filter((place) => hidden[place]);
  const group = (places: Block) => ({
    categories: named(categories, places),
    size: shownBase(sumAt(sizes, places)),
  });
  return {
    ...{ id, release: last.release },
    groups: [
      ...shown.map((place) => group([place])),
      ...(sumAt(sizes, rest) > 0 ? [group(rest)] : []),
    ],
    notes: [
      ...(sumAt(sizes, rest) > 0 ? [notShown("group", rules)] : []),
      ...(last.release < newest ? [notShown("earlier", rules)] : []),
    ],
  };
}

function shownItem(
  item: ItemCounts,
  memory: ItemMemory | undefined,
  { counts: { groupings }, groups, release }: StudyMemory,
  rules: DisclosureRules,
): ShownItem {
  if (memory === undefined) return { id: item.id, by: [], notes: [notShown("question", rules)] };
  return {
    id: item.id,
    all: shownTable(memory.all, item, undefined, release, rules),
    by: groupings.map(({ id, categories }, variable) => {
      const breakdown = lastShown(groups, variable)?.release ?? 0;
      const table = memory.by[variable] ?? undefined;
      if (table === undefined) return { grouping: id, notes: [notShown("table", rules)] };
      return {
        grouping: id,
        table: shownTable(table, item, categories, breakdown, rules),
        notes: [],
      };
    }),
    notes: [],
  };
}

/** @param categories names of the columns; absent where everybody is one */
function shownTable(
  table: TableMemory,
  { rows: codes, values }: ItemCounts,
  categories: readonly string[] | undefined,
  newest: number,
  rules: DisclosureRules,
): ShownTable {
  const { rows, columns, hidden, counts, answered, release } = table;
  const isPartial = hidden.flat().includes(true);
  return {
    release,
    rows: rows.map((places) => named(codes, places)),
    columns: columns.map((places, c) => {
      const base = sumAt(answered, places);
      const cells = rows.map((row, r) => ({
        values: row.map((place) => values?.[place] ?? null),
        count: hidden[r]?.[c]
          ? undefined
          : row.reduce((sum, place) => sum + sumAt(counts[place] ?? [], places), 0),
      }));
      const mean = values === undefined ? undefined : shownMean(cells, base, rules);
      return {
        categories: categories === undefined ? [] : named(categories, places),
        base: shownBase(base),
        shares: cells.map(({ count }) =>
          count === undefined ? undefined : shownShare(count, base),
        ),
        ...(mean !== undefined && { mean }),
      };
    }),
    notes: [
      ...(isPartial ? [notShown("answer", rules)] : []),
      ...(release < newest ? [notShown("earlier", rules)] : []),
    ],
  };
}

function named(names: readonly string[], places: Block): string[] {
  return places.flatMap((place) => names[place] ?? []);
}
