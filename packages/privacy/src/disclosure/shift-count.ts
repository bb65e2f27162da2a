import type { Network } from "./layer.ts";

/**
 * A count to be moved in a network: which lump, by up to how many people, and what it costs to hide each other lump
 * that moves with it: 0 if it is hidden anyway, infinite if it may not be used.
 */
export type Move = { target: number; width: number; prices: readonly number[] };

/** Some units by which a count was moved: what they cost together, and the lumps they need. */
type Shift = { cost: number; used: readonly number[] };

/**
 * The lumps that the cheapest way needs to leave a hidden count undetermined by a width: so many people more, fewer,
 * or both together, without contradicting any total.
 *
 * A unit more in one place takes one less in its column, one more in that row and so on until the first row is level
 * again: a cycle through rows and columns, the cheapest of which is found as a shortest path. The totals of a table
 * make a network, so that what is possible for flows is possible for whole people.
 * Source: Castro (2007), A shortest-paths heuristic for statistical data protection in positive tables.
 * @returns undefined if there is no way
 */
export function cheapestShift(network: Network, move: Move): readonly number[] | undefined {
  const [more, fewer] = [shifts(network, move, 1), shifts(network, move, -1)];
  let best: Shift | undefined;
  for (let up = 0; up <= move.width; up += 1) {
    const [one, other] = [more[up], fewer[move.width - up]];
    if (one === undefined || other === undefined) continue;
    const cost = one.cost + other.cost;
    if (best === undefined || cost < best.cost) best = { cost, used: [...one.used, ...other.used] };
  }
  return best?.used;
}

/** By how many people a count is undetermined, up to a width, and the lumps that move with it. */
export function widestShift(
  network: Network,
  move: Move,
): { width: number; used: readonly number[] } {
  const more = shifts(network, move, 1);
  const fewer = shifts(network, { ...move, width: move.width - (more.length - 1) }, -1);
  return {
    width: more.length + fewer.length - 2,
    used: [...(more.at(-1)?.used ?? []), ...(fewer.at(-1)?.used ?? [])],
  };
}

/** Shifts in one direction by 0, 1, … units, as far as it goes and is asked for. */
function shifts(network: Network, { target, width, prices }: Move, sign: 1 | -1): Shift[] {
  const { lumps } = network;
  const found: Shift[] = [{ cost: 0, used: [] }];
  const own = lumps[target];
  if (own === undefined) return found;
  const moved = new Array<number>(lumps.length).fill(0);
  const left = prices.map((price, lump) => (lump === target ? Number.POSITIVE_INFINITY : price));
  const [from, to] = sign > 0 ? [own.column, own.row] : [own.row, own.column];
  for (let last = found[0]; last !== undefined && found.length <= width; ) {
    const units = found.length - 1;
    if (sign < 0 && units >= own.count) break;
    const path = cheapestPath(network, [from, to], moved, left);
    if (path === undefined) break;
    for (const [lump, change] of path.steps) {
      moved[lump] = (moved[lump] ?? 0) + change;
      left[lump] = 0;
    }
    last = {
      cost: last.cost + path.cost,
      used: [...last.used, ...path.steps.map(([lump]) => lump)],
    };
    found.push(last);
  }
  return found;
}

/** The cheapest path between two nodes: a row leads to a column by raising a lump, a column to a row by lowering one. */
function cheapestPath(
  { lumps, nodes }: Network,
  [from, to]: readonly [number, number],
  moved: readonly number[],
  prices: readonly number[],
): { cost: number; steps: [lump: number, change: 1 | -1][] } | undefined {
  const costs = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const by = new Array<number>(nodes).fill(-1);
  costs[from] = 0;
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (let index = 0; index < lumps.length; index += 1) {
      const step = prices[index] ?? Number.POSITIVE_INFINITY;
      const lump = lumps[index];
      if (step === Number.POSITIVE_INFINITY || lump === undefined) continue;
      const { row, column, count } = lump;
      const change = moved[index] ?? 0;
      const [atRow, atColumn] = [costs[row] ?? 0, costs[column] ?? 0];
      if (atRow + step < atColumn) {
        costs[column] = atRow + step;
        by[column] = index;
        isSettled = false;
      } else if (atColumn + step < atRow && -change < count) {
        costs[row] = atColumn + step;
        by[row] = index;
        isSettled = false;
      }
    }
  }
  if (costs[to] === Number.POSITIVE_INFINITY) return undefined;
  const steps: [number, 1 | -1][] = [];
  for (let node = to; node !== from; ) {
    const lump = by[node] ?? -1;
    const { row = from, column = from } = lumps[lump] ?? {};
    steps.push([lump, node === column ? 1 : -1]);
    node = node === column ? row : column;
  }
  return { cost: costs[to] ?? 0, steps };
}
