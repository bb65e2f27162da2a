import {
  type CellMemory,
  complements,
  type Demand,
  holdOf,
  prepared,
  type Work,
} from "./held-cells.ts";
import { type HeldCell, type Layer, type Place, withShown } from "./layer.ts";
import type { DisclosureRules } from "./rules.ts";
import { type BlockTable, smallCells } from "./small-cells.ts";

/** hidden[row block][column block], and what has to be remembered to keep it so. */
export type HiddenCells = { hidden: boolean[][]; layers: Layer[]; cells: HeldCell[] };

/** Cells hidden, or the row of one that nothing would keep undetermined. */
export type Suppression = { ok: true; value: HiddenCells } | { ok: false; row: number };

/**
 * Which cells of a table are hidden: those that tell of few people, and as many more as it takes that no count hidden
 * now or in any release before can be narrowed down to fewer than three possible numbers.
 *
 * Whoever tries may know all totals of rows and columns, all shown cells, everything released before and that nobody
 * left. Cheap cells are hidden first: few people, then few cells.
 * @param before the table as it was last released
 * @param alsoSmall numbers of cells, counted row by row, that tell too much for a reason of the caller's
 */
export function suppressCells(
  table: BlockTable,
  before: CellMemory | undefined,
  rules: DisclosureRules,
  alsoSmall: readonly number[] = [],
): Suppression {
  const work = prepared(table, before, rules);
  const { counts, isSmall } = smallCells(table, rules);
  const bound = work.held.flatMap((cell) => (cell.isBound ? cell.in : []));
  const isNeeded = isSmall.map(
    (is, cell) => is || alsoSmall.includes(cell) || bound.includes(cell),
  );
  const isHidden = [...isNeeded];
  const prices = counts.map((count) => 1 + Math.log2(1 + count));
  const unheld = hideComplements(work, isHidden, prices);
  if (unheld !== undefined)
    return { ok: false, row: table.rows.findIndex((row) => row.includes(unheld.rows[0] ?? -1)) };
  const spare = [...isHidden.keys()]
    .filter((cell) => isHidden[cell] && !isNeeded[cell])
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  for (const cell of spare) {
    isHidden[cell] = false;
    if (!demands(work, isHidden).every((demand) => holdOf(work, isHidden, demand) !== undefined))
      isHidden[cell] = true;
  }
  return { ok: true, value: remembered(work, isHidden) };
}

/** Hides more cells until every hidden one is held; a cell that cannot be, if there is one. */
function hideComplements(
  work: Work,
  isHidden: boolean[],
  prices: readonly number[],
): Demand | undefined {
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const demand of demands(work, isHidden)) {
      const more = complements(work, isHidden, demand, (cell) => prices[cell] ?? 0);
      if (more === undefined) return demand;
      for (const cell of more) isHidden[cell] = true;
      isDone &&= more.length === 0;
    }
  }
  return undefined;
}

/** Cells hidden before and ever since, then every other hidden cell of the table. */
function demands({ held, own }: Work, isHidden: readonly boolean[]): Demand[] {
  const old = held.filter((demand) => demand.in.every((cell) => isHidden[cell] === true));
  const isOld = ({ rows, columns }: Demand) =>
    old.some((demand) => `${demand.rows} ${demand.columns}` === `${rows} ${columns}`);
  return [...old, ...own.filter((demand, cell) => isHidden[cell] && !isOld(demand))];
}

/** How many layers are kept that hold no cell yet, newest ones before those in the middle. */
const sparePerTable = 4;

/** Kept are the layers that hold a cell, and some more of which anything is untold: the oldest and the newest. */
function remembered(work: Work, isHidden: readonly boolean[]): HiddenCells {
  const { table } = work;
  const cells = demands(work, isHidden).map((demand) => {
    const { layers = [], lumps = [] } = holdOf(work, isHidden, demand) ?? {};
    const support = lumps.map(({ layer, lump }) => placesOf(work, layer, lump));
    return { rows: demand.rows, columns: demand.columns, layers, support };
  });
  const layers = work.layers.map((layer) => withShown(layer, table, isHidden));
  const inUse = new Set(cells.flatMap((cell) => cell.layers));
  const spare = [...layers.keys()].filter((index) => layers[index]?.isOpen.flat().includes(true));
  const kept = [
    ...new Set([...inUse, ...spare.slice(0, 1), ...spare.slice(1).slice(1 - sparePerTable)]),
  ].sort((a, b) => a - b);
  return {
    hidden: table.rows.map((_, r) =>
      table.columns.map((_, c) => isHidden[r * table.columns.length + c] === true),
    ),
    layers: layers.filter((_, index) => kept.includes(index)),
    cells: cells.map((cell) => ({
      ...cell,
      layers: cell.layers.map((layer) => kept.indexOf(layer)),
    })),
  };
}

/** Answers and categories that a lump is made of. */
function placesOf({ networks }: Work, layer: number, lump: number): Place[] {
  return (networks[layer]?.lumpAt ?? []).flatMap((row, r) =>
    row.flatMap((at, c): Place[] => (at === lump ? [[r, c]] : [])),
  );
}
