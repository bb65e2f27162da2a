import { expect, test } from "vitest";
import { builtRankings } from "./example/arbitrary-rank-rows.ts";
import { driversSynth, driversSynthRankings } from "./example/drivers-synth.ts";
import { publishedRankings } from "./example/published-rankings.ts";
import { meanRankEstimates } from "./mean-rank-estimates.ts";
import { plackettLuce } from "./plackett-luce.ts";
import { rankConfidenceSets } from "./rank-confidence-sets.ts";
import { normalRankProbabilities, rankProbabilities } from "./rank-probabilities.ts";
import { resampledLogWorths } from "./resampled-log-worths.ts";
import { resampledMeanRanks } from "./resampled-mean-ranks.ts";
import { shareRankSets } from "./share-rank-sets.ts";

const kinds = ["simultaneous", "marginal"] as const;

function columns(sets: readonly { lower: number; rank: number; upper: number }[] | undefined) {
  return {
    lower: sets?.map(({ lower }) => lower),
    rank: sets?.map(({ rank }) => rank),
    upper: sets?.map(({ upper }) => upper),
  };
}

test("shareRankSets agree with csranks_multinom on first choices", () => {
  const { firstChoiceCount: counts, rankSets } = driversSynth;
  for (const kind of kinds)
    expect(columns(shareRankSets({ counts, kind }))).toEqual(rankSets.firstChoice[kind]);
  // Salad: csranks 1.2.3 on first choices 2, 23, 5, 2.
  for (const kind of kinds)
    expect(columns(shareRankSets({ counts: [2, 23, 5, 2], kind }))).toEqual({
      lower: [2, 1, 2, 2],
      rank: [3, 1, 2, 3],
      upper: [4, 1, 4, 4],
    });
  expect(() => shareRankSets({ counts: [0.5], kind: "marginal" })).toThrow(RangeError);
});

test.each([1, 2, 3])("rankConfidenceSets of worths agree with csranks, seed %i", (seed) => {
  const { rankSets } = driversSynth;
  for (const [top, expected] of [
    [8, rankSets.worthComplete],
    [3, rankSets.worthTop3],
  ] as const) {
    const fit = plackettLuce(driversSynthRankings({ top }));
    if (!fit.exists) throw new Error(fit.reason);
    const { logWorthCentred: estimates, covariance } = fit;
    for (const kind of kinds) {
      const found = rankConfidenceSets({ estimates, covariance, higherIsBetter: true, kind, seed });
      expect(columns(found?.sets)).toEqual(expected[kind]);
    }
  }
});

test("rankConfidenceSets of mean ranks put the clear first and last alone", () => {
  const found = meanRankEstimates(driversSynthRankings());
  if (found === undefined) throw new Error("no means");
  expect(found.means[0]).toBeCloseTo(2.905, 10);
  expect(Math.sqrt(found.covariance[0]?.[0] ?? 0)).toBeCloseTo(
    1.79201763719558 / Math.sqrt(600),
    10,
  );
  const { sets } =
    rankConfidenceSets({
      ...{ estimates: found.means, covariance: found.covariance },
      ...{ higherIsBetter: false, kind: "simultaneous", seed: 1 },
    }) ?? {};
  expect(sets?.[0]).toEqual({ lower: 1, rank: 1, upper: 1 });
  expect(sets?.[2]).toEqual({ lower: 3, rank: 3, upper: 4 });
  expect(meanRankEstimates(publishedRankings("pudding"))).toBeUndefined();
});

test("meanRankEstimates takes counts like repetitions", () => {
  const salad = publishedRankings("salad");
  const rows = Array.from({ length: salad.rowCount }, (_, row) =>
    Array<number[]>(salad.counts?.[row] ?? 0).fill(
      Array.from(salad.ranks.slice(row * 4, row * 4 + 4)),
    ),
  ).flat();
  const [counted, repeated] = [meanRankEstimates(salad), meanRankEstimates(builtRankings(4, rows))];
  expect(counted?.n).toBe(32);
  for (const [i, line] of repeated?.covariance.entries() ?? [])
    for (const [j, value] of line.entries())
      expect(counted?.covariance[i]?.[j]).toBeCloseTo(value, 12);
});

test("rankConfidenceSets leave all ranks open when all estimates are alike, and do not exist without variance", () => {
  const input = { higherIsBetter: true, kind: "simultaneous", seed: 1 } as const;
  const covariance = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  expect(rankConfidenceSets({ ...input, estimates: [0, 0, 0], covariance })?.sets).toEqual([
    { lower: 1, rank: 1, upper: 3 },
    { lower: 1, rank: 1, upper: 3 },
    { lower: 1, rank: 1, upper: 3 },
  ]);
  const none = [
    [0, 0],
    [0, 0],
  ];
  expect(rankConfidenceSets({ ...input, estimates: [1, 2], covariance: none })).toBeUndefined();
  expect(() => rankConfidenceSets({ ...input, estimates: [1], covariance, level: 1 })).toThrow(
    RangeError,
  );
});

test("rankProbabilities share ties, and add up to one for every item and every rank", () => {
  const tied = rankProbabilities(
    { itemCount: 3, values: Float64Array.of(1, 1, 0) },
    { higherIsBetter: true },
  );
  expect(tied).toEqual([
    [0.5, 0.5, 0],
    [0.5, 0.5, 0],
    [0, 0, 1],
  ]);
  const all = driversSynthRankings();
  const worths = resampledLogWorths(all, { seed: 1, draws: 400 });
  const means = resampledMeanRanks(all, { seed: 1, draws: 400 });
  const fit = plackettLuce(all, { robust: true });
  if (!fit.exists || worths === undefined || means === undefined) throw new Error("no draws");
  const { logWorthCentred: estimates, covariance } = fit;
  const settings = { estimates, covariance, higherIsBetter: true, draws: 4000, seed: 1 };
  const normal = normalRankProbabilities(settings);
  const resampled = rankProbabilities(worths, { higherIsBetter: true });
  for (const found of [normal, resampled, rankProbabilities(means, { higherIsBetter: false })]) {
    for (const row of found ?? []) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
    for (const rank of (found ?? []).keys())
      expect((found ?? []).reduce((sum, row) => sum + (row[rank] ?? 0), 0)).toBeCloseTo(1, 10);
    expect(found?.[0]?.[0]).toBeGreaterThan(0.95);
  }
  // Contacts and peer advice are neighbours that the data hardly tell apart: both ways give about the same odds.
  expect(Math.abs((normal?.[2]?.[2] ?? 0) - (resampled?.[2]?.[2] ?? 1))).toBeLessThan(0.1);
});
