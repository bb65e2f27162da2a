import { type BootstrapSettings, bootstrapIntervals } from "../bootstrap-intervals.ts";
import { type CompleteRankings, itemCount } from "../complete-rankings.ts";
import { type CountedRows, countRows } from "../counted-rows.ts";
import { type NoStatistic, noStatistic } from "../no-statistic.ts";
import type { Interval } from "../wilson-interval.ts";

/** A number as observed and with random answers taken out, with bootstrap intervals where they exist. */
export type CorrectedValue = {
  raw: number;
  corrected: number;
  rawInterval?: Interval;
  correctedInterval?: Interval;
  /** Corrected beyond what is possible: too few respondents, or answers that are not random but wrong otherwise. */
  isOutside: boolean;
};

/** Rankings with random answers taken out; `preferred[i][j]` = share who rank item i before item j. */
export type AnchorCorrection = {
  exists: true;
  /** Share of respondents who answered at random. */
  randomShare: number;
  randomShareInterval?: Interval;
  /** Share who answered the anchor question correctly. */
  correctShare: number;
  items: {
    item: number;
    meanRank: CorrectedValue;
    firstShare: CorrectedValue;
    topShare: CorrectedValue;
  }[];
  preferred: CorrectedValue[][];
  top: number;
  n: number;
  assumption: "uniform-random-answers";
  bootstrap: BootstrapSettings;
};

/**
 * Rankings corrected for random answers by an anchor question: one whose right order everybody knows.
 *
 * A share of respondents answers at random, estimated from how many miss the anchor's order: with a anchor items, a
 * random answer is right in 1 of a! cases. Then true = (observed − random share × value of random answers) / (1 − random
 * share). Assumes that random answers are uniform and that the same people answer both questions at random.
 * Ties: not allowed. Weights: optional, one a respondent. Intervals: percentile bootstrap of respondents; missing if a
 * draw misses the anchor as often as chance.
 * Source: Atsusaka and Kim (2025), Addressing Measurement Errors in Ranking Questions for the Social Sciences,
 * Political Analysis 33; direct estimator.
 * @throws RangeError if lists differ in length, ranks are no permutation, fewer than two anchor items, bad weights
 * @returns "fewer-than-two-respondents", "one-item", or "worse-than-chance" (the anchor says nothing)
 * @example anchorCorrection({ rankings, isAnchorCorrect, anchorItems: 4, seed: 1 })
 */
export function anchorCorrection(input: {
  rankings: CompleteRankings;
  isAnchorCorrect: readonly boolean[];
  anchorItems: number;
  weights?: readonly number[];
  /** Size of "among the first": 3 unless told otherwise. */
  top?: number;
  seed: number;
  draws?: number;
  level?: number;
}): AnchorCorrection | NoStatistic {
  const { rankings, anchorItems, seed, draws = 1000, level = 0.95 } = input;
  const table = checkedTable(input);
  const k = itemCount(rankings);
  if (table.length < 2) return noStatistic("fewer-than-two-respondents");
  if (k < 2) return noStatistic("one-item");
  const top = Math.min(input.top ?? 3, k);
  const observe = observer(k, top);
  const observed = observe(countRows(table));
  const chance = chanceValues(k, top);
  const luck = 1 / factorial(anchorItems);
  const randomShareOf = (correct: number) => (1 - correct) / (1 - luck);
  const correctShare = observed[0] ?? 0;
  const randomShare = randomShareOf(correctShare);
  if (randomShare >= 1) return noStatistic("worse-than-chance");
  let isEveryDrawUsable = true;
  const both = (values: readonly number[]): number[] => {
    const share = randomShareOf(values[0] ?? 0);
    if (share >= 1) isEveryDrawUsable = false;
    const kept = share >= 1 ? 1 : 1 - share;
    const corrected = values.map((value, index) => (value - share * (chance[index] ?? 0)) / kept);
    return [share, ...values, ...corrected];
  };
  const point = both(observed);
  const statistic = (resample: CountedRows) => both(observe(resample));
  const drawn = bootstrapIntervals({ table, statistic, seed, draws, level });
  const intervals = isEveryDrawUsable ? drawn : undefined;
  const value = (index: number, lowest: number, highest: number): CorrectedValue => {
    const corrected = point[1 + observed.length + index] ?? 0;
    const rawInterval = intervals?.[1 + index];
    const correctedInterval = intervals?.[1 + observed.length + index];
    return {
      ...{ raw: observed[index] ?? 0, corrected },
      ...(rawInterval !== undefined && { rawInterval }),
      ...(correctedInterval !== undefined && { correctedInterval }),
      isOutside: corrected < lowest - 1e-12 || corrected > highest + 1e-12,
    };
  };
  const randomShareInterval = intervals?.[0];
  const items = Array.from({ length: k }, (_, item) => item);
  return {
    ...{ exists: true, randomShare, correctShare },
    ...(randomShareInterval !== undefined && { randomShareInterval }),
    items: items.map((item) => ({
      item,
      meanRank: value(1 + item, 1, k),
      firstShare: value(1 + k + item, 0, 1),
      topShare: value(1 + 2 * k + item, 0, 1),
    })),
    preferred: items.map((i) => items.map((j) => value(1 + 3 * k + i * k + j, 0, 1))),
    ...{ top, n: table.length, assumption: "uniform-random-answers" },
    bootstrap: { seed, draws, level },
  };
}

