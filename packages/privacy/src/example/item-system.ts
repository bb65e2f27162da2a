import type { ItemMemory } from "../disclosure/next-release.ts";
import type { TableMemory } from "../disclosure/release-table.ts";
import { integerBounds, type KnownSum } from "./integer-bounds.ts";

/** A table of an item: of everybody (-1) or by a grouping variable. */
export type NamedTable = { group: number; table: TableMemory };

/** A sum of people: with one of these answers, in one of these categories, up to a release. */
export type PeopleSum = {
  group: number;
  at: number;
  rows: readonly number[];
  columns: readonly number[];
};

/** All tables of an item as it stands. */
export function tablesOf({ all, by }: ItemMemory): NamedTable[] {
  return [
    { group: -1, table: all },
    ...by.flatMap((table, group) => (table === null ? [] : [{ group, table }])),
  ];
}

/** All tables of an item that were ever released, each once. */
export function tablesEver(history: readonly ItemMemory[]): NamedTable[] {
  const seen = new Map<string, NamedTable>();
  for (const one of history)
    for (const named of tablesOf(one)) seen.set(`${named.group} ${named.table.release}`, named);
  return [...seen.values()];
}

/** What a table says of a cell, hidden or not. */
export function countOf(
  { counts }: TableMemory,
  rows: readonly number[],
  columns: readonly number[],
): number {
  return rows.reduce(
    (total, row) => total + columns.reduce((sum, place) => sum + (counts[row]?.[place] ?? 0), 0),
    0,
  );
}

/**
 * Everything published of an item with one answer each, as equations over the numbers of people who came between two
 * releases, by answer and category of every grouping variable at once.
 *
 * Known are all shown cells and the bases of all tables, which tables were renewed when, and that nobody leaves; with
 * `mostLeft`, that so many at most have left between two releases.
 */
export function itemSystem(history: readonly ItemMemory[], mostLeft = 0) {
  const tables = tablesEver(history);
  const releases = [...new Set(tables.map(({ table }) => table.release))].sort((a, b) => a - b);
  const rows = Math.max(...tables.map(({ table }) => table.counts.length));
  const groups = (history.at(-1)?.by ?? []).map((_, group) =>
    Math.max(1, ...tables.flatMap((one) => (one.group === group ? one.table.answered.length : []))),
  );
  const combinations = groups.reduce((product, length) => product * length, 1);
  const perSlice = rows * combinations;
  const size = releases.length * perSlice;
  const categoryOf = (combination: number, group: number) => {
    const below = groups.slice(0, group).reduce((product, length) => product * length, 1);
    return Math.floor(combination / below) % (groups[group] ?? 1);
  };
  const terms = ({ group, at, rows: own, columns }: PeopleSum): KnownSum["terms"] => {
    const places = [...Array(combinations).keys()].filter(
      (one) => group < 0 || columns.includes(categoryOf(one, group)),
    );
    const slices = [...releases.keys()].filter((slice) => (releases[slice] ?? 0) <= at);
    return slices.flatMap((slice) =>
      own.flatMap((row) =>
        places.flatMap((place): KnownSum["terms"] => {
          const variable = slice * perSlice + row * combinations + place;
          return mostLeft > 0
            ? [
                [variable, 1],
                [size + variable, -1],
              ]
            : [[variable, 1]];
        }),
      ),
    );
  };
  const known = tables.flatMap((named) => published(named, rows, terms));
  const left: KnownSum[] = releases.map((_, slice) => ({
    terms: [...Array(perSlice).keys()].map((one) => [size + slice * perSlice + one, 1]),
    ...{ low: 0, high: mostLeft },
  }));
  const solver = integerBounds(
    mostLeft > 0 ? 2 * size : size,
    mostLeft > 0 ? [...known, ...left] : known,
  );
  return {
    bounds: (sum: PeopleSum) => solver.of(terms(sum)),
    boundsOfChange: (sum: PeopleSum, since: number) =>
      solver.of([...terms(sum), ...terms({ ...sum, at: since }).map(negative)]),
    close: solver.close,
  };
}

function negative([variable, factor]: [number, number]): [number, number] {
  return [variable, -factor];
}

/** The equations of one table: the base of every column, and every shown cell. */
function published(
  { group, table }: NamedTable,
  rows: number,
  terms: (sum: PeopleSum) => KnownSum["terms"],
): KnownSum[] {
  const at = table.release;
  const every = [...Array(rows).keys()];
  return table.columns.flatMap((columns, c) => {
    const base = columns.reduce((sum, place) => sum + (table.answered[place] ?? 0), 0);
    const cells = table.rows.flatMap((own, r) => {
      if (table.hidden[r]?.[c]) return [];
      const count = countOf(table, own, columns);
      return [
        {
          terms: terms({ group, at, rows: own, columns }),
          low: count,
          high: count,
        },
      ];
    });
    return [
      {
        terms: terms({ group, at, rows: every, columns }),
        low: base,
        high: base,
      },
      ...cells,
    ];
  });
}
