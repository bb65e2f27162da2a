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
