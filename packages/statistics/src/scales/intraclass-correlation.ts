import { fQuantile, fTail } from "../distributions/f-distribution.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import type { Interval } from "../wilson-interval.ts";
import { completeRatings, type RatingTable } from "./rating-table.ts";

/** One intraclass correlation with its interval and F test. */
export type IccForm = {
  value: number;
  interval: Interval;
  f: number;
  df1: number;
  df2: number;
  p: number;
};

/** `single` = of one rating; `average` = of the mean of all k ratings, missing where the formula has no value. */
export type IccForms = { single: IccForm; average?: IccForm };

/** The forms of Shrout and Fleiss. */
export type IntraclassCorrelation = {
  exists: true;
  n: number;
  k: number;
  /** Each object has other raters. */
  icc1: IccForms;
  /** The same raters, a sample of raters; absolute agreement. */
  icc2: IccForms;
  /** The same raters, just these; consistency. The average is Cronbach's α. */
  icc3: IccForms;
};

/**
 * Intraclass correlations ICC(1), ICC(2,1), ICC(3,1) and their averages: how far ratings of the same thing agree.
 *
 * Shape: ratings[object][rater]. Missing: listwise. Unit/range: up to 1; may be negative.
 * Source: Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428; intervals of ICC(2): McGraw and Wong
 * (1996), Psychological Methods 1, 30–46.
 * @throws RangeError if the level is not between 0 and 1
 * @returns "one-item", "fewer-than-two-respondents", "no-variance" (nothing varies), "perfect-agreement" (no error left)
 * @example intraclassCorrelation(ratingTable([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8]]))
 */
export function intraclassCorrelation(
  ratings: RatingTable,
  options: { level?: number } = {},
): IntraclassCorrelation | NoStatistic {
  const table = completeRatings(ratings);
  const { respondentCount: n, itemCount: k } = table;
  if (k < 2) return noStatistic("one-item");
  if (n < 2) return noStatistic("fewer-than-two-respondents");
  const { between, within, raters, error } = meanSquares(table);
  if (between + raters + error < 1e-24) return noStatistic("no-variance");
  if (error < 1e-14 * (between + raters)) return noStatistic("perfect-agreement");
  const tail = (1 + (options.level ?? 0.95)) / 2;
  const oneWay = { f: between / within, df1: n - 1, df2: n * (k - 1) };
  const twoWay = { f: between / error, df1: n - 1, df2: (n - 1) * (k - 1) };
  const agreement = (between - error) / (between + (k - 1) * error + (k * (raters - error)) / n);
  const agreementDf = satterthwaite(agreement, { n, k, raters, error });
  const low = fQuantile(tail, n - 1, agreementDf);
  const high = fQuantile(tail, agreementDf, n - 1);
  const spread = k * raters + (k * n - k - n) * error;
  const agreementInterval: Interval = [
    (n * (between - low * error)) / (low * spread + n * between),
    (n * (high * between - error)) / (spread + n * high * between),
  ];
  return {
    ...{ exists: true, n, k },
    icc1: bothForms(oneWay, ratioInterval(oneWay, k, tail), consistency(oneWay.f, k), k),
    icc2: bothForms(twoWay, agreementInterval, agreement, k),
    icc3: bothForms(twoWay, ratioInterval(twoWay, k, tail), consistency(twoWay.f, k), k),
  };
}

type FTest = { f: number; df1: number; df2: number };

function consistency(f: number, k: number): number {
  return (f - 1) / (f + k - 1);
}

function ratioInterval({ f, df1, df2 }: FTest, k: number, tail: number): Interval {
  return [
    consistency(f / fQuantile(tail, df1, df2), k),
    consistency(f * fQuantile(tail, df2, df1), k),
  ];
}

/** The mean of k ratings is more reliable than one by the Spearman–Brown formula. */
function bothForms(test: FTest, interval: Interval, value: number, k: number): IccForms {
  const p = fTail(test.f, test.df1, test.df2).p;
  const single = { value, interval, ...test, p };
  const average = (icc: number) => (k * icc) / (1 + (k - 1) * icc);
  const [lower, upper] = interval;
  if (![value, lower, upper].every((icc) => 1 + (k - 1) * icc > 0)) return { single };
  return {
    single,
    average: { value: average(value), interval: [average(lower), average(upper)], ...test, p },
  };
}

function satterthwaite(
  icc: number,
  { n, k, raters, error }: { n: number; k: number; raters: number; error: number },
): number {
  const f = raters / error;
  const inner = k * icc * f + n * (1 + (k - 1) * icc) - k * icc;
  const outer = (n - 1) * k * k * icc * icc * f * f + (n * (1 + (k - 1) * icc) - k * icc) ** 2;
  // With an ICC of −1 and raters who do not differ both are 0: as little is known as at the least.
  return outer > 0 ? Math.max(1e-3, ((k - 1) * (n - 1) * inner * inner) / outer) : 1e-3;
}

function meanSquares({ columns, respondentCount: n, itemCount: k }: RatingTable) {
  const columnMeans = columns.map((column) => column.reduce((sum, x) => sum + x, 0) / n);
  const grand = columnMeans.reduce((sum, mean) => sum + mean, 0) / k;
  let [betweenSum, withinSum] = [0, 0];
  for (let row = 0; row < n; row += 1) {
    const mean = columns.reduce((sum, column) => sum + (column[row] ?? 0), 0) / k;
    betweenSum += k * (mean - grand) ** 2;
    for (const column of columns) withinSum += ((column[row] ?? 0) - mean) ** 2;
  }
  const raterSum = n * columnMeans.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  return {
    between: betweenSum / (n - 1),
    within: withinSum / (n * (k - 1)),
    raters: raterSum / (k - 1),
    error: Math.max(0, withinSum - raterSum) / ((n - 1) * (k - 1)),
  };
}
