/**
 * Smallest cut between two nodes of an undirected network: the least total weight of edges that keeps them apart.
 *
 * Shape: weights[a][b] = weights[b][a] = weight of the edge, 0 for none; whole numbers. The largest flow is found by
 * shortest augmenting paths, which ends after few steps in networks of a few dozen nodes.
 * Source: Edmonds and Karp (1972), Theoretical improvements in algorithmic efficiency for network flow problems.
 * @example smallestCut([[0, 3, 1], [3, 0, 2], [1, 2, 0]], 0, 2) // 3
 */
export function smallestCut(
  weights: readonly (readonly number[])[],
  from: number,
  to: number,
): number {
  const room = weights.map((row) => [...row]);
  let total = 0;
  for (;;) {
    const before = pathTo(room, from, to);
    if (before === undefined) return total;
    let least = Number.POSITIVE_INFINITY;
    const steps: [number, number][] = [];
    for (let node = to; node !== from; node = before[node] ?? from) {
      const previous = before[node] ?? from;
      steps.push([previous, node]);
      least = Math.min(least, room[previous]?.[node] ?? 0);
    }
    for (const [a, b] of steps) {
      add(room, a, b, -least);
      add(room, b, a, least);
    }
    total += least;
  }
}

/** Every node's predecessor on a shortest path with room, -1 where none leads; undefined if none leads to the end. */
function pathTo(room: readonly number[][], from: number, to: number): number[] | undefined {
  const before = room.map(() => -1);
  before[from] = from;
  const queue = [from];
  for (const node of queue) {
    for (const [next, free] of (room[node] ?? []).entries()) {
      if (free <= 0 || before[next] !== -1) continue;
      before[next] = node;
      if (next === to) return before;
      queue.push(next);
    }
  }
  return undefined;
}

function add(matrix: number[][], row: number, column: number, amount: number): void {
  const cells = matrix[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + amount;
}

/**
 * Connected parts of an undirected network, as lists of nodes in rising order.
 *
 * @example connectedParts([[0, 1, 0], [1, 0, 0], [0, 0, 0]]) // [[0, 1], [2]]
 */
export function connectedParts(weights: readonly (readonly number[])[]): number[][] {
  const seen = new Set<number>();
  const parts: number[][] = [];
  for (const start of weights.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (const node of part) {
      for (const [next, weight] of (weights[node] ?? []).entries()) {
        if (weight <= 0 || seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
}
