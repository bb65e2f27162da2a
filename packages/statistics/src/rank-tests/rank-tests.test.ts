import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRankRow, builtRankings } from "../example/arbitrary-rank-rows.ts";
import { anyRankings } from "../example/arbitrary-rankings.ts";
import { driverRankRows, driverRanks } from "../example/driver-rank-rows.ts";
import { sixRankings } from "../example/six-rankings.ts";
import { friedmanTest } from "../friedman-test.ts";
import { kendallsW } from "../kendalls-w.ts";
import type { NoStatistic } from "../no-statistic.ts";
import { rowMidranks } from "../rankings/row-midranks.ts";
import { uniqueRankings } from "../unique-rankings.ts";
import { benjaminiHochbergAdjusted, holmAdjusted } from "./adjust-p-values.ts";
import { durbinOfRankings, durbinTest } from "./durbin-test.ts";
import { kendallsWFTest } from "./kendalls-w-f-test.ts";
import {
  conoverContrasts,
  contrastsOfRankings,
  nemenyiContrasts,
  type RankContrasts,
} from "./post-hoc-contrasts.ts";
import { wilcoxonSignedRank } from "./wilcoxon-signed-rank.ts";

const drivers = driverRankRows.map(({ ranks }) => ranks);

describe("kendallsWFTest", () => {
  test("of six rankings is F = (n − 1)W/(1 − W) with 7 − 2/6 and 5 · (7 − 2/6) degrees of freedom", () => {
    const w = kendallsW(sixRankings);
    const f = w && kendallsWFTest(w);
    if (f?.exists !== true) throw new Error("no F test");
    const value = (12 * 1040) / (36 * 504);
    expect(f.value).toBeCloseTo((5 * value) / (1 - value), 10);
    expect(f.df1).toBeCloseTo(20 / 3, 12);
    expect(f.df2).toBeCloseTo(100 / 3, 12);
    expect(f.p).toBeGreaterThan(0);
    expect(f.p).toBeLessThan(1e-5);
  });

  test("names perfect agreement and too few items instead of dividing by zero", () => {
    const w = { chiSquare: 1, p: 0.3 };
    expect(kendallsWFTest({ ...w, value: 1, df: 3, n: 4 })).toEqual({
      exists: false,
      reason: "perfect-agreement",
    });
    expect(kendallsWFTest({ ...w, value: 0.5, df: 1, n: 2 })).toEqual({
      exists: false,
      reason: "too-few-items",
    });
  });
});

/** Seven tasters, seven kinds of ice cream, three each: Conover (1999), section 5.9, example 1. */
const iceCream = ["23.1...", ".31.2..", "..21.3.", "...12.3", "3...12.", ".3...12", "3.1...2"].map(
  (row) => Array.from(row, (cell) => (cell === "." ? undefined : Number(cell))),
);

describe("from compact rankings", () => {
  test("durbinOfRankings agrees with durbinTest, counts included, and names what is unbalanced", () => {
    const rows = iceCream.map((row) => row.map((rank) => rank ?? 0));
    const all = builtRankings(7, rows, "not-presented");
    expect(durbinOfRankings(all)).toEqual(durbinTest(iceCream));
    const twice = { ...all, n: 14, counts: new Float64Array(7).fill(2) };
    expect(durbinOfRankings(twice)).toEqual(durbinTest([...iceCream, ...iceCream]));
    expect(durbinOfRankings(builtRankings(7, rows.slice(1), "not-presented"))).toMatchObject({
      reason: "unbalanced-design",
    });
    expect(durbinOfRankings(builtRankings(7, rows, "below"))).toMatchObject({
      reason: "unbalanced-design",
    });
  });

  test("contrastsOfRankings agrees with both kinds of contrasts of the same rows", () => {
    void fc.assert(
      fc.property(fc.array(anyRankRow(4), { minLength: 2, maxLength: 12 }), (rows) => {
        const all = builtRankings(4, rows);
        const { midranks } = rowMidranks(all);
        const complete = rows.map((_, row) => Array.from(midranks.subarray(row * 4, row * 4 + 4)));
        const found = contrastsOfRankings(uniqueRankings(all).unique);
        if (!found.exists) throw new Error(found.reason);
        expectNear(found.conover, conoverContrasts(complete));
        expectNear(found.nemenyi, nemenyiContrasts(complete));
      }),
    );
  });
});

function expectNear(found: RankContrasts | NoStatistic, expected: RankContrasts | NoStatistic) {
  expect(found.exists).toBe(expected.exists);
  if (!found.exists || !expected.exists) return;
  for (const [index, { statistic, adjustedP }] of found.contrasts.entries()) {
    expect(statistic).toBeCloseTo(expected.contrasts[index]?.statistic ?? -1, 6);
    expect(adjustedP).toBeCloseTo(expected.contrasts[index]?.adjustedP ?? -1, 6);
  }
}

