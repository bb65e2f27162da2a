import { copyPlainRow } from "./rankings/copy-plain-row.ts";
import { readRow } from "./rankings/read-row.ts";
import type {
  BadRow,
  BadRowReason,
  Rankings,
  RankingsInput,
  RankingsResult,
  UnrankedMeaning,
} from "./rankings.ts";
import { selectRankings } from "./select-rankings.ts";

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
