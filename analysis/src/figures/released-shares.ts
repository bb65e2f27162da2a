import type { LocalizedText } from "@mehrwert/study";

/**
 * Shares as they were released, ready to be drawn: one row for each item or group, one column for each answer.
 * shares[row][answer] from 0 to 1, null where it is hidden.
 */
export type ReleasedShares = {
  /** Unique in a page. */
  id: string;
  title: LocalizedText;
  rows: readonly { label: LocalizedText; size: string }[];
  /** `isReason`: no answer but why there is none, such as "cannot judge". */
  answers: readonly { label: LocalizedText; isReason?: boolean }[];
  shares: readonly (readonly (number | null)[])[];
  /** Whether the answers are points of a response scale, from low to high. */
  isScale: boolean;
};

/** What is left of the whole where answers are hidden; 0 where none is. */
export function hiddenShare(shares: readonly (number | null)[]): number {
  if (!shares.includes(null)) return 0;
  const shown = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  return Math.max(0, Math.round(100 * (1 - shown)) / 100);
}