/** Rows of weight, anchor right (1) or not (0), and ranks. */
function checkedTable(input: {
  rankings: CompleteRankings;
  isAnchorCorrect: readonly boolean[];
  anchorItems: number;
  weights?: readonly number[];
}): number[][] {
  const { rankings, isAnchorCorrect, anchorItems, weights } = input;
  const k = itemCount(rankings);
  if (isAnchorCorrect.length !== rankings.length)
    throw new RangeError("anchorCorrection requires one anchor answer per respondent");
  if (weights !== undefined && weights.length !== rankings.length)
    throw new RangeError("anchorCorrection requires one weight per respondent");
  if (weights?.some((weight) => !(weight > 0 && Number.isFinite(weight))))
    throw new RangeError("anchorCorrection requires positive weights");
  if (!Number.isInteger(anchorItems) || anchorItems < 2)
    throw new RangeError("anchorCorrection requires at least two anchor items");
  return rankings.map((ranks, index) => {
    const isPermutation = ranks.every((rank) => Number.isInteger(rank) && rank >= 1 && rank <= k);
    if (!isPermutation || new Set(ranks).size !== k)
      throw new RangeError("anchorCorrection requires complete rankings without ties");
    return [weights?.[index] ?? 1, Number(isAnchorCorrect[index]), ...ranks];
  });
}

/** Weighted shares: anchor right, then mean ranks, first shares, top shares and pairwise preferences. */
function observer(k: number, top: number): (data: CountedRows) => number[] {
  return ({ rows, counts }) => {
    const sums = new Array<number>(1 + 3 * k + k * k).fill(0);
    const add = (index: number, value: number) => {
      sums[index] = (sums[index] ?? 0) + value;
    };
    let total = 0;
    for (const [index, row] of rows.entries()) {
      const count = counts[index] ?? 0;
      if (count === 0) continue;
      const weight = count * (row[0] ?? 1);
      total += weight;
      add(0, weight * (row[1] ?? 0));
      for (let i = 0; i < k; i += 1) {
        const rank = row[2 + i] ?? 0;
        add(1 + i, weight * rank);
        if (rank === 1) add(1 + k + i, weight);
        if (rank <= top) add(1 + 2 * k + i, weight);
        for (let j = 0; j < k; j += 1)
          if (rank < (row[2 + j] ?? 0)) add(1 + 3 * k + i * k + j, weight);
      }
    }
    return sums.map((sum) => sum / total);
  };
}

/** What uniformly random answers give, in the order of `observer`; the anchor itself is not corrected. */
function chanceValues(k: number, top: number): number[] {
  const of = (value: number) => new Array<number>(k).fill(value);
  const pairs = Array.from({ length: k * k }, (_, cell) =>
    Math.floor(cell / k) === cell % k ? 0 : 0.5,
  );
  return [0, ...of((k + 1) / 2), ...of(1 / k), ...of(top / k), ...pairs];
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
