import type { ItemMemory, StudyMemory } from "../disclosure/next-release.ts";
import type { TableMemory } from "../disclosure/release-table.ts";

/** Answers and categories that are shown as one, in a table as of a release; group -1: everybody. */
export type Cell = {
  group: number;
  release: number;
  rows: readonly number[];
  columns: readonly number[];
  count: number;
  isHidden: boolean;
};

/** A table of an item, as of a release. */
export type Published = { group: number; table: TableMemory };

/** All tables of an item that were ever released, each once, the newest first. */
export function tablesEver(releases: readonly StudyMemory[], item: string): Published[] {
  const seen = new Map<string, Published>();
  for (const { items } of releases)
    for (const one of items.filter(({ id }) => id === item).flatMap(tablesOf))
      seen.set(`${one.group} ${one.table.release}`, one);
  return [...seen.values()].sort((a, b) => b.table.release - a.table.release);
}

function tablesOf({ all, by }: ItemMemory): Published[] {
  const grouped = by.flatMap((table, group) => (table === null ? [] : [{ group, table }]));
  return [{ group: -1, table: all }, ...grouped];
}

/** The cells of a table, hidden ones with what they hide. */
export function cellsOf({ group, table }: Published): Cell[] {
  return table.rows.flatMap((rows, r) =>
    table.columns.map((columns, c) => ({
      ...{ group, release: table.release, rows, columns },
      count: countIn(table, rows, columns),
      isHidden: table.hidden[r]?.[c] === true,
    })),
  );
}

/** How many people gave one of these answers in one of these categories. */
export function countIn(
  { counts }: TableMemory,
  rows: readonly number[],
  columns: readonly number[],
): number {
  return rows.reduce(
    (total, row) => total + columns.reduce((sum, place) => sum + (counts[row]?.[place] ?? 0), 0),
    0,
  );
}

/** How many people in these categories answered. */
export function baseIn({ answered }: TableMemory, columns: readonly number[]): number {
  return columns.reduce((sum, place) => sum + (answered[place] ?? 0), 0);
}
