import { blockOfEach, columnBlocks, sumAt } from "./blocks.ts";
import type { DisclosureRules } from "./rules.ts";
import { connectedParts, smallestCut } from "./smallest-cut.ts";

/** Categories of one grouping variable with the people in them, and which of them are hidden. */
export type Breakdown = {
  sizes: readonly number[];
  hidden: readonly boolean[];
};

/** A breakdown that is known already, and how it lies in the one to be judged. */
export type Known = {
  breakdown: Breakdown;
  /** overlap[its category][category to be judged] = people who were in both when it was released. */
  overlap: readonly (readonly number[])[];
  /** People in each category to be judged who were not there yet. */
  newcomers: readonly number[];
  /** Whether nobody has left since: then the same number means the same people. */
  isExact: boolean;
  /** Whether it is an earlier release of the same variable, whose groups may be the same as now. */
  isSame: boolean;
};

/**
 * Categories of a breakdown of which one has to be hidden, because few people could be singled out by subtracting
 * what is known; none if nobody can.
 *
 * Whoever adds up shown groups on both sides and subtracts gets figures about the people in whom the two sums differ.
 * Blocks of both sides are nodes, people in two blocks an edge between them, newcomers an edge to somebody who was not
 * there: the people in whom two sums differ are then a cut, so the smallest cut settles all sums at once. Newcomers
 * alone must be none or a batch; with anybody who was there before, it takes the minimum. Blocks of two different
 * variables must hang together: were sums of both the same people, their tables could be subtracted.
 *
 * @example
 * // Of {a, b} together, b is shown alone now and nobody has come: a could be computed.
 * telling(
 *   {
 *     breakdown: { sizes: [4, 12, 30], hidden: [true, true, false] },
 *     overlap: [[4, 0, 0], [0, 12, 0], [0, 0, 30]],
 *     newcomers: [0, 0, 0], isExact: true, isSame: true,
 *   },
 *   { sizes: [4, 12, 30], hidden: [true, false, false] },
 *   { minimum: 10, batch: 5 },
 * ) // [1, 0]
 */
export function telling(known: Known, now: Breakdown, rules: DisclosureRules): number[] {
  const before = columnBlocks(known.breakdown.sizes, known.breakdown.hidden);
  const after = columnBlocks(now.sizes, now.hidden);
  const edges = network(known, before, after);
  const absent = before.length + after.length;
  const parts = connectedParts(edges.slice(0, absent).map((row) => row.slice(0, absent)));
  const joined = parts.filter((part) => part.length > 1);
  const isApart = !known.isSame && joined.length > 1;
  return parts.flatMap((part) => {
    const own = part.filter((node) => node >= before.length);
    const categories = own.flatMap((node) => after[node - before.length] ?? []);
    const isSafe =
      !(isApart && part.length > 1) &&
      hasSafeNewcomers(known, categories, rules) &&
      isWellJoined(part, edges, rules);
    return isSafe ? [] : categories;
  });
}

/** Weights between blocks of both sides; the last node stands for not having been there. */
function network(
  { overlap, newcomers }: Known,
  before: readonly number[][],
  after: readonly number[][],
): number[][] {
  const absent = before.length + after.length;
  const edges = Array.from({ length: absent + 1 }, () => new Array<number>(absent + 1).fill(0));
  const join = (a: number, b: number, weight: number) => {
    for (const [row, column] of [
      [a, b],
      [b, a],
    ] as const) {
      const cells = edges[row];
      if (cells !== undefined) cells[column] = (cells[column] ?? 0) + weight;
    }
  };
  const blockOf = blockOfEach(after, newcomers.length);
  for (const [node, places] of before.entries()) {
    for (const place of places) {
      for (const [category, people] of (overlap[place] ?? []).entries()) {
        const block = blockOf[category] ?? -1;
        if (block >= 0) join(node, before.length + block, people);
      }
    }
  }
  for (const [block, places] of after.entries())
    join(before.length + block, absent, Math.abs(sumAt(newcomers, places)));
  return edges;
}

function hasSafeNewcomers(
  { newcomers, isExact }: Known,
  categories: readonly number[],
  { batch }: DisclosureRules,
): boolean {
  const people = Math.abs(sumAt(newcomers, categories));
  return people === 0 ? isExact || categories.length === 0 : people >= batch;
}

/** Whether no cut through a part, newcomers counted, holds fewer people than the minimum. */
function isWellJoined(
  part: readonly number[],
  edges: readonly (readonly number[])[],
  { minimum }: DisclosureRules,
): boolean {
  const [first, second] = part;
  if (first === undefined || second === undefined) return true;
  if (part.length === 2) return (edges[first]?.[second] ?? 0) >= minimum;
  const nodes = [...part, edges.length - 1];
  const own = nodes.map((a) => nodes.map((b) => edges[a]?.[b] ?? 0));
  return part.every((_, place) => place === 0 || smallestCut(own, 0, place) >= minimum);
}
