import { readRow } from "./rankings/read-row.ts";

/** What it means that a respondent gave an item no rank. The instrument knows; there is no default. */
export type UnrankedMeaning = "below" | "not-presented" | "complete";

/**
 * Rankings in one compact form: every row one ordering, every column one item.
 *
 * Shape: ranks[row × itemCount + item], row-major. 1 = most valued; equal numbers = tie; 0 = not ranked.
 * Ranks are dense (1, 2, 2, 3), so rows with the same order hold the same numbers.
 * `unranked` says what 0 means: worse than every ranked item, or never shown; "complete" = there is no 0.
 * `presented` (only with "below"): 1 = shown, 0 = not shown; without it, everybody saw all items.
 * `counts` = respondents a row stands for; `weights` = survey weight of each of them. `n` = respondents.
 */
export type Rankings = {
  itemCount: number;
  rowCount: number;
  n: number;
  ranks: Uint8Array | Uint16Array;
  unranked: UnrankedMeaning;
  counts?: Float64Array;
  weights?: Float64Array;
  presented?: Uint8Array;
};

/** Why a row is not a ranking. */
export type BadRowReason =
  | "wrong-length"
  | "not-a-rank"
  | "gap"
  | "nothing-ranked"
  | "blank-without-meaning"
  | "blank-in-complete"
  | "ranked-but-not-presented"
  | "bad-count"
  | "bad-weight";

/** A refused row: its index in the input, from 0, and why. */
export type BadRow = { row: number; reason: BadRowReason };

/** All rows were rankings, or the bad ones are listed; `goodRows` is for callers who say that they skip. */
export type RankingsResult =
  | { ok: true; rankings: Rankings }
  | { ok: false; badRows: BadRow[]; goodRows: Rankings; goodRowIndices: number[] };

/** One respondent's ranks, one cell per item; blank cells are null, undefined or (in typed arrays) 0. */
export type RankRow = ArrayLike<number | null | undefined>;

/** Rows as read, with what the study knows about them. */
export type RankingsInput = {
  itemCount: number;
  rows: ArrayLike<RankRow>;
  unranked?: UnrankedMeaning;
  counts?: ArrayLike<number>;
  weights?: ArrayLike<number>;
  presented?: ArrayLike<ArrayLike<boolean | number>>;
  gaps?: "refuse" | "close";
};

/**
 * Builds rankings from rows of ranks and reports every row that is none; nothing is repaired or dropped silently.
 *
 * Ties: equal numbers, numbered in any usual way (1 2 2 3, 1 2 2 4, 1 2.5 2.5 4, 1 3 3 4).
 * Missing: blanks are refused until `unranked` gives them a meaning. Gaps that no tie explains (1 3 with no 2) are
 * refused, because a lost first choice looks like that; `gaps: "close"` keeps the order and forgets the numbers.
 * With `presented`, blanks of items not shown need no other meaning.
 * @throws RangeError if there are no items or more than 65,535, or a list is not as long as the rows
 * @example rankings({ itemCount: 3, rows: [[1, 2, null]], unranked: "below" }).ok // true
 */
export function rankings(input: RankingsInput): RankingsResult {
  checkShape(input);
  const { itemCount, rows } = input;
  const cells = rows.length * itemCount;
  const ranks = itemCount < 256 ? new Uint8Array(cells) : new Uint16Array(cells);
  const presented = input.presented === undefined ? undefined : new Uint8Array(cells);
  const badRows: BadRow[] = [];
  let blanks = false;
  const hasNumbers = input.counts !== undefined || input.weights !== undefined;
  const blankHasMeaning = input.unranked === "below" || input.unranked === "not-presented";
  for (let row = 0; row < rows.length; row += 1) {
    const cellsOfRow = rows[row] ?? [];
    const base = row * itemCount;
    const numbers = hasNumbers ? badNumbers(input, row) : undefined;
    if (numbers !== undefined) badRows.push({ row, reason: numbers });
    if (presented === undefined) {
      const placed = copyPlainRow(cellsOfRow, ranks, base, itemCount);
      if (placed === itemCount) continue;
      if (placed > 0 && blankHasMeaning) {
        blanks = true;
        continue;
      }
    }
    const read = readRow(cellsOfRow, input, row);
    if (typeof read !== "string") {
      ranks.set(read.ranks, base);
      presented?.set(read.presented, base);
      blanks ||= read.hasBlank;
    } else if (numbers === undefined) badRows.push({ row, reason: read });
  }
  const meaning = input.unranked === "below" ? "below" : "not-presented";
  const unranked = blanks ? meaning : "complete";
  const keepPresented = unranked === "below" ? presented : undefined;
  const all = assemble(input, ranks, keepPresented, unranked);
  if (badRows.length === 0) return { ok: true, rankings: all };
  const bad = new Set(badRows.map(({ row }) => row));
  const goodRowIndices = Array.from({ length: rows.length }, (_, row) => row).filter(
    (row) => !bad.has(row),
  );
  return { ok: false, badRows, goodRows: selectRankings(all, goodRowIndices), goodRowIndices };
}

