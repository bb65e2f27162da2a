import type { CronbachsAlpha, Interval, NoStatistic, WelchTest } from "@mehrwert/statistics";
import type { DerivedIndex, LocalizedText } from "@mehrwert/study";

/** One number per respondent; undefined = no score. */
export type Scores = readonly (number | undefined)[];

/** What is said of any score: how many have one, where it lies. Interval: 95 %, by Student's t. */
export type ScoreMoments = {
  n: number;
  mean?: number;
  sd?: number;
  interval?: Interval;
};

/** One item of a score. `isReversed`: turned before it counts. */
export type ScoreItem = { item: string; label: LocalizedText; isReversed: boolean };

/** The score of a construct that is measured by the mean of its items. */
export type ConstructScore = ScoreMoments & {
  id: string;
  label: LocalizedText;
  definition: LocalizedText;
  items: ScoreItem[];
  minimumAnswered: number;
  range?: [lowest: number, highest: number];
  alpha: CronbachsAlpha | NoStatistic;
  /** Respondents who rated an item, but too few for a score. */
  tooFewItems: number;
  scores: Scores;
};

type IndexOf<Kind extends DerivedIndex["kind"]> = Extract<DerivedIndex, { kind: Kind }>;

/** An index with a number per person. */
export type NumberIndex = ScoreMoments & {
  index: IndexOf<"mean" | "difference" | "ratio">;
  scores: Scores;
};

/** Shares of the types; only for groups, no person is labelled. `untyped`: with all scores, but of no type. */
export type TypologyIndex = {
  index: IndexOf<"typology">;
  n: number;
  types: { id: string; label: LocalizedText; count: number; share?: number; interval?: Interval }[];
  untyped: number;
};

/** Two groups on mirrored items; without `test` a group is smaller than it must be, or nobody differs. */
export type GapIndex = {
  index: IndexOf<"group-gap">;
  minimumAnswered: number;
  isTooSmall: boolean;
  test?: WelchTest;
  pairs: { self: string; other: string; label: LocalizedText; test?: WelchTest }[];
};

export type IndexScore = NumberIndex | TypologyIndex | GapIndex;

/** A recommendation from 0 to 10: promoters 9 and 10, detractors 0 to 6; `score` = their shares' difference × 100. */
export type Recommendation = {
  variable: string;
  label: LocalizedText;
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
  score?: number;
  interval?: Interval;
};

/** Every score that an instrument declares, from one dataset. */
export type ScoreTable = {
  /** Ids of the respondents, in the order of all scores. */
  respondents: readonly string[];
  constructs: ConstructScore[];
  indices: IndexScore[];
  recommendations: Recommendation[];
};
