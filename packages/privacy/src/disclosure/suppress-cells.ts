import {
  cellFinder,
  type HeldCell,
  type Layer,
  type Network,
  networkOf,
  withShown,
  withTotals,
} from "./layer.ts";
import { leastWidth } from "./rules.ts";
import { cheapestShift, widthOf } from "./shift-count.ts";
import { type BlockTable, smallCells } from "./small-cells.ts";

/** What a table is remembered by, as far as hiding its cells goes. */
export type CellMemory = {
  counts: readonly (readonly number[])[];
  answered: readonly number[];
  layers: readonly Layer[];
  cells: readonly HeldCell[];
};

/** hidden[row block][column block], and what has to be remembered to keep it so. */
export type HiddenCells = {
  hidden: boolean[][];
  layers: Layer[];
  cells: HeldCell[];
};

/** Cells hidden, or the row of one that nothing would keep undetermined. */
export type Suppression = { ok: true; value: HiddenCells } | { ok: false; row: number };

/**
 * Which cells of a table are hidden: those that tell of few people, and as many more as it takes that no hidden count
 * can be narrowed down to fewer than three possible numbers, now or in any earlier release since it is hidden.
 *
 * Whoever tries may know all totals of rows and columns, all shown cells, everything released before and that nobody
 * left. Cheap cells are hidden first: few people, then few cells.
 * @param before the table as it was last released
 * @param alsoSmall numbers of cells, counted row by row, that tell too much for a reason of the caller's
 */
export function suppressCells(
  table: BlockTable,
  before?: CellMemory,
  alsoSmall: readonly number[] = [],
): Suppression {
  const work = prepared(table, before);
  const { counts, isSmall } = smallCells(table, work.held);
  const isNeeded = isSmall.map((is, cell) => is || alsoSmall.includes(cell));
  const isHidden = [...isNeeded];
  const unheld = hideComplements(work, isHidden);
  if (unheld !== undefined)
    return {
      ok: false,
      row: table.rows.findIndex((row) => row.includes(unheld.rows[0] ?? -1)),
    };
  const spare = [...isHidden.keys()]
    .filter((cell) => isHidden[cell] && !isNeeded[cell])
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  for (const cell of spare) {
    isHidden[cell] = false;
    if (!demands(work, isHidden).every((demand) => holding(work, isHidden, demand) !== undefined))
      isHidden[cell] = true;
  }
  return { ok: true, value: remembered(work, isHidden) };
}

/** A hidden cell, and the lumps it consists of in each layer, once they have been looked up. */
type Demand = HeldCell & { own: (number[] | undefined)[] };

/** Everything that stays the same while cells are being hidden. */
type Work = {
  table: BlockTable;
  prices: number[];
  layers: Layer[];
  networks: Network[];
  /** Cells hidden before, with the cells of the table they lie in, and the cells of the table themselves. */
  held: (Demand & { in: number[] })[];
  own: Demand[];
};

function prepared(table: BlockTable, before: CellMemory | undefined): Work {
  const layers = [...(before?.layers ?? []), joined(table, before)].map((layer) =>
    withTotals(layer, table),
  );
  const networks = layers.map((layer) => networkOf(layer, table, table.rowsAreKnown));
  const find = cellFinder(table);
  const demand = (cell: HeldCell): Demand => ({ ...cell, own: [] });
  const all = [...layers.keys()];
  return {
    ...{ table, layers, networks },
    prices: smallCells(table, []).counts.map((count) => 1 + Math.log2(1 + count)),
    held: (before?.cells ?? []).map((cell) => ({
      ...demand(cell),
      in: cell.rows.flatMap((row) => cell.columns.map((column) => find(row, column))),
    })),
    own: table.rows.flatMap((rows) =>
      table.columns.map((columns) =>
        demand({ rows: [...rows], columns: [...columns], layers: all }),
      ),
    ),
  };
}

/** The lumps of a layer that a cell consists of; none if any of them has been told since. */
function lumpsOf({ networks }: Work, demand: Demand, layer: number): number[] {
  const known = demand.own[layer];
  if (known !== undefined) return known;
  const { lumps = [], lumpAt = [] } = networks[layer] ?? {};
  const own = demand.rows.flatMap((row) =>
    demand.columns.map((column) => lumpAt[row]?.[column] ?? -1),
  );
  const found = own.every((lump) => lumps[lump]?.isOpen) ? [...new Set(own)] : [];
  demand.own[layer] = found;
  return found;
}

