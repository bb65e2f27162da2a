import { preferenceNetwork } from "../preference-network.ts";

/** Seven couples of sets of four of eight items; the two sets of a couple share no item. */
const couples = [
  [
    [0, 2, 4, 6],
    [1, 3, 5, 7],
  ],
  [
    [0, 1, 4, 5],
    [2, 3, 6, 7],
  ],
  [
    [0, 3, 4, 7],
    [1, 2, 5, 6],
  ],
  [
    [0, 1, 2, 3],
    [4, 5, 6, 7],
  ],
  [
    [0, 2, 5, 7],
    [1, 3, 4, 6],
  ],
  [
    [0, 1, 6, 7],
    [2, 3, 4, 5],
  ],
  [
    [0, 3, 5, 6],
    [1, 2, 4, 7],
  ],
] as const;

/**
 * The full MaxDiff design for eight items: 14 sets of four, each item 7 times, each pair of items 3 times.
 *
 * Shape: sets[set] = item indices from 0. Sets 2c and 2c + 1 form a couple.
 * Source: the affine geometry of three dimensions over two elements, a 3-(8, 4, 1) design.
 * @example maxDiffSets().length // 14
 */
export function maxDiffSets(): number[][] {
  return couples.flatMap((couple) => couple.map((set) => [...set]));
}

/**
 * The 28 short versions: eight sets (four couples), each item 4 times, every pair of items at least once.
 *
 * Shape: versions[version][set] = item indices. The seven choices of four couples that leave a pair unmet are left out.
 * Used equally often, the versions are pair-balanced: each pair 48 times over all 28.
 * @example maxDiffVersions()[0]?.length // 8
 */
export function maxDiffVersions(): number[][][] {
  const versions: number[][][] = [];
  for (let mask = 0; mask < 128; mask += 1) {
    const chosen = couples.filter((_, couple) => ((mask >> couple) & 1) === 1);
    if (chosen.length !== 4 || masksWithUnmetPairs.has(mask)) continue;
    versions.push(chosen.flatMap((couple) => couple.map((set) => [...set])));
  }
  return versions;
}

/** Couples 1247, 1256, 1346, 1357, 2345, 2367 and 4567 together, as bits, leave some pair of items unmet. */
const masksWithUnmetPairs = new Set(
  ["1247", "1256", "1346", "1357", "2345", "2367", "4567"].map((names) =>
    Array.from(names, Number).reduce((mask, couple) => mask | (1 << (couple - 1)), 0),
  ),
);

/** How evenly a design shows its items. */
export type DesignBalance = {
  appearances: number[];
  /** pairs[i][j] = sets in which both are shown. */
  pairs: number[][];
  /** positions[item][place] = how often the item stood there. */
  positions: number[][];
  unmetPairs: [number, number][];
  isItemBalanced: boolean;
  isPairBalanced: boolean;
  /** Groups of items that never meet each other, not even through others; one group is what a design needs. */
  parts: number[][];
};

/**
 * Design diagnostics: how often each item and each pair of items is shown, and where.
 *
 * @throws RangeError if a set repeats an item or names an unknown one
 * @example designBalance([[0, 1], [1, 2]], 3).unmetPairs // [[0, 2]]
 */
export function designBalance(
  sets: readonly (readonly number[])[],
  itemCount: number,
): DesignBalance {
  const longest = sets.reduce((most, set) => Math.max(most, set.length), 0);
  const appearances = new Array<number>(itemCount).fill(0);
  const pairs = grid(itemCount, itemCount);
  const positions = grid(itemCount, longest);
  for (const set of sets) {
    if (new Set(set).size !== set.length || set.some((item) => !(item in appearances)))
      throw new RangeError("designBalance requires sets of different, known items");
    for (const [place, item] of set.entries()) {
      appearances[item] = (appearances[item] ?? 0) + 1;
      increment(positions, item, place);
      for (const other of set) if (other !== item) increment(pairs, item, other);
    }
  }
  const counts = pairs.flatMap((row, i) =>
    row.slice(i + 1).map((count, offset) => ({ i, j: i + 1 + offset, count })),
  );
  const met = Uint8Array.from(pairs.flat(), (count) => Number(count > 0));
  return {
    ...{ appearances, pairs, positions },
    unmetPairs: counts.flatMap(({ i, j, count }) => (count === 0 ? [[i, j]] : [])),
    isItemBalanced: new Set(appearances).size <= 1,
    isPairBalanced: new Set(counts.map(({ count }) => count)).size <= 1,
    parts: preferenceNetwork({ itemCount, over: met, tiedPair: met }).parts,
  };
}

/**
 * Sets for one participant: a random version, random items behind its numbers, random order of sets and places.
 *
 * The two sets of a couple stay neighbours, so that no item is shown in two sets running within a couple.
 * @example participantSets(seededRandom(1)) // eight sets of four of the items 0 … 7
 */
export function participantSets(random: () => number): number[][] {
  const versions = maxDiffVersions();
  const version = versions[Math.floor(random() * versions.length)] ?? [];
  const items = shuffled([0, 1, 2, 3, 4, 5, 6, 7], random);
  const pairsOfSets = Array.from({ length: 4 }, (_, c) => version.slice(2 * c, 2 * c + 2));
  return shuffled(pairsOfSets, random).flatMap((couple) =>
    shuffled(couple, random).map((set) =>
      shuffled(
        set.map((number) => items[number] ?? number),
        random,
      ),
    ),
  );
}

/** Fisher–Yates. */
function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const rest = [...values];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return result;
}

function grid(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

function increment(matrix: number[][], row: number, column: number): void {
  const cells = matrix[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + 1;
}
