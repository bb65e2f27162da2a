import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noncentralChiSquareBelow } from "../distributions/noncentral-chi-square.ts";
import { driverRanks } from "../example/driver-rank-rows.ts";
import { benjaminiHochbergAdjusted, holmAdjusted } from "../rank-tests/adjust-p-values.ts";
import { chiSquareTest } from "./chi-square-test.ts";
import { fisherExact } from "./fisher-exact.ts";
import { kruskalWallis } from "./kruskal-wallis.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { shareDifference } from "./newcombe-interval.ts";
import { welchTest } from "./welch-test.ts";

const first = [5, 6, 7, 8, 9, 4.5, 6.2];
const second = [1, 2, 4, 3.5, 5, 2.2, 6, 7.1, 3];
const anyList = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 15 });

describe("welchTest", () => {
  test("matches scipy's ttest_ind with unequal variances", () => {
    const result = welchTest(first, second);
    if (!result.exists) throw new Error(result.reason);
    expect(result.t).toBeCloseTo(3.0936312018954943, 10);
    expect(result.df).toBeCloseTo(13.961941330523706, 10);
    expect(result.p).toBeCloseTo(0.007953663611238575, 10);
    expect(result.interval[0]).toBeCloseTo(0.8500171446829523, 9);
    expect(result.interval[1]).toBeCloseTo(4.6960146013487964, 9);
    expect(result.hedgesG).toBeCloseTo(1.4322213429072945, 10);
    const error = Math.sqrt(16 / 63 + result.hedgesG ** 2 / 32);
    expect(result.hedgesInterval[0]).toBeCloseTo(result.hedgesG - 1.959963984540054 * error, 10);
  });

  test("turns its sign when groups change places, and is never NaN", () => {
    void fc.assert(
      fc.property(anyList, anyList, (a, b) => {
        const [one, two] = [welchTest(a, b), welchTest(b, a)];
        expect(JSON.stringify(one)).not.toContain("null");
        expect(two.exists).toBe(one.exists);
        if (one.exists && two.exists) {
          expect(two.difference).toBeCloseTo(-one.difference, 12);
          expect(two.p).toBeCloseTo(one.p, 12);
        }
      }),
    );
  });

  test("names empty, single and constant groups", () => {
    expect(welchTest([], [1, 2])).toMatchObject({ reason: "empty-group" });
    expect(welchTest([1], [1, 2])).toMatchObject({ reason: "fewer-than-two-respondents" });
    expect(welchTest([0.1, 0.1, 0.1], [3, 3])).toMatchObject({ reason: "no-variance" });
    expect(() => welchTest([Number.NaN], [1])).toThrow(RangeError);
  });
});

describe("mannWhitney", () => {
  const x = [1, 2, 2, 3, 3, 4, 5, 5, 5];
  const y = [2, 2, 1, 1, 3, 2, 4, 1];

  test("is exact for small groups, ties or not", () => {
    expect(mannWhitney([4, 5, 6], [1, 2, 3])).toMatchObject({
      u: 9,
      method: "exact",
      cliffsDelta: 1,
    });
    const plain = mannWhitney([4, 5, 6], [1, 2, 3]);
    expect(plain.exists && plain.p).toBeCloseTo(0.1, 12);
    const tied = mannWhitney(x, y);
    // All 24,310 ways to choose nine of the seventeen.
    expect(tied.exists && tied.p).toBeCloseTo(0.06593994241053065, 12);
  });

  test("matches scipy's normal approximation with ties", () => {
    const result = mannWhitney(x, y, { method: "normal" });
    expect(result).toMatchObject({ u: 55 });
    expect(result.exists && result.p).toBeCloseTo(0.0681078967016184, 10);
    const other = mannWhitney(first, second, { method: "normal" });
    expect(other.exists && other.p).toBeCloseTo(0.01969232202207046, 10);
  });

  test("has Cliff's δ with the interval that follows from the matrix of dominances", () => {
    const result = mannWhitney(x, y);
    if (!result.exists) throw new Error(result.reason);
    expect(result.cliffsDelta).toBeCloseTo(0.5277777777777778, 12);
    expect(result.cliffsDeltaInterval?.[0]).toBeCloseTo(-0.01655650200622582, 8);
    expect(result.cliffsDeltaInterval?.[1]).toBeCloseTo(0.8307889796938644, 8);
    expect(result.probabilityOfSuperiority).toBeCloseTo(55 / 72, 12);
  });

  test("keeps δ and its interval within −1 to 1, turned when groups change places", () => {
    void fc.assert(
      fc.property(anyList, anyList, (a, b) => {
        const [one, two] = [mannWhitney(a, b), mannWhitney(b, a)];
        expect(JSON.stringify(one)).not.toContain("null");
        if (!one.exists || !two.exists) return;
        expect(two.cliffsDelta).toBeCloseTo(-one.cliffsDelta, 12);
        expect(two.p).toBeCloseTo(one.p, 10);
        for (const bound of one.cliffsDeltaInterval ?? [])
          expect(Math.abs(bound)).toBeLessThanOrEqual(1);
      }),
    );
    expect(mannWhitney([], [1])).toMatchObject({ reason: "empty-group" });
    expect(mannWhitney([1, 1], [1])).toMatchObject({ reason: "everything-tied" });
  });
});

