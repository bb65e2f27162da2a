import type { ItemMemory } from "../disclosure/next-release.ts";
import type { TableMemory } from "../disclosure/release-table.ts";
import { countOf, itemSystem, type NamedTable, tablesEver, tablesOf } from "./item-system.ts";

/** Between what a number of people must lie, given everything published, and what it is. */
export type Attacked = {
  what: string;
  low: number;
  high: number;
  truth: number;
};

/** What an attack on an item found out: of hidden counts, and of those who came to a group between two releases. */
export type ItemAttack = { hidden: Attacked[]; newcomers: Attacked[] };

/**
 * Tries to work out every hidden count of an item, at every release since it has been hidden, and whether all who came
 * to a group between two releases gave the same answer, from everything published so far.
 *
 * `history`: the item after each release. Of newcomers, only answers that all of them gave are tried.
 */
export function attackItem(history: readonly ItemMemory[], mostLeft = 0): ItemAttack {
  const last = history.at(-1);
  if (last === undefined) return { hidden: [], newcomers: [] };
  const system = itemSystem(history, mostLeft);
  const ever = tablesEver(history).sort((a, b) => b.table.release - a.table.release);
  const hidden = tablesOf(last).flatMap((named) => {
    const own = ever.filter(({ group }) => group === named.group).map(({ table }) => table);
    return hiddenCells(named.table).flatMap(({ rows, columns }) =>
      sinceHidden(own, rows, columns).map((table) => {
        const at = table.release;
        const [low, high] = system.bounds({
          group: named.group,
          at,
          rows,
          columns,
        });
        const what = `${named.group}: ${rows} of ${columns} in ${at}`;
        return { what, low, high, truth: countOf(table, rows, columns) };
      }),
    );
  });
  const newcomers = tablesOf(last).flatMap((named) =>
    unanimous(named, ever).map(({ rows, columns, since, came }) => {
      const sum = {
        group: named.group,
        at: named.table.release,
        rows,
        columns,
      };
      const [low, high] = system.boundsOfChange(sum, since);
      return {
        what: `${named.group}: ${rows} of ${columns} since ${since}`,
        low,
        high,
        truth: came,
      };
    }),
  );
  system.close();
  return { hidden, newcomers };
}

/** Hidden cells of a table, as answers and categories. */
export function hiddenCells(table: TableMemory): { rows: number[]; columns: number[] }[] {
  return table.rows.flatMap((rows, r) =>
    table.columns.flatMap((columns, c) => (table.hidden[r]?.[c] ? [{ rows, columns }] : [])),
  );
}

/** The releases, newest first, in which the same cell was hidden without a gap. */
function sinceHidden(
  tables: readonly TableMemory[],
  rows: readonly number[],
  columns: readonly number[],
): TableMemory[] {
  const end = tables.findIndex(
    (table) =>
      !hiddenCells(table).some(
        (cell) => `${cell.rows}` === `${rows}` && `${cell.columns}` === `${columns}`,
      ),
  );
  return end < 0 ? [...tables] : tables.slice(0, end);
}

/** Answers that everybody gave who came to a group between an earlier release that showed it and the last one. */
function unanimous({ group, table }: NamedTable, ever: readonly NamedTable[]) {
  const earlier = ever.filter((one) => one.group === group && one.table.release < table.release);
  return earlier.flatMap(({ table: then }) =>
    table.columns
      .filter((columns) => then.columns.some((others) => `${others}` === `${columns}`))
      .flatMap((columns) => {
        const sum = ({ answered }: TableMemory) =>
          columns.reduce((total, place) => total + (answered[place] ?? 0), 0);
        const came = sum(table) - sum(then);
        const all = [...table.counts.keys()].filter(
          (row) => countOf(table, [row], columns) - countOf(then, [row], columns) === came,
        );
        return came > 0
          ? all.map((row) => ({
              rows: [row],
              columns,
              since: then.release,
              came,
            }))
          : [];
      }),
  );
}
