import type { Interval } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";
import type { RankedItem } from "../ranking-source/ranking-source.ts";

/**
 * One item in one group. worth: probability that the group puts it first of all items; its interval is missing on the
 * boundary. meanRank: every respondent counts by the probability of belonging to the group.
 */
export type GroupItem = RankedItem & {
  worth: number;
  worthInterval?: Interval;
  logWorth: number;
  meanRank?: number;
  meanRankInterval?: Interval;
  /** Place by worth within the group, 1 = most valued. */
  place: number;
};

/** One group, the largest called "1". levels: items of a later level are practically never put before an earlier one. */
export type LatentGroup = {
  name: string;
  share: number;
  interval?: Interval;
  items: GroupItem[];
  levels: string[][];
};

/** The best description with a given number of groups. */
export type GroupFit = {
  classCount: number;
  logLikelihood: number;
  df: number;
  bic: number;
  icl: number;
  entropy?: number;
  isOnBoundary: boolean;
  starts: number;
  polished: number;
  reached: number;
  classes: LatentGroup[];
};

/** Chance that data without the last group would look as if it were there; or why that was not looked into. */
export type NoiseCheck =
  | { exists: true; value: number; p: number; draws: number; starts: number; fewer: number }
  | { exists: false; reason: "one-group" | "too-large" | "not-asked" | "fewer-not-fitted" };

/** What members of one group answered to a question, each respondent counted by the probability of belonging. */
export type MemberAnswers = {
  group: string;
  /** Respondents that the memberships are worth. */
  effectiveN: number;
  mean?: number;
  meanInterval?: Interval;
  shares: { code: string; label: LocalizedText; share: number; interval: Interval }[];
};

/** How one answer goes with belonging to a group: p is for the most telling group; pAdjusted for all tests made. */
export type MemberFinding = {
  variable: string;
  label: LocalizedText;
  kind: "choice" | "rating";
  n: number;
  group: string;
  statistic: number;
  df: number;
  p: number;
  pAdjusted: number;
  answers: MemberAnswers[];
};

/** Groups of respondents who value the items differently, as far as their rankings show them. */
export type LatentGroups = {
  exists: true;
  n: number;
  differentRankings: number;
  fits: GroupFit[];
  /** Number of groups by BIC, among those asked for. */
  chosen: number;
  chosenBy: { bic: number; icl: number };
  check: NoiseCheck;
  members: MemberFinding[];
  /** Tests behind the correction in `members`. */
  memberTests: number;
  /** Why nobody is described although there are groups. */
  membersLeftOut?: "no-answers" | "small-group";
  /** Mean number of places given, of the items a respondent could place. */
  placesGiven: { mean: number; completeShare: number; ofItems: number };
  seed: number;
  starts: number;
  prior: number;
};

/** No groups can be looked for, and why. */
export type NoLatentGroups = {
  exists: false;
  n: number;
  reason: NoGroupsReason;
  /** The items that the reason is about, if any. */
  items: RankedItem[];
};

/** Why no groups can be looked for. */
export type NoGroupsReason =
  | "one-respondent"
  | "one-item"
  | "nothing-compared"
  | "disconnected"
  | "one-sided"
  | "diverges";
