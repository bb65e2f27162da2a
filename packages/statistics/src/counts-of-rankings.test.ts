import * as fc from "fast-check";
import { expect, test } from "vitest";
import { agreementOfRankings } from "./agreement-of-rankings.ts";
import { rankings } from "./build-rankings.ts";
import { driversSynthRankings } from "./example/drivers-synth.ts";
import { publishedRankings } from "./example/published-rankings.ts";
import { friedmanTest } from "./friedman-test.ts";
import { kendallsW } from "./kendalls-w.ts";
import { meanMidranks } from "./mean-midranks.ts";
import { midranks } from "./midranks.ts";
import { pairwiseCounts } from "./pairwise-counts.ts";
import { pairwisePreferences } from "./pairwise-preferences.ts";
import { rankCounts } from "./rank-counts.ts";
import type { Rankings } from "./rankings.ts";
import { uniqueRankings } from "./unique-rankings.ts";

const row = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });

function partial(rows: readonly (readonly number[])[]): Rankings {
  const usable = rows.filter((cells) => cells.some((cell) => cell > 0));
  const input = { itemCount: 4, unranked: "below", gaps: "close" } as const;
  const result = rankings({ ...input, rows: [[1, 2, 3, 4], ...usable] });
  if (!result.ok) throw new Error("no rankings");
  return result.rankings;
}

const rowsOf = (all: Rankings) =>
  Array.from({ length: all.rowCount }, (_, index) =>
    Array.from(all.ranks.subarray(index * all.itemCount, (index + 1) * all.itemCount)),
  );

test("W and Friedman of compact rankings equal those of rows of midranks, blanks sharing the last places", () => {
  void fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const all = partial(rows);
      if (all.n < 2) return;
      const plain = rowsOf(all).map((ranks) => midranks(ranks.map((rank) => rank || 99)));
      const found = agreementOfRankings(uniqueRankings(all).unique);
      expect(found.exists && found.kendallsW.value).toBeCloseTo(kendallsW(plain)?.value ?? -1, 10);
      expect(found.exists && found.friedman.chiSquare).toBeCloseTo(
        friedmanTest(plain)?.chiSquare ?? -1,
        8,
      );
    }),
  );
});

test("W of the simulated study, whole and top three, equals irr::kendall 0.84.1", () => {
  for (const [top, value, log10P] of [
    [8, 0.167844973544974, -147.228380867704],
    [3, 0.1099671875, -94.900263324363],
  ] as const) {
    const found = agreementOfRankings(driversSynthRankings({ top }));
    expect(found.exists && found.kendallsW.value).toBeCloseTo(value, 12);
    expect(found.exists && found.log10P).toBeCloseTo(log10P, 9);
  }
});

test("there is no W without two respondents, without differences, or if not all items were shown", () => {
  expect(agreementOfRankings(publishedRankings("pudding"))).toMatchObject({
    reason: "unbalanced-design",
  });
  const tied = rankings({
    itemCount: 2,
    rows: [
      [1, 1],
      [1, 1],
    ],
  });
  expect(tied.ok && agreementOfRankings(tied.rankings)).toMatchObject({
    reason: "everything-tied",
  });
  const one = rankings({ itemCount: 2, rows: [[1, 2]] });
  expect(one.ok && agreementOfRankings(one.rankings)).toMatchObject({
    reason: "fewer-than-two-respondents",
  });
});

test("pairwise counts equal those of plain rows, however often a row is given", () => {
  void fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const all = partial(rows);
      const plain = rowsOf(all).map((ranks) => ranks.map((rank) => rank || undefined));
      expect(pairwiseCounts(uniqueRankings(all).unique)).toEqual(pairwisePreferences(plain));
    }),
  );
});

test("rank counts add up, and their midranks have the mean of meanMidranks", () => {
  void fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const all = partial(rows);
      const means = meanMidranks(all);
      for (const [item, found] of rankCounts(all).entries()) {
        expect(found.counts.reduce((sum, count) => sum + count, 0)).toBe(found.ranked);
        expect(found.faced).toBe(all.n);
        const sum = found.midranks.reduce((total, [rank, count]) => total + rank * count, 0);
        expect(sum / all.n).toBeCloseTo(means[item] ?? -1, 10);
      }
    }),
  );
});

test("a tie for the first place is a first place for both: Davidson's puddings", () => {
  expect(rankCounts(publishedRankings("pudding")).map(({ counts }) => counts[0])).toEqual([
    155, 161, 150, 164, 154, 163,
  ]);
});
