import {
  type Interval,
  normalQuantile,
  percentileIntervals,
  plackettLuce,
  plackettLuceMixtures,
  type Rankings,
  rankConfidenceSets,
  rankCounts,
  rankings,
  resampledMeanRanks,
  seededRandom,
  simulatePlackettLuce,
  wilsonInterval,
} from "@mehrwert/statistics";
import { type Coverage, coverageTable, hold } from "./coverage-table.ts";
import type { BenchResult } from "./main.ts";
import { mixedRankRows } from "./rank-rows.ts";

const runs = 400;
const respondents = 150;
/** Descending, so that item i truly ranks i + 1; some neighbours lie close together. */
const logWorths = [1.2, 1, 0.7, 0.3, -0.4, -0.5, -1.1, -1.2];
const minority = {
  runs: 60,
  respondents: 300,
  share: 0.2,
  logWorths: [-1, -0.5, 0, -0.2, 2, 0.5, -0.6, -0.2],
};

/**
 * How often what we call 95 % is 95 %: answers simulated from known Plackett–Luce worths, again and again, and the
 * intervals counted that hold the truth. An interval that does not exist holds nothing.
 */
export async function bench(): Promise<BenchResult> {
  return coverageTable([...coverageOfRankings(), coverageOfEqualRanks(), coverageOfShares()]);
}

function coverageOfRankings(): Coverage[] {
  const truth = truthOf(logWorths);
  const size = `${respondents} x ${logWorths.length}`;
  const empty = () => logWorths.map(() => 0);
  const trueRanks = logWorths.map((_, item): Interval => [item + 1, item + 1]);
  const worths = { name: `log-worths, Wald, ${size}`, runs, held: empty() };
  const means = { name: `mean ranks, bootstrap, ${size}`, runs, held: empty() };
  const firsts = { name: `first places, Wilson, ${size}`, runs, held: empty() };
  const sets = { name: `rank sets, all at once, ${size}`, runs, held: [0], mayBeHigher: true };
  for (let seed = 1; seed <= runs; seed += 1) {
    const all = simulatePlackettLuce({ logWorths, n: respondents, random: seededRandom(seed) });
    const fit = plackettLuce(all);
    hold(worths, truth.logWorths, fit.exists ? waldIntervals(fit) : undefined);
    hold(means, truth.meanRanks, meanRankIntervals(all, seed));
    hold(
      firsts,
      truth.firstShares,
      rankCounts(all).map(({ counts }) => wilsonInterval(counts[0] ?? 0, all.n)),
    );
    if (fit.exists && areCovered(trueRanks, fit, seed)) sets.held[0] = (sets.held[0] ?? 0) + 1;
  }
  return [worths, means, firsts, sets];
}

/**
 * What endless answers would give. Under this model i comes before j with probability wᵢ / (wᵢ + wⱼ), whatever else
 * there is, so that mean ranks follow without simulation: 1 + Σ wⱼ / (wᵢ + wⱼ).
 */
function truthOf(values: readonly number[]) {
  const worths = values.map(Math.exp);
  const total = worths.reduce((sum, worth) => sum + worth, 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    logWorths: values.map((value) => value - mean),
    firstShares: worths.map((worth) => worth / total),
    // The sum includes the item itself with one half.
    meanRanks: worths.map((own) =>
      worths.reduce((sum, other) => sum + other / (own + other), 1 / 2),
    ),
  };
}

type Worths = {
  logWorthCentred: readonly number[];
  standardErrorCentred: readonly number[];
  covariance: readonly (readonly number[])[];
};

function waldIntervals({ logWorthCentred, standardErrorCentred }: Worths) {
  return logWorthCentred.map((value, item): Interval => {
    const half = normalQuantile(0.975) * (standardErrorCentred[item] ?? 0);
    return [value - half, value + half];
  });
}

function meanRankIntervals(all: Rankings, seed: number) {
  const resamples = resampledMeanRanks(all, { seed, draws: 1000 });
  return resamples && percentileIntervals(resamples, 0.95);
}

/** Items all worth the same may have any rank: every rank ruled out is a mistake, and 1 run in 20 may make one. */
function coverageOfEqualRanks(): Coverage {
  const size = `${respondents} x ${logWorths.length}`;
  const sets = { name: `rank sets, equal worths, ${size}`, runs, held: [0] };
  const equal = logWorths.map(() => 0);
  const trueRanks = equal.map((): Interval => [1, equal.length]);
  for (let seed = 1; seed <= runs; seed += 1) {
    const random = seededRandom(20_000 + seed);
    const fit = plackettLuce(simulatePlackettLuce({ logWorths: equal, n: respondents, random }));
    if (fit.exists && areCovered(trueRanks, fit, seed)) sets.held[0] = (sets.held[0] ?? 0) + 1;
  }
  return sets;
}

/** Whether the simultaneous rank sets hold all ranks that the items truly have. */
function areCovered(trueRanks: readonly Interval[], worths: Worths, seed: number): boolean {
  const found = rankConfidenceSets({
    estimates: worths.logWorthCentred,
    covariance: worths.covariance,
    higherIsBetter: true,
    kind: "simultaneous",
    seed,
  });
  return trueRanks.every(([first, last], item) => {
    const set = found?.sets[item];
    return set !== undefined && set.lower <= first && last <= set.upper;
  });
}

/** Who belongs to the minority is drawn anew in every run: the share of a fixed number of people would not vary. */
function coverageOfShares(): Coverage {
  const size = `${minority.respondents} x ${logWorths.length}`;
  const shares = { name: `share of a class of 20 %, ${size}`, runs: minority.runs, held: [0] };
  for (let seed = 1; seed <= minority.runs; seed += 1) {
    const random = seededRandom(10_000 + seed);
    const drawn = Array.from({ length: minority.respondents }, random);
    const few = drawn.filter((value) => value < minority.share).length;
    const groups = [
      { logWorths, n: minority.respondents - few },
      { logWorths: minority.logWorths, n: few },
    ];
    const rows = mixedRankRows(groups, seed);
    const read = rankings({ itemCount: logWorths.length, rows });
    if (!read.ok) throw new RangeError(`${read.badRows.length} rows are no rankings`);
    const found = plackettLuceMixtures(read.rankings, { mostClasses: 2, starts: 20, seed });
    const smaller = found.exists ? found.fits[1]?.classes[1] : undefined;
    hold(shares, [minority.share], [smaller?.shareInterval]);
  }
  return shares;
}
