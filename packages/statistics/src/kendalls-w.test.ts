import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyRankings, reversedItems } from "./example/arbitrary-rankings.ts";
import { roundingTimes, sixRankings } from "./example/six-rankings.ts";
import { friedmanTest } from "./friedman-test.ts";
import { kendallsW } from "./kendalls-w.ts";
import { midranks } from "./midranks.ts";

test("kendallsW of six rankings of eight drivers is 12 · 1040 / (36 · 504)", () => {
  const w = kendallsW(sixRankings);
  expect(w?.value).toBeCloseTo((12 * 1040) / (36 * 504), 12);
  expect(w?.value.toFixed(4)).toBe("0.6878");
  expect(w?.chiSquare.toFixed(3)).toBe("28.889");
  expect(w?.df).toBe(7);
  expect(w?.p).toBeCloseTo(0.00015159439129253612, 12);
  expect(w?.n).toBe(6);
});

test("friedmanTest of the rounding times is 11.143, df 2, p 0.003805 (Hollander and Wolfe 1973, p. 140)", () => {
  const result = friedmanTest(roundingTimes.map((times) => midranks(times)));
  expect(result?.chiSquare).toBeCloseTo(11.142857142857132, 10);
  expect(result?.df).toBe(2);
  expect(result?.p).toBeCloseTo(0.003805040775511383, 10);
  expect(result?.n).toBe(22);
});

test("kendallsW is 1 when all give the same order and 0 when orders cancel out", () => {
  expect(
    kendallsW([
      [1, 2, 3],
      [1, 2, 3],
    ])?.value,
  ).toBe(1);
  expect(
    kendallsW([
      [1, 2, 3],
      [3, 2, 1],
    ])?.value,
  ).toBe(0);
});

test("kendallsW is undefined when every respondent ties everything", () => {
  expect(
    kendallsW([
      [2, 2, 2],
      [2, 2, 2],
    ]),
  ).toBeUndefined();
  expect(
    friedmanTest([
      [2, 2, 2],
      [2, 2, 2],
    ]),
  ).toBeUndefined();
});

test("kendallsW and friedmanTest require two respondents, two items and equal rows", () => {
  for (const statistic of [kendallsW, friedmanTest]) {
    expect(() => statistic([])).toThrow(RangeError);
    expect(() => statistic([[1, 2]])).toThrow("at least two respondents");
    expect(() => statistic([[1], [1]])).toThrow("at least two items");
    expect(() => statistic([[1, 2], [1]])).toThrow(RangeError);
    expect(() =>
      statistic([
        [1, Number.NaN],
        [1, 2],
      ]),
    ).toThrow(RangeError);
  }
});

test("kendallsW lies between 0 and 1, and Friedman's chi-square is n(k − 1)W", () => {
  void fc.assert(
    fc.property(anyRankings, (rankings) => {
      const w = kendallsW(rankings);
      const friedman = friedmanTest(rankings);
      expect(w === undefined).toBe(friedman === undefined);
      if (w === undefined || friedman === undefined) return;
      expect(w.value).toBeGreaterThanOrEqual(0);
      expect(w.value).toBeLessThanOrEqual(1);
      expect(friedman.chiSquare).toBeCloseTo(w.n * w.df * w.value, 8);
    }),
  );
});

test("kendallsW does not depend on the order of respondents or items", () => {
  void fc.assert(
    fc.property(anyRankings, (rankings) => {
      const value = kendallsW(rankings)?.value ?? -1;
      expect(kendallsW([...rankings].reverse())?.value ?? -1).toBeCloseTo(value, 12);
      expect(kendallsW(reversedItems(rankings))?.value ?? -1).toBeCloseTo(value, 12);
    }),
  );
});

test("kendallsW without ties is linear in the mean Spearman correlation of pairs of respondents", () => {
  const pairs = sixRankings.flatMap((a, i) => sixRankings.slice(i + 1).map((b) => spearman(a, b)));
  const mean = pairs.reduce((sum, rho) => sum + rho, 0) / pairs.length;
  expect(mean.toFixed(4)).toBe("0.6254");
  expect(kendallsW(sixRankings)?.value).toBeCloseTo((mean * 5 + 1) / 6, 12);
});

function spearman(a: readonly number[], b: readonly number[]): number {
  const squares = a.reduce((sum, rank, index) => sum + (rank - (b[index] ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (a.length ** 3 - a.length);
}