describe("durbinTest", () => {
  test("of seven ice creams is T₁ = 12 and T₂ = 8 (Conover 1999, section 5.9)", () => {
    const result = durbinTest(iceCream);
    if (!result.exists) throw new Error(result.reason);
    expect(result.rankSums).toEqual([8, 9, 4, 3, 5, 6, 7]);
    expect(result.chiSquare).toBeCloseTo(12, 10);
    expect(result.df).toBe(6);
    expect(result.p).toBeCloseTo(0.0619688, 6);
    expect(result.f).toMatchObject({ df1: 6, df2: 8 });
    expect(result.f?.value).toBeCloseTo(8, 10);
  });

  test("is Friedman's test when nothing is left out", () => {
    void fc.assert(
      fc.property(anyRankings, (rankings) => {
        const durbin = durbinTest(rankings);
        const friedman = friedmanTest(rankings);
        expect(durbin.exists).toBe(friedman !== undefined);
        if (durbin.exists) expect(durbin.chiSquare).toBeCloseTo(friedman?.chiSquare ?? -1, 7);
      }),
    );
  });

  test("names an unbalanced design, ties everywhere, one item and one respondent", () => {
    const reason = (rows: (number | undefined)[][]) => {
      const result = durbinTest(rows);
      return result.exists ? undefined : result.reason;
    };
    expect(
      reason([
        [1, 2, undefined],
        [1, undefined, 2],
      ]),
    ).toBe("unbalanced-design");
    expect(
      reason([
        [1, undefined],
        [undefined, 1],
      ]),
    ).toBe("unbalanced-design");
    expect(
      reason([
        [1.5, 1.5],
        [1.5, 1.5],
      ]),
    ).toBe("everything-tied");
    expect(reason([[1], [1]])).toBe("one-item");
    expect(reason([[1, 2]])).toBe("fewer-than-two-respondents");
  });
});

describe("nemenyiContrasts", () => {
  test("match R's ptukey for the simulated study of 600", () => {
    const result = nemenyiContrasts(drivers);
    if (!result.exists) throw new Error(result.reason);
    const of = (first: number, second: number) =>
      result.contrasts.find((pair) => pair.first === first && pair.second === second);
    expect(result.contrasts).toHaveLength(28);
    expect(of(0, 1)?.statistic).toBeCloseTo(4.30156625221816, 10);
    expect(of(0, 7)?.statistic).toBeCloseTo(16.4402326625872, 10);
    expect(of(0, 1)?.p).toBeCloseTo(0.000450220894720355, 10);
    expect(of(1, 2)?.p).toBeCloseTo(0.000968745556949702, 10);
    expect(of(2, 3)?.p).toBeCloseTo(0.999999992291099, 9);
    // R prints 0 here; the tail itself is tiny, not zero.
    expect(of(0, 4)?.p).toBeGreaterThan(0);
    expect(of(0, 4)?.p).toBeLessThan(1e-80);
  });
});

