import * as fc from "fast-check";
import { expect, test } from "vitest";
import { builtRankings } from "./example/arbitrary-rank-rows.ts";
import { driversSynth, driversSynthRankings } from "./example/drivers-synth.ts";
import { expectedFits } from "./example/expected-fits.ts";
import { publishedRankings } from "./example/published-rankings.ts";
import { type PlackettLuceFit, type PlackettLuceOptions, plackettLuce } from "./plackett-luce.ts";
import type { Rankings } from "./rankings.ts";
import { seededRandom } from "./seeded-random.ts";
import { simulatePlackettLuce } from "./simulate-plackett-luce.ts";

function fit(all: Rankings, options?: PlackettLuceOptions): PlackettLuceFit {
  const result = plackettLuce(all, options);
  if (!result.exists) throw new Error(`no maximum: ${result.reason}`);
  return result;
}

function expectNear(
  actual: readonly (number | undefined)[],
  expected: readonly number[],
  by: number,
) {
  expect(actual.length).toBe(expected.length);
  for (const [index, value] of expected.entries())
    expect(Math.abs((actual[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(by);
}

const references: [string, PlackettLuceFit, typeof expectedFits.salad][] = [
  ["salad", fit(publishedRankings("salad")), expectedFits.salad],
  ["german", fit(publishedRankings("german")), expectedFits.german],
  ["pudding, with ties", fit(publishedRankings("pudding")), expectedFits.pudding],
  ["drivers_synth", fit(driversSynthRankings()), driversSynth.complete],
  ["drivers_synth, first three", fit(driversSynthRankings({ top: 3 })), driversSynth.top3],
  [
    "salad, pseudo-rankings",
    fit(publishedRankings("salad"), { prior: "pseudo" }),
    expectedFits.saladPseudo,
  ],
  [
    "pudding, pseudo-rankings",
    fit(publishedRankings("pudding"), { prior: "pseudo" }),
    expectedFits.puddingPseudo,
  ],
];

test.each(references)("plackettLuce agrees with R on %s", (_, actual, expected) => {
  expectNear(actual.logWorth, expected.logWorth, 1e-9);
  expectNear(actual.worth, expected.worth, 1e-9);
  expectNear(actual.standardError, expected.standardError, 1e-9);
  expectNear(actual.standardErrorCentred, expected.standardErrorCentred, 1e-9);
  expectNear(actual.quasiStandardError ?? [], expected.quasiStandardError, 1e-6);
  expect(actual.logLikelihood).toBeCloseTo(expected.logLikelihood, 7);
  expect(actual.nullLogLikelihood).toBeCloseTo(expected.nullLogLikelihood, 7);
  expect(actual.gradientNorm).toBeLessThan(1e-6);
});

test("plackettLuce gives Davidson's tie parameter with its error, as R does", () => {
  const [tie] = fit(publishedRankings("pudding")).tieParameters;
  expect(tie?.order).toBe(2);
  expect(tie?.logTie).toBeCloseTo(expectedFits.pudding.logTie, 9);
  expect(tie?.standardError).toBeCloseTo(expectedFits.pudding.tieError, 9);
});

test("plackettLuce gives weighted worths with robust errors as coxph with cluster(id) does", () => {
  const { weighted, unweightedRobustError } = driversSynth;
  const robust = fit(driversSynthRankings({ weighted: true }));
  expect(robust.errors).toBe("robust");
  expectNear(robust.logWorth, weighted.logWorth, 1e-9);
  expectNear(robust.standardError, weighted.robustError, 1e-9);
  const model = fit(driversSynthRankings({ weighted: true }), { robust: false });
  expectNear(model.standardError, weighted.naiveError, 1e-9);
  const unweighted = fit(driversSynthRankings(), { robust: true });
  expectNear(unweighted.standardError, unweightedRobustError, 1e-9);
});

/** Probability of an ordering of tie groups by listing every possible outcome of every choice. */
function listedLogLikelihood(rows: number[][], worths: number[], ties: number[]): number {
  let sum = 0;
  for (const row of rows) {
    for (let rank = 1; rank <= Math.max(...row); rank += 1) {
      const set = row.flatMap((r, item) => (r === 0 || r >= rank ? [item] : []));
      const chosen = row.flatMap((r, item) => (r === rank ? [item] : []));
      let all = 0;
      for (let bits = 1; bits < 2 ** set.length; bits += 1)
        all += odds(
          set.filter((_, place) => bits & (1 << place)),
          worths,
          ties,
        );
      if (set.length > 1) sum += Math.log(odds(chosen, worths, ties) / all);
    }
  }
  return sum;
}

function odds(items: number[], worths: number[], ties: number[]): number {
  const product = items.reduce((value, item) => value * (worths[item] ?? 0), 1);
  return (ties[items.length] ?? 0) * product ** (1 / items.length);
}

const tiedRows = [
  [1, 1, 2, 3],
  [2, 1, 1, 1],
  [3, 2, 1, 1],
  [1, 2, 3, 4],
  [4, 3, 2, 1],
  [1, 0, 2, 0],
  [2, 1, 0, 0],
  [1, 2, 2, 2],
];

test("plackettLuce with ties is the maximum of the likelihood written out by listing all outcomes", () => {
  const actual = fit(builtRankings(4, tiedRows));
  const worths = actual.logWorthCentred.map(Math.exp);
  const logTies = actual.tieParameters.map(({ logTie }) => logTie);
  const value = (w: number[], t: number[]) =>
    listedLogLikelihood(tiedRows, w, [0, 1, ...t.map(Math.exp)]);
  expect(actual.tieParameters.map(({ order }) => order)).toEqual([2, 3]);
  expect(value(worths, logTies)).toBeCloseTo(actual.logLikelihood, 9);
  for (const change of [-1e-3, 1e-3]) {
    for (const item of worths.keys()) {
      const moved = worths.map((w, i) => (i === item ? w * Math.exp(change) : w));
      expect(value(moved, logTies)).toBeLessThan(actual.logLikelihood);
    }
    for (const order of logTies.keys()) {
      const moved = logTies.map((t, i) => (i === order ? t + change : t));
      expect(value(worths, moved)).toBeLessThan(actual.logLikelihood);
    }
  }
});

test("plackettLuce takes weights like repetitions, and items in any order", () => {
  void fc.assert(
    fc.property(
      fc.infiniteStream(fc.constantFrom(1, 2, 3)),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      (stream, order) => {
        const times = tiedRows.map(() => stream.next().value ?? 1);
        const repeated = tiedRows.flatMap((row, i) => Array<number[]>(times[i] ?? 1).fill(row));
        const all = builtRankings(4, tiedRows);
        const weighted = fit({ ...all, weights: Float64Array.from(times) }, { robust: false });
        const expected = fit(builtRankings(4, repeated));
        expectNear(weighted.logWorth, expected.logWorth, 1e-9);
        expectNear(weighted.standardError, expected.standardError, 1e-9);
        const shuffled = builtRankings(
          4,
          repeated.map((row) => order.map((item) => row[item] ?? 0)).reverse(),
        );
        const worths = order.map((item) => expected.worth[item] ?? 0);
        expectNear(fit(shuffled).worth, worths, 1e-9);
      },
    ),
    { numRuns: 20 },
  );
});

test("plackettLuce by Breslow takes tied items as each chosen from the same set", () => {
  const breslow = fit(
    builtRankings(3, [
      [1, 1, 2],
      [3, 2, 1],
      [2, 3, 1],
    ]),
    { ties: "breslow" },
  );
  const spelledOut = fit(
    builtRankings(
      3,
      [
        [1, 0, 0],
        [0, 1, 0],
        [3, 2, 1],
        [2, 3, 1],
      ],
      "below",
    ),
  );
  expect(breslow.tieParameters).toEqual([]);
  expectNear(breslow.worth, spelledOut.worth, 1e-12);
});

test("plackettLuce recovers the worths that rankings were simulated with", () => {
  const logWorths = [1.2, 0.3, 0, -0.4, -1.1];
  for (const top of [5, 2]) {
    const all = simulatePlackettLuce({ logWorths, n: 20_000, random: seededRandom(7), top });
    const { logWorthCentred, standardErrorCentred } = fit(all);
    for (const [item, value] of logWorths.entries()) {
      const distance = Math.abs((logWorthCentred[item] ?? 0) - value);
      expect(distance).toBeLessThan(4 * (standardErrorCentred[item] ?? 0));
    }
  }
});

test("plackettLuce has the same worths for many items, where sets are not kept in a table", () => {
  const wide = tiedRows.map((row) => [...row, ...Array<number>(14).fill(0)]);
  const narrow = fit(builtRankings(4, tiedRows, "not-presented"));
  const result = plackettLuce(builtRankings(18, wide, "not-presented"), { prior: "pseudo" });
  expect(result.exists).toBe(true);
  const cycle = Array.from({ length: 18 }, (_, item) => item);
  const rows = cycle.map((first) => cycle.map((item) => ((item - first + 18) % 18) + 1));
  expectNear(fit(builtRankings(18, rows)).worth, Array<number>(18).fill(1 / 18), 1e-12);
  expect(narrow.exists).toBe(true);
});

test("plackettLuce names the items between which there is no maximum", () => {
  const reason = (k: number, rows: number[][], unranked: "below" | "not-presented" = "below") => {
    const result = plackettLuce(builtRankings(k, rows, unranked));
    return result.exists ? "exists" : [result.reason, result.parts, result.components];
  };
  expect(reason(3, [[1, 2, 3]])).toEqual(["one-sided", [[0, 1, 2]], [[0], [1], [2]]]);
  expect(
    reason(3, [
      [2, 1, 3],
      [1, 2, 3],
    ]),
  ).toEqual(["one-sided", [[0, 1, 2]], [[0, 1], [2]]]);
  expect(
    reason(
      4,
      [
        [1, 2, 0, 0],
        [2, 1, 0, 0],
        [0, 0, 1, 2],
        [0, 0, 2, 1],
      ],
      "not-presented",
    ),
  ).toMatchObject([
    "disconnected",
    expect.arrayContaining([
      [0, 1],
      [2, 3],
    ]),
    expect.anything(),
  ]);
  expect(reason(2, [[1, 0]], "not-presented")).toEqual([
    "nothing-compared",
    [[0], [1]],
    expect.anything(),
  ]);
  expect(reason(1, [[1]])).toEqual(["one-item", [[0]], [[0]]]);
  // Only wins of one side and ties: the tie parameter and the worth run away together.
  expect(
    reason(2, [
      [1, 2],
      [1, 1],
    ]),
  ).toEqual(["diverges", [[0, 1]], [[0, 1]]]);
  expect(
    reason(2, [
      [1, 1],
      [1, 1],
    ]),
  ).toEqual(["diverges", [[0, 1]], [[0, 1]]]);
});

test("plackettLuce with pseudo-rankings answers where there is no maximum, and says so", () => {
  const result = fit(builtRankings(3, [[1, 2, 3]]), { prior: "pseudo" });
  expect(result.prior).toBe("pseudo");
  expect(result.logWorth[1]).toBeLessThan(0);
  expect(result.standardError.every(Number.isFinite)).toBe(true);
  expect(() =>
    plackettLuce(builtRankings(2, [[1, 2]]), { prior: "pseudo", pseudoRankings: 0 }),
  ).toThrow(RangeError);
});
