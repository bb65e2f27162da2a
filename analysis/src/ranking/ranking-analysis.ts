import type {
  AnchorCorrection,
  CondorcetResult,
  DurbinTest,
  Interval,
  KemenyConsensus,
  MallowsFit,
  PairwisePreferences,
  PlackettLuceFit,
  RankingAgreement,
} from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";
import type { RankedItem } from "../ranking-source/ranking-source.ts";
import type { BootstrapKind } from "./bootstrap-kind.ts";

/** A statistic that does not exist for these data: its name as in the JSON document, and why. */
export type AbsentStatistic = { name: string; item?: string; reason: string; text: LocalizedText };

/** Everything found out about one item. What does not exist is absent, never 0 or NaN. */
export type AnalysedItem = RankedItem & {
  /** Place in the result; equal results share one. */
  position?: number;
  /** Respondents who ranked the item, and who could have. */
  n: number;
  faced: number;
  /** Mean over those who ranked the item; tied items share the mean of their places. */
  meanRank?: number;
  /** Mean over all who faced it; items left unranked below the others share the mean of the places left. */
  midrankMean?: number;
  midrankMeanInterval?: Interval;
  medianRank?: number;
  firstShare?: number;
  firstShareInterval?: Interval;
  topShare?: number;
  topShareInterval?: Interval;
  /** Points: items placed behind it, added up over respondents; `bordaMean` per respondent. */
  borda?: number;
  bordaMean?: number;
  logWorth?: number;
  standardError?: number;
  logWorthCentred?: number;
  standardErrorCentred?: number;
  quasiStandardError?: number;
  worth?: number;
  worthInterval?: Interval;
  /** Ranks that the data cannot rule out, for all items at once. */
  rankInterval?: [lower: number, upper: number];
  rankProbabilities?: number[];
  /** Respondents who placed it at each rank. */
  rankCounts: number[];
};

/** Whether one item is really ahead of the next; contradictory: mean ranks and worths are sure of opposite orders. */
export type NeighbourVerdict = "clear" | "probable" | "open" | "contradictory";

/** Two neighbours of the result. A lead above 0 favours the first; its interval is of 95 %. */
export type Neighbours = {
  first: string;
  second: string;
  scale: "mean-midrank" | "log-worth";
  lead: number;
  interval: Interval;
  verdict: NeighbourVerdict;
};

/** Two items compared after Friedman's test; a difference below 0 favours the first. */
export type PairContrast = {
  /** Indices of items. */
  first: number;
  second: number;
  meanRankDifference: number;
  /** t with Holm's correction; absent if no variation is left. */
  conover?: { statistic: number; p: number; adjustedP: number };
  /** Studentised range, corrected for all pairs at once; the more cautious of the two. */
  nemenyi: { statistic: number; adjustedP: number };
};

/** Every pair of items compared, each once. `df`: of Conover's t. */
export type PostHoc = { n: number; df?: number; pairs: PairContrast[] };

/** No worths by maximum likelihood: why, and the parts or steps of the network, as items. */
export type NoWorths = {
  exists: false;
  reason: string;
  text: LocalizedText;
  parts: string[][];
  components: string[][];
};

/** What respondents did with the order in which the items were shown to them. */
export type ResponseQuality = {
  /** Respondents whose order of presentation is known and who ranked at least three items. */
  n: number;
  straightThrough: { count: number; share: number; interval: Interval; byChance: number };
  /** Kendall's tau between the order shown and the ranking, averaged; 0 = no pull of the order. */
  shownOrder?: {
    meanTau: number;
    standardError: number;
    interval: Interval;
    p: number;
    n: number;
  };
};

/** How many were much faster than the middle respondent; times are in the unit of the file. */
export type SpeederCount = {
  n: number;
  median: number;
  limit: number;
  count: number;
  share: number;
};

/** Ranks with random answers taken out, over those who answered the anchor and placed everything without ties. */
export type AnchoredRanks = Omit<AnchorCorrection, "exists" | "preferred">;

/** How intervals and probabilities were made. */
export type Uncertainty = {
  method: "bootstrap" | "normal";
  /** How intervals were read from the draws. */
  kind: BootstrapKind;
  seed: number;
  draws: number;
  level: number;
  /** Draws without a result, of worths. */
  failed?: number;
  /** What the rank probabilities rank. */
  probabilitiesOf?: "log-worth" | "mean-midrank";
};

/** Everything the ranking engine finds out about one set of rankings. */
export type RankingAnalysis = {
  n: number;
  respondents: number;
  skippedRows: number;
  topK: number;
  unranked: "complete" | "below" | "not-presented";
  isWeighted: boolean;
  /** Sum of the weights, and Kish's effective number of respondents, if there are weights. */
  weightedN?: number;
  effectiveN?: number;
  completeShare: number;
  distinctRankings: number;
  /** In the order of the source. */
  items: AnalysedItem[];
  /** Indices of `items`, most valued first. */
  order: number[];
  orderedBy: "mean-midrank" | "log-worth" | "none";
  worths: PlackettLuceFit | NoWorths;
  agreement?: RankingAgreement & { meaning: LocalizedText };
  /** Pairs after Friedman's test. */
  postHoc?: PostHoc;
  /** In place of Friedman's test where everybody was shown only some items, in a balanced design. */
  durbin?: DurbinTest;
  pairwise: PairwisePreferences & { items: string[] };
  neighbours: Neighbours[];
  condorcet?: CondorcetResult;
  kemeny?: KemenyConsensus;
  mallows?: MallowsFit;
  quality?: ResponseQuality;
  speeders?: SpeederCount;
  /** Ranks with random answers taken out. */
  anchor?: AnchoredRanks;
  uncertainty: Uncertainty;
  absent: AbsentStatistic[];
};

/** How to analyse; the seed makes every number repeatable. */
export type AnalyseOptions = {
  seed?: number;
  draws?: number;
  pseudo?: boolean;
  /** How intervals are read from the draws; percentile unless told otherwise. */
  interval?: BootstrapKind;
  /** Order by worths where they exist, even if everybody was shown everything. */
  prefersWorths?: boolean;
};
