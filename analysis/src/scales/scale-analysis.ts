import {
  type CronbachsAlpha,
  completeRatings,
  cronbachsAlpha,
  floorAndCeiling,
  type NoStatistic,
  type OmegaHierarchical,
  type OmegaTotal,
  type OrdinalAlpha,
  omegaHierarchical,
  omegaTotal,
  ordinalAlpha,
  type RatingTable,
  ratingTable,
  type ScaleScores,
  type SplitHalf,
  scaleScores,
  splitHalf,
} from "@mehrwert/statistics";
import type { ScaleItem, ScaleSource } from "./scale-source.ts";

/** One item as rated, turned if reverse-keyed; what does not exist is missing. */
export type AnalysedScaleItem = ScaleItem & {
  n: number;
  mean?: number;
  sd?: number;
  itemRest?: number;
  alphaIfDropped?: number;
};

/** Reliability of one scale, and the scores it gives. */
export type ScaleAnalysis = {
  source: ScaleSource;
  /** Respondents who rated one item at least, and all. */
  n: number;
  complete: number;
  k: number;
  items: AnalysedScaleItem[];
  alpha: CronbachsAlpha | NoStatistic;
  ordinalAlpha: OrdinalAlpha | NoStatistic;
  omegaTotal: OmegaTotal | NoStatistic;
  omegaHierarchical: OmegaHierarchical | NoStatistic;
  splitHalf: SplitHalf | NoStatistic;
  scores: ScaleScores;
  ends: ReturnType<typeof floorAndCeiling>;
};

/** Reliability of a scale by every coefficient on offer, with its items and the scores of its respondents. */
export function analyseScale(source: ScaleSource): ScaleAnalysis {
  const { items, range, minimumItems } = source;
  const rated = source.rows.filter((row) => row.some((cell) => cell !== null));
  const reverseKeyed = items.flatMap(({ isReversed }, index) => (isReversed ? [index] : []));
  // Without a row nobody could tell how many items there are.
  const rows = rated.length > 0 ? rated : [items.map(() => null)];
  const ratings = ratingTable(rows, { reverseKeyed, ...(range !== undefined && { range }) });
  const alpha = cronbachsAlpha(ratings);
  const scores = scaleScores(ratings, { ...(minimumItems !== undefined && { minimumItems }) });
  return {
    source,
    n: rated.length,
    complete: completeRatings(ratings).respondentCount,
    k: items.length,
    items: items.map((item, index) => {
      const inScale = alpha.exists ? alpha.items[index] : undefined;
      return { ...item, ...(inScale ?? plainItem(ratings, index)) };
    }),
    alpha,
    ordinalAlpha: ordinalAlpha(ratings),
    omegaTotal: omegaTotal(ratings),
    omegaHierarchical: omegaHierarchical(ratings),
    splitHalf: splitHalf(ratings),
    scores,
    ends: range === undefined ? undefined : floorAndCeiling(scores.scores, range),
  };
}

function plainItem(ratings: RatingTable, index: number) {
  const given = (ratings.columns[index] ?? new Float64Array()).filter((x) => !Number.isNaN(x));
  const n = given.length;
  if (n === 0) return { n };
  const mean = given.reduce((sum, x) => sum + x, 0) / n;
  if (n === 1) return { n, mean };
  const squares = given.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}
