import {
  cellFinder,
  type HeldCell,
  type Layer,
  type Network,
  networkOf,
  type Place,
  withTotals,
} from "./layer.ts";
import type { DisclosureRules } from "./rules.ts";
import { cheapestShift, widestShift } from "./shift-count.ts";
import type { BlockTable } from "./small-cells.ts";

/** A table as it was last released, as far as hiding its cells goes. */
export type CellMemory = {
  counts: readonly (readonly number[])[];
  layers: readonly Layer[];
  cells: readonly HeldCell[];
};

/** A hidden cell that has to stay undetermined; `own`: its lumps in each layer, once they were looked up. */
export type Demand = Omit<HeldCell, "support"> & { own: (number[] | undefined)[] };

/** Everything that stays the same while cells of a table are being hidden. Cells are numbered row by row. */
export type Work = {
  table: BlockTable;
  /** By how many people a hidden count has to be undetermined. */
  width: number;
  layers: Layer[];
  networks: Network[];
  /** Cells hidden before: `in` are those of the table they lie in; bound ones must stay hidden. */
  held: (Demand & { in: number[]; isBound: boolean })[];
  /** One for every cell of the table. */
  own: Demand[];
};

/** What keeps a cell undetermined: layers, oldest first, and the lumps in them that make up for it. */
export type Hold = { layers: number[]; lumps: { layer: number; lump: number }[] };

/** Lays out what is known of a table: everything published before, and the totals to be published now. */
export function prepared(
  table: BlockTable,
  before: CellMemory | undefined,
  { width }: DisclosureRules,
): Work {
  const layers = [...(before?.layers ?? []), joined(table, before)].map((layer) =>
    withTotals(layer, table),
  );
  const find = cellFinder(table);
  const all = [...layers.keys()];
  return {
    ...{ table, width, layers },
    networks: layers.map((layer) => networkOf(layer, table, table.rowsAreKnown)),
    held: (before?.cells ?? []).map(({ support, ...cell }) => ({
      ...{ ...cell, own: [] },
      in: cell.rows.flatMap((row) => cell.columns.map((column) => find(row, column))),
      isBound: !support.every((places) => growth(places, table, before) >= width),
    })),
    own: table.rows.flatMap((rows) =>
      table.columns.map((columns) => ({
        ...{ rows: [...rows], columns: [...columns], layers: all, own: [] },
      })),
    ),
  };
}

/**
 * By how many people the count has grown that grew most of some. If it is enough, whatever was unknown of them before
 * could be made up for by who joined: a hidden cell may then be shown, and still not which part of it was there before.
 */
function growth(places: readonly Place[], { counts }: BlockTable, before?: CellMemory): number {
  return Math.max(
    ...places.map(([row, column]) => {
      const then = before?.counts[row]?.[column] ?? 0;
      return (counts[row]?.[column] ?? 0) - then;
    }),
  );
}

/** The newest layer: who joined since the table was last released, of whom nothing is told yet. */
function joined({ counts }: BlockTable, before: CellMemory | undefined): Layer {
  const everywhere = <T>(value: (count: number, row: number, column: number) => T) =>
    counts.map((row, r) => row.map((count, c) => value(count, r, c)));
  return {
    grown: everywhere((count, r, c) => Math.max(0, count - (before?.counts[r]?.[c] ?? 0))),
    rowSum: everywhere(() => 0),
    columnSum: everywhere(() => 0),
    isOpen: everywhere(() => true),
  };
}

/** The layers that keep a cell undetermined with what is hidden already; undefined if none do. */
export function holdOf(work: Work, isHidden: readonly boolean[], demand: Demand): Hold | undefined {
  const hold: Hold = { layers: [], lumps: [] };
  let missing = work.width;
  if (missing === 0) return hold;
  for (const layer of demand.layers) {
    const { width, used } = widestIn(work, isHidden, demand, layer, missing);
    if (width === 0) continue;
    hold.layers.push(layer);
    hold.lumps.push(...used.map((lump) => ({ layer, lump })));
    missing -= width;
    if (missing === 0) return hold;
  }
  return undefined;
}

/** Cells to hide as well so that a cell is held: none if it is, undefined if it cannot be. */
export function complements(
  work: Work,
  isHidden: readonly boolean[],
  demand: Demand,
  priceOf: (cell: number) => number,
): number[] | undefined {
  if (holdOf(work, isHidden, demand) !== undefined) return [];
  // The newest layer first: nothing of it is told, so the cheapest cells are to be had.
  for (const layer of demand.layers.toReversed()) {
    const network = work.networks[layer];
    if (network === undefined) continue;
    const width = demand.layers
      .filter((other) => other !== layer)
      .reduce(
        (missing, other) => missing - widestIn(work, isHidden, demand, other, missing).width,
        work.width,
      );
    const prices = pricesIn(work, isHidden, demand, layer, priceOf);
    for (const target of lumpsOf(work, demand, layer)) {
      const used = cheapestShift(network, { target, width, prices });
      if (used === undefined) continue;
      const cells = used.flatMap((lump) => network.lumps[lump]?.cell ?? []);
      return cells.filter((cell) => !isHidden[cell]);
    }
  }
  return undefined;
}

/** By how many people a cell is undetermined in one layer, up to a width, and the lumps that make it so. */
function widestIn(
  work: Work,
  isHidden: readonly boolean[],
  demand: Demand,
  layer: number,
  width: number,
): { width: number; used: number[] } {
  const network = work.networks[layer];
  let widest: { width: number; used: number[] } = { width: 0, used: [] };
  if (network === undefined || width <= 0) return widest;
  const prices = pricesIn(work, isHidden, demand, layer, () => Number.POSITIVE_INFINITY);
  for (const target of lumpsOf(work, demand, layer)) {
    const shift = widestShift(network, { target, width, prices });
    if (shift.width > widest.width)
      widest = { width: shift.width, used: [...new Set([target, ...shift.used])] };
  }
  return widest;
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
