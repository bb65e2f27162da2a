import type { Interval, NoMaximumReason } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";
import type { RankedItem } from "../ranking-source/ranking-source.ts";

/** Respondents who gave the same answer, or one of several that were put together. */
export type ComparedGroup = {
  /** The code, or codes joined by "+". */
  name: string;
  label: LocalizedText;
  n: number;
  /** Rows of the rankings. */
  rows: number[];
};

/** How an answer divides the respondents. */
export type ComparisonGroups = {
  groups: ComparedGroup[];
  /** Below the minimum and not put together with others; their numbers stay unseen. */
  leftOut: LocalizedText[];
  merged: LocalizedText[];
  /** A scale was cut in two; the groups are its lower and upper part. */
  isCut: boolean;
  /** Respondents with a ranking but without this answer. */
  missing: number;
  minimum: number;
};

/** One item in one group; what does not exist is absent. */
export type GroupItemValues = {
  /** Respondents of the group to whom the item was shown. */
  n: number;
  meanRank?: number;
  meanRankInterval?: Interval;
  worth?: number;
  worthInterval?: Interval;
  logWorthCentred?: number;
  standardError?: number;
};

/** One item valued differently: the group against all others, or against the second of two groups. */
export type GroupItemContrast = {
  group: string;
  against: string | "rest";
  item: string;
  /** Difference of centred log-worths; above 0: the group values the item more. */
  difference?: number;
  interval?: Interval;
  /** Difference of mean ranks; below 0: the group values the item more. */
  rankDifference?: number;
  rankDifferenceInterval?: Interval;
  p: number;
  pAdjusted: number;
};

/** Whether the groups rank differently at all; or why that cannot be tested, and in which group. */
export type OverallTest =
  | { exists: true; value: number; df: number; p: number; n: number }
  | { exists: false; reason: NoMaximumReason | "weights"; group?: string };

/** How far two groups have the same order of items. */
export type GroupOrderAgreement = {
  first: string;
  second: string;
  coefficient: "spearman" | "kendall-tau-b";
  value: number;
  interval?: Interval;
};

/** Two or more groups of respondents side by side. */
export type RankingComparison = ComparisonGroups & {
  exists: true;
  variable: string;
  label: LocalizedText;
  n: number;
  items: RankedItem[];
  /** values[group][item] */
  values: GroupItemValues[][];
  worthsMissing: { group: string; reason: NoMaximumReason }[];
  overall: OverallTest;
  contrasts: GroupItemContrast[];
  agreements: GroupOrderAgreement[];
};

/** Fewer than two groups are large enough to be compared. */
export type NoRankingComparison = ComparisonGroups & {
  exists: false;
  variable: string;
  label: LocalizedText;
  reason: "one-group";
};

/** One answer of many: whether those who gave different answers rank differently. */
export type CovariateTest = {
  variable: string;
  label: LocalizedText;
  groups: { label: LocalizedText; n: number }[];
  test: OverallTest | { exists: false; reason: "one-group" };
  /** The item whose ranks go with the answer most clearly; p is not corrected. */
  itemTest?: { item: string; value: number; df: number; p: number; n: number };
  /** Both tests in one: twice the smaller of p of `test` and p of `itemTest` times the number of items. */
  p?: number;
  /** Holm's correction of `p` over all answers: the chance of even one false alarm stays below the level. */
  pAdjusted?: number;
  /** Benjamini–Hochberg: the share of false alarms among the answers named stays below the level. */
  pFalseDiscovery?: number;
};

/** All answers, each tested on its own, the clearest first. */
export type CovariateScreening = {
  n: number;
  tests: CovariateTest[];
  /** Number of tests behind the correction. */
  corrected: number;
  /** In full, for the clearest answers. */
  comparisons: RankingComparison[];
};