/**
 * The given rows of the rankings, in the given order; a row may come more than once.
 *
 * @throws RangeError if there is no such row
 * @example selectRankings(all, [0, 2, 2]).rowCount // 3
 */
export function selectRankings(all: Rankings, rows: ArrayLike<number>): Rankings {
  const { itemCount } = all;
  const cells = rows.length * itemCount;
  const ranks = itemCount < 256 ? new Uint8Array(cells) : new Uint16Array(cells);
  const presented = all.presented === undefined ? undefined : new Uint8Array(cells);
  const counts = all.counts === undefined ? undefined : new Float64Array(rows.length);
  const weights = all.weights === undefined ? undefined : new Float64Array(rows.length);
  let n = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? -1;
    if (!Number.isInteger(row) || row < 0 || row >= all.rowCount)
      throw new RangeError("selectRankings requires rows that exist");
    const from = row * itemCount;
    ranks.set(all.ranks.subarray(from, from + itemCount), index * itemCount);
    if (all.presented !== undefined)
      presented?.set(all.presented.subarray(from, from + itemCount), index * itemCount);
    if (counts !== undefined) counts[index] = all.counts?.[row] ?? 0;
    if (weights !== undefined) weights[index] = all.weights?.[row] ?? 0;
    n += all.counts?.[row] ?? 1;
  }
  return {
    itemCount,
    rowCount: rows.length,
    n,
    ranks,
    unranked: all.unranked,
    ...(counts !== undefined && { counts }),
    ...(weights !== undefined && { weights }),
    ...(presented !== undefined && { presented }),
  };
}

function assemble(
  input: RankingsInput,
  ranks: Uint8Array | Uint16Array,
  presented: Uint8Array | undefined,
  unranked: UnrankedMeaning,
): Rankings {
  const counts = input.counts === undefined ? undefined : Float64Array.from(input.counts);
  return {
    itemCount: input.itemCount,
    rowCount: input.rows.length,
    n: counts?.reduce((sum, count) => sum + count, 0) ?? input.rows.length,
    ranks,
    unranked,
    ...(counts !== undefined && { counts }),
    ...(input.weights !== undefined && { weights: Float64Array.from(input.weights) }),
    ...(presented !== undefined && { presented }),
  };
}

/**
 * The usual row, without any allocation: ranks 1 … m without ties, and blanks. Returns m, or −1 if to be read slowly.
 */
function copyPlainRow(
  row: RankRow,
  ranks: Uint8Array | Uint16Array,
  base: number,
  k: number,
): number {
  if (row.length !== k || k > 29) return -1;
  let seen = 0;
  let placed = 0;
  for (let item = 0; item < k; item += 1) {
    const rank = row[item];
    if (rank === null || rank === undefined || rank === 0) continue;
    if (!(rank >= 1 && rank <= k) || rank !== Math.trunc(rank)) return -1;
    seen |= 1 << rank;
    placed += 1;
    ranks[base + item] = rank;
  }
  return placed > 0 && seen === (2 << placed) - 2 ? placed : -1;
}

function badNumbers({ counts, weights }: RankingsInput, row: number): BadRowReason | undefined {
  if (counts !== undefined) {
    const count = counts[row] ?? 0;
    if (!Number.isInteger(count) || count < 1) return "bad-count";
  }
  if (weights !== undefined) {
    const weight = weights[row] ?? Number.NaN;
    if (!(weight >= 0 && weight < Infinity)) return "bad-weight";
  }
  return undefined;
}

function checkShape({ itemCount, rows, counts, weights, presented }: RankingsInput): void {
  if (!Number.isInteger(itemCount) || itemCount < 1 || itemCount > 65_535)
    throw new RangeError("rankings require between 1 and 65,535 items");
  for (const list of [counts, weights, presented]) {
    if (list !== undefined && list.length !== rows.length)
      throw new RangeError("rankings require as many counts, weights and presented rows as rows");
  }
}
