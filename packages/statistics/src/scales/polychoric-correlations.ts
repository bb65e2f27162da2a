import { choleskyInPlace } from "../cholesky.ts";
import { normalBelow, normalQuantile } from "../distributions/standard-normal.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import { alphaOf } from "./cronbachs-alpha.ts";
import { polychoricPair } from "./polychoric-pair.ts";
import type { RatingTable } from "./rating-table.ts";

/** An item with more different ratings than this is no longer treated as a set of categories. */
const mostCategories = 12;

/** Polychoric correlations; matrix[i × k + j]. */
export type PolychoricCorrelations = {
  exists: true;
  k: number;
  matrix: Float64Array;
  /** Cut points of each item on the normal scale. */
  thresholds: number[][];
  isPositiveDefinite: boolean;
};

type OrdinalItem = { codes: Uint8Array; categories: number; cuts: number[]; below: number[] };

/**
 * Polychoric correlations: how items with few ordered answers correlate as the normal traits behind them.
 *
 * Method: cut points of each item from all its ratings, then each correlation by maximum likelihood (two steps).
 * Missing: pairwise. Empty cells: left empty; R's psych puts 0.5 into them (`emptyCells: 0.5` does the same), which
 * matters in small samples.
 * Source: Olsson (1979), Psychometrika 44, 443–460.
 * @returns "one-item", "fewer-than-two-respondents", "constant-item", "too-many-categories" (more than 12),
 * "no-overlap", "separated" (a pair agrees without exception); each with the items
 * @example polychoricCorrelations(ratingTable([[1, 2], [2, 2], [3, 1], [1, 1]]))
 */
export function polychoricCorrelations(
  ratings: RatingTable,
  options: { emptyCells?: number } = {},
): PolychoricCorrelations | NoStatistic {
  const k = ratings.itemCount;
  if (k < 2) return noStatistic("one-item");
  if (ratings.respondentCount < 2) return noStatistic("fewer-than-two-respondents");
  const distinct = ratings.columns.map(distinctRatings);
  const tooMany = distinct.flatMap((values, item) =>
    values.length > mostCategories ? [item] : [],
  );
  if (tooMany.length > 0) return noStatistic("too-many-categories", tooMany);
  const constant = distinct.flatMap((values, item) => (values.length < 2 ? [item] : []));
  if (constant.length > 0) return noStatistic("constant-item", constant);
  const items = ratings.columns.map((column, item) => ordinalItem(column, distinct[item] ?? []));
  const matrix = new Float64Array(k * k);
  for (const [i, first] of items.entries()) {
    matrix[i * k + i] = 1;
    for (const [j, second] of items.slice(0, i).entries()) {
      const counts = crossTable(first, second);
      if (counts.every((count) => count === 0)) return noStatistic("no-overlap", [j, i]);
      const filled = counts.map((count) => count || (options.emptyCells ?? 0));
      const rho = polychoricPair({
        ...{ counts: filled, rowCuts: first.cuts, columnCuts: second.cuts },
        ...{ rowBelow: first.below, columnBelow: second.below },
      });
      if (rho === undefined) return noStatistic("separated", [j, i]);
      matrix[i * k + j] = rho;
      matrix[j * k + i] = rho;
    }
  }
  const isPositiveDefinite = choleskyInPlace(Float64Array.from(matrix), k);
  const thresholds = items.map(({ cuts }) => cuts.slice(1, -1));
  return { exists: true, k, matrix, thresholds, isPositiveDefinite };
}

/** Ordinal α with the correlations it comes from. */
export type OrdinalAlpha = {
  exists: true;
  value: number;
  sense: "polychoric-two-step";
  correlations: PolychoricCorrelations;
};

/**
 * Ordinal α: standardised Cronbach's α of the polychoric correlations; what α would be with finer answers.
 *
 * It describes the traits behind the answers, not the sum of the answers as given; report it beside plain α.
 * Source: Zumbo, Gadermann and Zeisser (2007), Journal of Modern Applied Statistical Methods 6, 21–29.
 * @returns the reasons of `polychoricCorrelations`; "not-positive-definite"
 * @example ordinalAlpha(ratings)
 */
export function ordinalAlpha(
  ratings: RatingTable,
  options: { emptyCells?: number } = {},
): OrdinalAlpha | NoStatistic {
  const correlations = polychoricCorrelations(ratings, options);
  if (!correlations.exists) return correlations;
  const value = correlations.isPositiveDefinite
    ? alphaOf(correlations.matrix, correlations.k)
    : undefined;
  if (value === undefined) return noStatistic("not-positive-definite");
  return { exists: true, value, sense: "polychoric-two-step", correlations };
}

/** Stops early once there are too many. */
function distinctRatings(column: Float64Array): number[] {
  const values = new Set<number>();
  for (const rating of column) {
    if (!Number.isNaN(rating)) values.add(rating);
    if (values.size > mostCategories) break;
  }
  return [...values].sort((a, b) => a - b);
}

/** Code 255 = missing. */
function ordinalItem(column: Float64Array, values: readonly number[]): OrdinalItem {
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const codes = Uint8Array.from(column, (rating) => codeOf.get(rating) ?? 255);
  const counts = new Float64Array(256);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  const n = codes.length - (counts[255] ?? 0);
  const cuts = [-Infinity];
  let below = 0;
  for (const code of values.keys()) {
    below += counts[code] ?? 0;
    cuts.push(code === values.length - 1 ? Infinity : normalQuantile(below / n));
  }
  return { codes, categories: values.length, cuts, below: cuts.map(normalBelow) };
}

function crossTable(first: OrdinalItem, second: OrdinalItem): Float64Array {
  const counts = new Float64Array(first.categories * second.categories);
  for (let respondent = 0; respondent < first.codes.length; respondent += 1) {
    const [row, column] = [first.codes[respondent] ?? 255, second.codes[respondent] ?? 255];
    if (row === 255 || column === 255) continue;
    const cell = row * second.categories + column;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}