/** The newest layer: who joined since the table was last released, of whom nothing is told yet. */
function joined({ kind, counts, answered }: BlockTable, before: CellMemory | undefined): Layer {
  const everywhere = <T>(value: (count: number, row: number, column: number) => T) =>
    counts.map((row, r) => row.map((count, c) => value(count, r, c)));
  const came = (count: number, earlier: number | undefined) => Math.max(0, count - (earlier ?? 0));
  const grown = everywhere((count, r, c) => came(count, before?.counts[r]?.[c]));
  const layer = {
    grown,
    rowSum: everywhere(() => 0),
    columnSum: everywhere(() => 0),
    isOpen: everywhere(() => true),
  };
  if (kind === "single") return layer;
  const others = (row: number, column: number) =>
    came(answered[column] ?? 0, before?.answered[column]) - (grown[row]?.[column] ?? 0);
  return { ...layer, room: everywhere((_, r, c) => Math.max(0, others(r, c))) };
}

/** Hides more cells until every hidden one is held; a cell that cannot be, if there is one. */
function hideComplements(work: Work, isHidden: boolean[]): HeldCell | undefined {
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const demand of demands(work, isHidden)) {
      const more = complements(work, isHidden, demand);
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
  const isOld = ({ rows, columns }: HeldCell) =>
    old.some((demand) => `${demand.rows} ${demand.columns}` === `${rows} ${columns}`);
  return [...old, ...own.filter((demand, cell) => isHidden[cell] && !isOld(demand))];
}

/** The layers that keep a cell undetermined with what is hidden already, oldest first; undefined if none do. */
function holding(work: Work, isHidden: readonly boolean[], demand: Demand): number[] | undefined {
  const layers: number[] = [];
  let missing = leastWidth;
  for (const layer of demand.layers) {
    const width = widthIn(work, isHidden, demand, layer, missing);
    if (width === 0) continue;
    layers.push(layer);
    missing -= width;
    if (missing === 0) return layers;
  }
  return undefined;
}

/** Cells to hide as well so that a cell is held: none if it is, undefined if it cannot be. */
function complements(
  work: Work,
  isHidden: readonly boolean[],
  demand: Demand,
): number[] | undefined {
  if (holding(work, isHidden, demand) !== undefined) return [];
  // The newest layer first: nothing of it is told, so the cheapest cells are to be had.
  for (const layer of demand.layers.toReversed()) {
    const network = work.networks[layer];
    if (network === undefined) continue;
    const others = demand.layers.filter((other) => other !== layer);
    const width = others.reduce(
      (missing, other) => missing - widthIn(work, isHidden, demand, other, missing),
      leastWidth,
    );
    const prices = pricesIn(work, isHidden, demand, layer, (cell) => work.prices[cell] ?? 0);
    for (const target of lumpsOf(work, demand, layer)) {
      const used = cheapestShift(network, { target, width, prices });
      if (used === undefined) continue;
      const cells = used.flatMap((lump) => network.lumps[lump]?.cell ?? []);
      return cells.filter((cell) => !isHidden[cell]);
    }
  }
  return undefined;
}

/** By how many people a cell is undetermined in one layer, up to a width. */
function widthIn(
  work: Work,
  isHidden: readonly boolean[],
  demand: Demand,
  layer: number,
  width: number,
): number {
  const network = work.networks[layer];
  if (network === undefined || width === 0) return 0;
  const targets = lumpsOf(work, demand, layer);
  if (targets.length === 0) return 0;
  const prices = pricesIn(work, isHidden, demand, layer, () => Number.POSITIVE_INFINITY);
  return Math.max(...targets.map((target) => widthOf(network, { target, width, prices })));
}

/** What it costs to move each lump of a layer: nothing where it is hidden, and never the cell itself. */
function pricesIn(
  work: Work,
  isHidden: readonly boolean[],
  demand: Demand,
  layer: number,
  toHide: (cell: number) => number,
): number[] {
  const own = lumpsOf(work, demand, layer);
  return (work.networks[layer]?.lumps ?? []).map(({ cell, isOpen }, lump) => {
    if (!isOpen || own.includes(lump)) return Number.POSITIVE_INFINITY;
    return isHidden[cell] ? 0 : toHide(cell);
  });
}

/** How many layers are kept that hold no cell yet, newest ones before those in the middle. */
const sparePerTable = 4;

/** Kept are the layers that hold a cell, and some more of which anything is untold: the oldest and the newest. */
function remembered(work: Work, isHidden: readonly boolean[]): HiddenCells {
  const { table } = work;
  const cells = demands(work, isHidden).map((demand) => ({
    ...{ rows: demand.rows, columns: demand.columns },
    layers: holding(work, isHidden, demand) ?? [],
  }));
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
