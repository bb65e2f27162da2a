import type { SparseRow } from "./character-ngrams.ts";

/** How a model is fitted. */
export type LogisticSettings = {
  /** Weight of the errors against that of the size of the weights (C of the literature); above 0. */
  cost: number;
  /** Stops when no row moves by more than this within a pass. */
  tolerance?: number;
  mostPasses?: number;
};

/** Gives the estimated probability, 0 to 1, that a row belongs to the class. */
export type LogisticModel = (row: SparseRow) => number;

/**
 * Logistic regression with an L2 penalty: weights w that minimise ½|w|² + Σ cᵢ ln(1 + exp(−yᵢ w·xᵢ)).
 *
 * Both classes weigh alike: cᵢ = cost · n / (2 · number of rows of its class), so that a rare class is not outvoted; the
 * estimates are therefore those of a class as frequent as its opposite. The constant term is a feature of value 1 and is
 * penalised, too. There is nothing random in it: rows are visited in their order.
 * Source: dual coordinate descent after Yu, Huang & Lin (2011), Machine Learning 85, 41–75; each row's step is solved
 * exactly by a safeguarded Newton method.
 * @throws RangeError unless there are rows of both classes
 */
export function fitLogistic(
  rows: readonly SparseRow[],
  isMember: readonly boolean[],
  { size, cost, tolerance = 1e-3, mostPasses = 200 }: LogisticSettings & { size: number },
): LogisticModel {
  const members = isMember.filter(Boolean).length;
  if (members === 0 || members === rows.length) {
    throw new RangeError("fitLogistic requires rows of both classes");
  }
  const costs = { in: (cost * rows.length) / (2 * members), out: 0 };
  costs.out = (cost * rows.length) / (2 * (rows.length - members));
  const weights = new Float64Array(size + 1);
  // In the dual, row i has a weight between 0 and its cost; `odds` is its log-odds, which never overflows.
  const odds = new Float64Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const [sign, most] = isMember[at] === true ? [1, costs.in] : [-1, costs.out];
    odds[at] = Math.log(0.01 / 0.99);
    add(weights, row, sign * most * 0.01);
  }
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let largest = 0;
    for (const [at, row] of rows.entries()) {
      const [sign, most] = isMember[at] === true ? [1, costs.in] : [-1, costs.out];
      const before = most * logistic(odds[at] ?? 0);
      const next = step({
        ...{ odds: odds[at] ?? 0, before, most },
        norm: normOf(row),
        margin: sign * dot(weights, row),
      });
      const moved = most * logistic(next) - before;
      odds[at] = next;
      if (moved !== 0) add(weights, row, sign * moved);
      largest = Math.max(largest, Math.abs(moved) / most);
    }
    if (largest < tolerance) break;
  }
  return (row) => logistic(dot(weights, row));
}

/** The log-odds u at which norm · (most · logistic(u) − before) + margin + u = 0; the left side rises with u. */
function step({
  odds,
  before,
  most,
  norm,
  margin,
}: {
  odds: number;
  before: number;
  most: number;
  norm: number;
  margin: number;
}): number {
  let low = -margin - norm * (most - before);
  let high = -margin + norm * before;
  let at = Math.min(high, Math.max(low, odds));
  for (let turn = 0; turn < 60; turn += 1) {
    const share = logistic(at);
    const value = norm * (most * share - before) + margin + at;
    if (Math.abs(value) < 1e-10) break;
    if (value > 0) high = at;
    else low = at;
    const newton = at - value / (norm * most * share * (1 - share) + 1);
    at = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return at;
}

function logistic(value: number): number {
  return value >= 0 ? 1 / (1 + Math.exp(-value)) : 1 - 1 / (1 + Math.exp(value));
}

/** The last weight is that of the constant term. */
function dot(weights: Float64Array, { index, value }: SparseRow): number {
  let sum = weights[weights.length - 1] ?? 0;
  for (let at = 0; at < index.length; at += 1) {
    sum += (weights[index[at] ?? 0] ?? 0) * (value[at] ?? 0);
  }
  return sum;
}

function add(weights: Float64Array, { index, value }: SparseRow, by: number): void {
  for (let at = 0; at < index.length; at += 1) {
    const place = index[at] ?? 0;
    weights[place] = (weights[place] ?? 0) + by * (value[at] ?? 0);
  }
  const last = weights.length - 1;
  weights[last] = (weights[last] ?? 0) + by;
}

/** Squared length with the constant term: rows have length 1, or are empty. */
function normOf({ index }: SparseRow): number {
  return index.length === 0 ? 1 : 2;
}
