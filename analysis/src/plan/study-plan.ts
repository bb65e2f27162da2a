import type { Interval, NoMaximumReason } from "@mehrwert/statistics";
import type { RankedItem } from "../ranking-source/ranking-source.ts";

/** What is taken for true while planning, most valued first; worths add up to 1. */
export type AssumedItem = RankedItem & { logWorth: number; worth: number; place: number };

/** How many respondents and how many places each of them gives; `top` = number of items: whole rankings. */
export type PlannedDesign = { n: number; top: number };

/** Share of simulated studies in which something was found, with Wilson's interval for the simulation's own chance. */
export type SimulatedShare = PlannedDesign & { share: number; interval?: Interval; draws: number };

/** Two neighbours: how often their order is found, and how many respondents that takes. */
export type NeighbourPower = {
  higher: AssumedItem;
  lower: AssumedItem;
  /** Difference of the true log-worths. */
  difference: number;
  results: SimulatedShare[];
  /** Respondents for the target power; absent where the two are equal, or no simulated study could be fitted. */
  needed: { top: number; n?: number; reason?: "equal" | "not-fitted" }[];
};

/** A minority that puts one item first: how often two groups are found instead of one. */
export type MinorityPower = { share: number; item: RankedItem; results: SimulatedShare[] };

/** How many respondents are needed, by simulation. */
export type StudyPlan = {
  exists: true;
  from: "fitted" | "given";
  items: AssumedItem[];
  neighbours: NeighbourPower[];
  minority?: MinorityPower;
  sizes: number[];
  tops: number[];
  draws: number;
  minorityDraws: number;
  seed: number;
  level: number;
  targetPower: number;
  /** Simulated studies without a maximum; they count as "not found". */
  notFitted: number;
};

/** Nothing can be planned from these rankings, and why. */
export type NoStudyPlan = { exists: false; reason: NoMaximumReason; items: RankedItem[] };

/** What to simulate. */
export type StudyPlanOptions = {
  sizes: readonly number[];
  tops: readonly number[];
  draws: number;
  seed: number;
  level: number;
  targetPower: number;
  minority?: { share: number; item: string };
  minorityDraws: number;
  /** Called after each simulated study with how many are done, to show progress. */
  onDraw?: (done: number) => void;
};
