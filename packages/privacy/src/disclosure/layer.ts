import { type Block, blockOfEach } from "./blocks.ts";

/**
 * The people who joined with one release of a table, and what has been told of their answers since.
 *
 * Counts of a layer can be thought of differently without contradicting anything published, as long as what is added
 * in one place is taken away in another of the same row and of the same column, and nobody is counted negatively:
 * that is what keeps a hidden count undetermined. All matrices are by answer and category.
 */
export type Layer = {
  /** Counts that joined with the release. */
  grown: number[][];
  /** Counts with the same label add up to a total that is known, over categories and over answers. */
  rowSum: number[][];
  columnSum: number[][];
  /** Whether no release since has shown the count itself. */
  isOpen: boolean[][];
};

/** An answer and a category. */
export type Place = [row: number, column: number];

/**
 * Answers and categories of a hidden cell, the layers whose people together keep it undetermined, and the counts that
 * would be different if it were: each as the places that it adds up.
 */
export type HeldCell = {
  rows: number[];
  columns: number[];
  layers: number[];
  support: Place[][];
};

/** The cells of a table: which answers and categories are shown as one. */
export type Grid = { rows: readonly Block[]; columns: readonly Block[] };

/** Number of the cell that an answer of a category is in, counted row by row; -1 for none. */
export function cellFinder({ rows, columns }: Grid): (row: number, column: number) => number {
  const size = (blocks: readonly Block[]) => 1 + Math.max(-1, ...blocks.flat());
  const rowOf = blockOfEach(rows, size(rows));
  const columnOf = blockOfEach(columns, size(columns));
  return (row, column) => {
    const [r, c] = [rowOf[row] ?? -1, columnOf[column] ?? -1];
    return r < 0 || c < 0 ? -1 : r * columns.length + c;
  };
}

/** A layer after a release that published the totals of these rows and columns. */
export function withTotals(layer: Layer, grid: Grid): Layer {
  const find = cellFinder(grid);
  const width = grid.columns.length;
  const cell = (row: number, column: number) => {
    const found = find(row, column);
    return found < 0 ? [-1, -1] : [Math.floor(found / width), found % width];
  };
  return {
    ...layer,
    rowSum: relabelled(layer.rowSum, layer.grown, (r, c) => cell(r, c)[0] ?? -1),
    columnSum: relabelled(layer.columnSum, layer.grown, (r, c) => cell(r, c)[1] ?? -1),
  };
}

/** A layer after a release that showed some cells: a single count is told, of several only their sum. */
export function withShown(layer: Layer, grid: Grid, isHidden: readonly boolean[]): Layer {
  const find = cellFinder(grid);
  const width = grid.columns.length;
  const shown = (row: number, column: number) => {
    const cell = find(row, column);
    if (cell < 0 || isHidden[cell]) return undefined;
    const [rows, columns] = [grid.rows[Math.floor(cell / width)], grid.columns[cell % width]];
    return { cell, rows: rows?.length ?? 0, columns: columns?.length ?? 0 };
  };
  return {
    ...layer,
    isOpen: layer.grown.map((row, r) =>
      row.map((_, c) => {
        const at = shown(r, c);
        const isTold = find(r, c) < 0 || (at?.rows === 1 && at.columns === 1);
        return !isTold && layer.isOpen[r]?.[c] === true;
      }),
    ),
    rowSum: relabelled(layer.rowSum, layer.grown, (r, c) => {
      const at = shown(r, c);
      return at !== undefined && at.rows === 1 && at.columns > 1 ? at.cell : -1;
    }),
    columnSum: relabelled(layer.columnSum, layer.grown, (r, c) => {
      const at = shown(r, c);
      return at !== undefined && at.rows > 1 ? at.cell : -1;
    }),
  };
}

/** Labels that are equal where both the old ones and those of `label` are; new answers and categories are on their own. */
function relabelled(
  labels: readonly (readonly number[])[],
  shape: readonly (readonly number[])[],
  label: (row: number, column: number) => number,
): number[][] {
  const number = numbered();
  return shape.map((row, r) => row.map((_, c) => number(labels[r]?.[c] ?? -1, label(r, c))));
}

/** Numbers pairs in the order in which they first come; neither part may be as large as a million. */
function numbered(): (a: number, b: number) => number {
  const known = new Map<number, number>();
  return (a, b) => {
    const key = (a + 1) * 1_000_003 + b + 1;
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
}

/** Counts of a layer that nothing tells apart, as one that can be moved between a row and a column of a network. */
export type Lump = {
  /** Nodes of the network, different for rows and columns. */
  row: number;
  column: number;
  /** The cell of the table that it lies in. */
  cell: number;
  isOpen: boolean;
  /** How many people it counts: by so many it could be lower. */
  count: number;
};

/** The lumps of a layer between so many nodes, and in which of them each answer and category is; -1: in none. */
export type Network = { lumps: Lump[]; nodes: number; lumpAt: number[][] };

/**
 * A layer as a network, for a table that is to be released.
 *
 * @param rowsAreKnown whether the total of each row is published; if not, counts may move between rows
 */
export function networkOf(layer: Layer, grid: Grid, rowsAreKnown: boolean): Network {
  const { grown, rowSum, columnSum, isOpen } = layer;
  const find = cellFinder(grid);
  const lumps: Lump[] = [];
  const [number, node] = [numbered(), numbered()];
  let nodes = 0;
  const nodeOf = (side: number, label: number) => {
    const found = node(side, label);
    nodes = Math.max(nodes, found + 1);
    return found;
  };
  const lumpAt = grown.map((row, r) =>
    row.map((count, c) => {
      const cell = find(r, c);
      if (cell < 0) return -1;
      const [rowLabel, columnLabel] = [rowSum[r]?.[c] ?? -1, columnSum[r]?.[c] ?? -1];
      const index = number(rowLabel, columnLabel);
      const lump = lumps[index] ?? {
        row: nodeOf(0, rowsAreKnown ? rowLabel : 0),
        column: nodeOf(1, columnLabel),
        ...{ cell, isOpen: true, count: 0 },
      };
      lumps[index] = lump;
      lump.isOpen &&= isOpen[r]?.[c] === true;
      lump.count += count;
      return index;
    }),
  );
  return { lumps, nodes, lumpAt };
}
