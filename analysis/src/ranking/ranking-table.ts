import type { FriedmanTest, Interval, KendallsW, PairwisePreferences } from "@mehrwert/statistics";
import type { LocalizedText, Missing } from "@mehrwert/study";

/**
 * One item of a ranking table. A statistic that does not exist for the data is absent, never 0 or NaN.
 * Intervals are 95 %: bootstrap for mean ranks, Wilson for shares.
 */
export type RankingRow = {
  /** Column name in the dataset, e.g. `vd-1`. */
  item: string;
  /** Stable English name, e.g. `knowledge-transfer`. */
  name: string;
  label: LocalizedText;
  /** Place in the result, 1 = most valued; equal results share a place. Absent without any usable answer. */
  position?: number;
  /** Respondents who placed this item. */
  n: number;
  /** Share of the whole by the Plackett–Luce model, over all rankings; only in a table that is ordered by it. */
  worth?: number;
  /** Over complete rankings. */
  meanRank?: number;
  meanRankInterval?: Interval;
  medianRank?: number;
  /** Share of those who placed at least `topK` items, 0 to 1, who put it first. */
  firstShare?: number;
  firstShareInterval?: Interval;
  /** Share of the same people who put it among their first `topK`. */
  topShare?: number;
  topShareInterval?: Interval;
  /** Borda points over complete rankings: last place gives 0. */
  borda?: number;
  /**
   * Mean rank of the next row minus this one, with its interval; only in a table that is ordered by mean ranks. An
   * interval that holds 0: the order of the two is open.
   */
  leadOverNext?: { value: number; interval: Interval };
};

/** The aggregate result of one ranking question, most valued first. */
export type RankingTable = {
  question: string;
  questionText: LocalizedText;
  /** Number of items to rank. */
  options: number;
  topK: number;
  /** Respondents in the dataset. */
  respondents: number;
  /** Respondents who placed at least one item. */
  answered: number;
  /** Respondents who placed every item; mean ranks, medians, Borda points, W and Friedman rest on them. */
  complete: number;
  /** Respondents who placed at least `topK` items; shares rest on them. */
  topRanked: number;
  /** Respondents without any placed item, by reason. */
  missing: { reason: Missing; count: number }[];
  /**
   * Sorted by mean rank if complete rankings are enough and no minority; otherwise by worth, which uses all rankings;
   * where neither exists by top share.
   */
  rows: RankingRow[];
  /** Over everyone who placed at least one item; placed counts as preferred to not placed. */
  pairwise: PairwisePreferences & { items: string[] };
  kendallsW?: KendallsW & { meaning: LocalizedText };
  friedman?: FriedmanTest;
  /** How intervals of mean ranks were made; for very many respondents the normal distribution replaces the draws. */
  bootstrap: {
    seed: number;
    draws: number;
    level: number;
    /** Absent: percentile. */
    kind?: "bca";
    replacedBy?: "normal-distribution";
  };
  /** What a reader must know about this table, one sentence each. */
  notes: LocalizedText[];
};