describe("conoverContrasts", () => {
  test("are t tests with the mean square error of an analysis of variance of the ranks", () => {
    const result = conoverContrasts(sixRankings);
    if (!result.exists) throw new Error(result.reason);
    const sums = [12, 14, 21, 22, 27, 33, 42, 45];
    const error = (6 * 204 - sums.reduce((sum, s) => sum + s * s, 0) / 6) / 35;
    expect(result.df).toBe(35);
    const first = result.contrasts[6];
    expect(first).toMatchObject({ first: 0, second: 7 });
    expect(first?.statistic).toBeCloseTo(5.5 / Math.sqrt((2 * error) / 6), 10);
    expect(first?.adjustedP).toBeCloseTo(28 * (first?.p ?? 0), 12);
  });

  test("are all finite, or named, whatever the rankings", () => {
    void fc.assert(
      fc.property(anyRankings, (rankings) => {
        for (const result of [conoverContrasts(rankings), nemenyiContrasts(rankings)]) {
          if (!result.exists) continue;
          for (const { p, adjustedP, statistic } of result.contrasts) {
            expect(Number.isFinite(statistic)).toBe(true);
            expect(adjustedP).toBeGreaterThanOrEqual(p - 1e-15);
            expect(adjustedP).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
    const same = [
      [1, 2, 3],
      [1, 2, 3],
    ];
    expect(conoverContrasts(same)).toEqual({ exists: false, reason: "perfect-agreement" });
    const tied = [
      [2, 2, 2],
      [2, 2, 2],
    ];
    expect(conoverContrasts(tied)).toEqual({ exists: false, reason: "everything-tied" });
  });
});

describe("wilcoxonSignedRank", () => {
  test("of nine depression scores has V = 40 and exact p 0.0390625 (Hollander and Wolfe 1973, p. 29)", () => {
    const first = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    const exact = wilcoxonSignedRank(first, second);
    expect(exact).toMatchObject({ exists: true, n: 9, positiveRankSum: 40, method: "exact" });
    expect(exact).toHaveProperty("p", 0.0390625);
    const normal = wilcoxonSignedRank(first, second, { method: "normal" });
    expect(normal.exists && normal.p).toBeCloseTo(0.04401098401295143, 10);
    expect(normal.exists && normal.rankBiserial).toBeCloseTo(35 / 45, 12);
  });

  test("with ties and zeros: exact by counting all signs, normal as in scipy", () => {
    const first = [5, 3, 4, 4, 2, 5, 1, 3, 4, 5, 2, 4];
    const second = [3, 3, 2, 4, 3, 1, 2, 2, 2, 4, 4, 1];
    expect(wilcoxonSignedRank(first, second)).toMatchObject({ n: 10, zeros: 2, p: 0.12890625 });
    const normal = wilcoxonSignedRank(first, second, { method: "normal" });
    expect(normal.exists && normal.p).toBeCloseTo(0.10941388660684956, 10);
  });

  test("of all pairs of drivers, with Holm's correction, matches R's pairwise.wilcox.test", () => {
    const pairs: [number, number][] = [];
    for (let first = 0; first < 8; first += 1)
      for (let second = first + 1; second < 8; second += 1) pairs.push([first, second]);
    const p = pairs.map(([first, second]) => {
      const result = wilcoxonSignedRank(driverRanks(first), driverRanks(second));
      return result.exists ? result.p : 1;
    });
    const adjusted = holmAdjusted(p);
    const of = (first: number, second: number) =>
      adjusted[pairs.findIndex(([a, b]) => a === first && b === second)] ?? 1;
    expect(of(0, 1) / 8.46058172972113e-7).toBeCloseTo(1, 8);
    expect(of(0, 4) / 1.66792234820585e-53).toBeCloseTo(1, 8);
    expect(of(1, 2) / 8.20692736274831e-6).toBeCloseTo(1, 8);
    expect(of(2, 3)).toBeCloseTo(0.789180581272551, 8);
    expect(of(4, 6)).toBeCloseTo(0.144863847636233, 8);
    expect(of(5, 7)).toBeCloseTo(0.0855158525881632, 8);
  });

  test("says that there are no differences", () => {
    expect(wilcoxonSignedRank([1, 2], [1, 2])).toEqual({ exists: false, reason: "no-differences" });
    expect(wilcoxonSignedRank([], [])).toEqual({ exists: false, reason: "no-differences" });
    expect(() => wilcoxonSignedRank([1], [])).toThrow(RangeError);
  });
});

describe("corrections for many tests", () => {
  test("match R's p.adjust", () => {
    const p = [0.168028504053784, 0.603166034961619, 2.33108718585509e-7, 0.369658973734852];
    const more = [0.683596524565568, 0.0469704705612626, 4.72728876701257e-13, 0.11573797661087];
    const holm = holmAdjusted([...p, ...more]);
    const bh = benjaminiHochbergAdjusted([...p, ...more]);
    expect(holm[0]).toBeCloseTo(0.672114016215137, 12);
    expect(holm[1]).toBe(1);
    expect(holm[5]).toBeCloseTo(0.281822823367576, 12);
    expect(bh[0]).toBeCloseTo(0.268845606486055, 12);
    expect(bh[1]).toBeCloseTo(0.683596524565568, 12);
    expect(bh[7]).toBeCloseTo(0.23147595322174, 12);
  });

  test("never make a value smaller, keep the order, and Holm is at least as strict", () => {
    const anyP = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    void fc.assert(
      fc.property(anyP, (p) => {
        const holm = holmAdjusted(p);
        const bh = benjaminiHochbergAdjusted(p);
        for (const [index, value] of p.entries()) {
          expect(bh[index]).toBeGreaterThanOrEqual(value * (1 - 1e-12));
          expect(holm[index]).toBeGreaterThanOrEqual((bh[index] ?? 2) * (1 - 1e-12));
          for (const [other, otherValue] of p.entries())
            if (value < otherValue) expect(holm[index]).toBeLessThanOrEqual(holm[other] ?? 0);
        }
      }),
    );
    expect(() => holmAdjusted([Number.NaN])).toThrow(RangeError);
  });
});