describe("kruskalWallis", () => {
  test("of the simulated study's groups matches R's kruskal.test, driver by driver", () => {
    const results = Array.from({ length: 8 }, (_, driver) =>
      kruskalWallis(["A", "B", "C"].map((group) => driverRanks(driver, group))),
    );
    const h = [
      3.56724329396777, 1.0111255439225, 30.5435217776699, 1.99034878194437, 0.760774823542452,
      6.11647232131395, 56.7605087402468, 4.31285293036645,
    ];
    const p = results.map((result) => (result.exists ? result.p : 1));
    for (const [driver, value] of h.entries()) {
      const result = results[driver];
      expect(result?.exists && result.h).toBeCloseTo(value, 9);
      expect(result?.exists && result.epsilonSquared).toBeCloseTo(value / 599, 10);
    }
    expect(p[2]).toBeCloseTo(2.33108718585509e-7, 15);
    expect((p[6] ?? 0) / 4.72728876701257e-13).toBeCloseTo(1, 8);
    expect((benjaminiHochbergAdjusted(p)[2] ?? 0) / 9.32434874342036e-7).toBeCloseTo(1, 8);
    expect(holmAdjusted(p)[5]).toBeCloseTo(0.281822823367576, 9);
  });

  test("names empty groups and ties, and is never NaN", () => {
    expect(kruskalWallis([[], [1]])).toMatchObject({ reason: "empty-group" });
    expect(kruskalWallis([[2, 2], [2]])).toMatchObject({ reason: "everything-tied" });
    expect(() => kruskalWallis([[1]])).toThrow(RangeError);
    void fc.assert(
      fc.property(anyList, anyList, anyList, (a, b, c) => {
        expect(JSON.stringify(kruskalWallis([a, b, c]))).not.toContain("null");
      }),
    );
  });
});

describe("chiSquareTest", () => {
  const table = [
    [30, 10, 5],
    [20, 40, 12],
  ];

  test("matches scipy, and the interval of V inverts its noncentral chi-square", () => {
    const result = chiSquareTest(table);
    if (!result.exists) throw new Error(result.reason);
    expect(result.chiSquare).toBeCloseTo(17.58823529411765, 10);
    expect(result.p).toBeCloseTo(0.0001516223532027042, 12);
    expect(result.cramersV).toBeCloseTo(0.38771999869186646, 10);
    expect(result.cramersVCorrected).toBeCloseTo(0.3663914335519848, 10);
    expect(result.cramersVInterval[0]).toBeCloseTo(0.1908514929935884, 8);
    expect(result.cramersVInterval[1]).toBeCloseTo(0.5597328386789563, 8);
    expect(result.shareOfSmallExpected).toBe(0);
  });

  test("leaves empty rows and columns out, and names what then has no variation", () => {
    const padded = [
      [30, 0, 10, 5],
      [0, 0, 0, 0],
      [20, 0, 40, 12],
    ];
    expect(chiSquareTest(padded)).toEqual(chiSquareTest(table));
    expect(
      chiSquareTest([
        [1, 2],
        [0, 0],
      ]),
    ).toMatchObject({ reason: "no-variance" });
    expect(() => chiSquareTest([[1, 2], [1]])).toThrow(RangeError);
    expect(() =>
      chiSquareTest([
        [1.5, 2],
        [1, 1],
      ]),
    ).toThrow(RangeError);
  });

  test("is never NaN, and V stays within 0 to 1", () => {
    const anyTable = fc.array(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    void fc.assert(
      fc.property(anyTable, (counts) => {
        const result = chiSquareTest(counts);
        expect(JSON.stringify(result)).not.toContain("null");
        if (!result.exists) return;
        const [lower, upper] = result.cramersVInterval;
        expect(0 <= lower && lower <= upper && upper <= 1).toBe(true);
        expect(result.cramersVCorrected).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test("noncentralChiSquareBelow matches scipy's ncx2, for large noncentralities too", () => {
  expect(noncentralChiSquareBelow(5, 3, 4)).toBeCloseTo(0.39933419, 7);
  expect(noncentralChiSquareBelow(30, 5, 20)).toBeCloseTo(0.72550463, 7);
  expect(noncentralChiSquareBelow(4000, 7, 4100)).toBeCloseTo(0.20246944, 7);
  expect(noncentralChiSquareBelow(3.841458820694124, 1, 0)).toBeCloseTo(0.95, 10);
});

test("fisherExact of Fisher's tea is 0.4857, and matches scipy with unequal margins", () => {
  const tea = fisherExact([
    [3, 1],
    [1, 3],
  ]);
  expect(tea).toMatchObject({ exists: true, oddsRatio: 9, n: 8 });
  expect(tea.exists && tea.p).toBeCloseTo(34 / 70, 12);
  const other = fisherExact([
    [12, 5],
    [29, 2],
  ]);
  expect(other.exists && other.p).toBeCloseTo(0.08026855207410463, 10);
  expect(
    fisherExact([
      [3, 0],
      [1, 3],
    ]),
  ).not.toHaveProperty("oddsRatio");
  expect(
    fisherExact([
      [0, 0],
      [1, 3],
    ]),
  ).toMatchObject({ reason: "no-variance" });
});

test("shareDifference of 56/70 and 48/80 is 0.0524 to 0.3339 (Newcombe 1998, table II, method 10)", () => {
  const result = shareDifference({ successes: 56, total: 70 }, { successes: 48, total: 80 });
  expect(result?.difference).toBeCloseTo(0.2, 12);
  expect(result?.interval.map((bound) => bound.toFixed(4))).toEqual(["0.0524", "0.3339"]);
  const edge = shareDifference({ successes: 10, total: 10 }, { successes: 0, total: 20 });
  expect(edge?.interval.map((bound) => bound.toFixed(4))).toEqual(["0.6791", "1.0000"]);
  expect(shareDifference({ successes: 0, total: 0 }, { successes: 1, total: 2 })).toBeUndefined();
});
