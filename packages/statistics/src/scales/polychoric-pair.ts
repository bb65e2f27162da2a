import {
  bivariateNormalDensity,
  bivariateNormalExcess,
} from "../distributions/bivariate-normal.ts";

/** Beyond this the two orders are the same for all that the data can tell. */
const greatest = 0.9999;

/** A pair of ordinal items: counts[row × columns + column], and the cut points with −∞ and ∞ at the ends. */
export type OrdinalPair = {
  counts: Float64Array;
  rowCuts: readonly number[];
  columnCuts: readonly number[];
  /** Shares of the normal distribution below the cut points. */
  rowBelow: readonly number[];
  columnBelow: readonly number[];
};

/**
 * Polychoric correlation of one pair by maximum likelihood, the cut points given.
 *
 * Method: steps of Fisher scoring inside a bracket that shrinks around the root of the score.
 * Source: Olsson (1979), Psychometrika 44, 443–460, two-step estimator.
 * @returns undefined if the likelihood rises up to ±1
 * @example polychoricPair(pair) // 0.42
 */
export function polychoricPair(pair: OrdinalPair): number | undefined {
  let [low, high] = [-greatest, greatest];
  let rho = 0;
  for (let step = 0; step < 100; step += 1) {
    const { score, information } = scoreAt(pair, rho);
    if (score > 0) low = rho;
    else high = rho;
    let next = rho + score / information;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - rho) < 1e-11) {
      rho = next;
      break;
    }
    rho = next;
  }
  return Math.abs(rho) > greatest - 1e-6 ? undefined : rho;
}

/** Slope of the log-likelihood by ρ, and its expected curvature. */
function scoreAt(pair: OrdinalPair, rho: number): { score: number; information: number } {
  const { counts, rowCuts, columnCuts, rowBelow, columnBelow } = pair;
  const [rows, columns] = [rowCuts.length - 1, columnCuts.length - 1];
  const width = columns + 1;
  const below = new Float64Array((rows + 1) * width);
  const density = new Float64Array((rows + 1) * width);
  for (let i = 0; i <= rows; i += 1) {
    for (let j = 0; j <= columns; j += 1) {
      const [h, k] = [rowCuts[i] ?? 0, columnCuts[j] ?? 0];
      const independent = (rowBelow[i] ?? 0) * (columnBelow[j] ?? 0);
      below[i * width + j] = independent + bivariateNormalExcess(h, k, rho);
      density[i * width + j] = bivariateNormalDensity(h, k, rho);
    }
  }
  const cell = (grid: Float64Array, at: number) =>
    (grid[at + width + 1] ?? 0) - (grid[at + width] ?? 0) - (grid[at + 1] ?? 0) + (grid[at] ?? 0);
  let [score, information, total] = [0, 0, 0];
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const probability = Math.max(cell(below, i * width + j), 1e-15);
      const slope = cell(density, i * width + j);
      const count = counts[i * columns + j] ?? 0;
      score += (count * slope) / probability;
      information += (slope * slope) / probability;
      total += count;
    }
  }
  return { score, information: Math.max(information * total, 1e-12) };
}
