import type { RankRow } from "../rankings.ts";

/**
 * The usual row, without any allocation: ranks 1 … m without ties, and blanks. Returns m, or −1 if to be read slowly.
 */
export function copyPlainRow(
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
    if (rank === null || rank === undefined) continue;
    const whole = rank | 0;
    if (whole !== rank || whole >>> 0 > k) return -1;
    const isRanked = -whole >> 31;
    seen |= (1 << whole) & isRanked;
    placed -= isRanked;
    ranks[base + item] = whole;
  }
  return placed > 0 && seen === (2 << placed) - 2 ? placed : -1;
}
