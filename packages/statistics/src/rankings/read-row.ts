import type { BadRowReason, RankingsInput, RankRow } from "../rankings.ts";

/** One row as dense ranks, or why it is not a ranking. */
export type ReadRow = { ranks: number[]; presented: Uint8Array; hasBlank: boolean };

/** Reads a row that is no plain permutation: with ties, blanks, items not shown, or mistakes. */
export function readRow(row: RankRow, input: RankingsInput, index: number): ReadRow | BadRowReason {
  const { itemCount, unranked, presented } = input;
  if (row.length !== itemCount) return "wrong-length";
  const shown = new Uint8Array(itemCount).fill(1);
  const given: { item: number; value: number }[] = [];
  let hasBlank = false;
  let shownBlank = false;
  for (let item = 0; item < itemCount; item += 1) {
    const value = row[item] ?? 0;
    if (presented !== undefined && !presented[index]?.[item]) shown[item] = 0;
    if (value === 0) {
      hasBlank = true;
      shownBlank ||= shown[item] === 1;
    } else if (!(value >= 1 && value < Infinity)) return "not-a-rank";
    else if (shown[item] === 0) return "ranked-but-not-presented";
    else given.push({ item, value });
  }
  if (given.length === 0) return "nothing-ranked";
  if (shownBlank && unranked === "complete") return "blank-in-complete";
  if (shownBlank && unranked === undefined) return "blank-without-meaning";
  given.sort((a, b) => a.value - b.value);
  const sizes = groupSizes(given.map(({ value }) => value));
  if (input.gaps !== "close" && !isNumberedAsUsual(sizes)) return "gap";
  const ranks = new Array<number>(itemCount).fill(0);
  let dense = 0;
  let last = 0;
  for (const { item, value } of given) {
    if (value !== last) dense += 1;
    last = value;
    ranks[item] = dense;
  }
  return { ranks, presented: shown, hasBlank };
}

type TieGroup = { value: number; size: number };

function groupSizes(ascending: readonly number[]): TieGroup[] {
  const groups: TieGroup[] = [];
  for (const value of ascending) {
    const last = groups.at(-1);
    if (last !== undefined && last.value === value) last.size += 1;
    else groups.push({ value, size: 1 });
  }
  return groups;
}

/** Dense (1 2 2 3), standard (1 2 2 4), mean (1 2.5 2.5 4) or modified (1 3 3 4) numbering, the same throughout. */
function isNumberedAsUsual(groups: readonly TieGroup[]): boolean {
  let before = 0;
  let [isDense, isStandard, isMean, isModified] = [true, true, true, true];
  for (const [index, { value, size }] of groups.entries()) {
    isDense &&= value === index + 1;
    isStandard &&= value === before + 1;
    isMean &&= value === before + (size + 1) / 2;
    isModified &&= value === before + size;
    before += size;
  }
  return isDense || isStandard || isMean || isModified;
}
