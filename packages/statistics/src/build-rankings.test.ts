import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rankings } from "./build-rankings.ts";
import { anyRankings, builtRankings } from "./example/arbitrary-rank-rows.ts";
import type { RankingsInput } from "./rankings.ts";
import { selectRankings } from "./select-rankings.ts";
import { uniqueRankings } from "./unique-rankings.ts";

function reasons(input: Partial<RankingsInput> & Pick<RankingsInput, "rows">): unknown[] {
  const result = rankings({ itemCount: 3, ...input });
  return result.ok ? [] : result.badRows.map(({ row, reason }) => [row, reason]);
}

function ranksOf(input: Partial<RankingsInput> & Pick<RankingsInput, "rows">): number[] {
  const result = rankings({ itemCount: 3, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.badRows));
  return Array.from(result.rankings.ranks);
}

test("rankings refuses a blank until somebody says what it means", () => {
  const rows = [
    [1, 2, 3],
    [1, 2, null],
  ];
  expect(reasons({ rows })).toEqual([[1, "blank-without-meaning"]]);
  expect(reasons({ rows, unranked: "complete" })).toEqual([[1, "blank-in-complete"]]);
  expect(reasons({ rows, unranked: "below" })).toEqual([]);
  expect(reasons({ rows, unranked: "not-presented" })).toEqual([]);
});

test("rankings lists every bad row with its reason and keeps the good ones apart", () => {
  const rows = [
    [1, 2],
    [1, 2, 3],
    [null, undefined, 0],
    [1, -2, 3],
    [1, Number.NaN, 2],
    [2, 3, null],
    [1, 3, null],
    [3, 1, 2],
  ];
  expect(reasons({ rows, unranked: "below" })).toEqual([
    [0, "wrong-length"],
    [2, "nothing-ranked"],
    [3, "not-a-rank"],
    [4, "not-a-rank"],
    [5, "gap"],
    [6, "gap"],
  ]);
  const result = rankings({ itemCount: 3, rows, unranked: "below" });
  expect(result.ok ? undefined : [result.goodRowIndices, result.goodRows.n]).toEqual([[1, 7], 2]);
  expect(result.ok ? undefined : Array.from(result.goodRows.ranks)).toEqual([1, 2, 3, 3, 1, 2]);
});

test("rankings reads ties in every usual numbering, and only in one at a time", () => {
  for (const row of [
    [1, 2, 2, 3],
    [1, 2, 2, 4],
    [1, 2.5, 2.5, 4],
    [1, 3, 3, 4],
  ])
    expect(ranksOf({ itemCount: 4, rows: [row] })).toEqual([1, 2, 2, 3]);
  expect(reasons({ itemCount: 5, rows: [[1, 1, 2, 4, 4]] })).toEqual([[0, "gap"]]);
  expect(ranksOf({ itemCount: 4, rows: [[1, 2, 2, 9]], gaps: "close" })).toEqual([1, 2, 2, 3]);
});

test("rankings knows items that were not shown from items shown and left out", () => {
  const input = { rows: [[1, 2, null]], presented: [[true, true, false]] };
  expect(rankings({ itemCount: 3, ...input })).toMatchObject({
    ok: true,
    rankings: { unranked: "not-presented" },
  });
  expect(reasons({ rows: [[1, null, null]], presented: [[true, true, false]] })).toEqual([
    [0, "blank-without-meaning"],
  ]);
  expect(reasons({ rows: [[1, 2, 3]], presented: [[true, true, false]] })).toEqual([
    [0, "ranked-but-not-presented"],
  ]);
});

test("rankings refuses counts that count nobody and weights that are none", () => {
  const rows = [
    [1, 2, 3],
    [1, 2, 3],
    [1, 2, 3],
  ];
  expect(reasons({ rows, counts: [1, 0, 1.5] })).toEqual([
    [1, "bad-count"],
    [2, "bad-count"],
  ]);
  expect(reasons({ rows, weights: [0, -1, Infinity] })).toEqual([
    [1, "bad-weight"],
    [2, "bad-weight"],
  ]);
  expect(() => rankings({ itemCount: 3, rows, counts: [1] })).toThrow(RangeError);
});

test("selectRankings takes rows with all that belongs to them, and refuses others", () => {
  const result = rankings({
    itemCount: 2,
    rows: [
      [1, 2],
      [2, 1],
    ],
    counts: [3, 4],
    weights: [0.5, 2],
  });
  if (!result.ok) throw new Error("not ok");
  const chosen = selectRankings(result.rankings, [1, 1]);
  expect(chosen).toMatchObject({ n: 8, rowCount: 2 });
  expect([...chosen.ranks, ...(chosen.counts ?? []), ...(chosen.weights ?? [])]).toEqual([
    2, 1, 2, 1, 4, 4, 2, 2,
  ]);
  expect(() => selectRankings(result.rankings, [2])).toThrow(RangeError);
});

test("uniqueRankings counts equal rows, keeps weights apart and merges them on request", () => {
  const result = rankings({
    itemCount: 2,
    rows: [
      [1, 2],
      [2, 1],
      [1, 2],
      [1, 2],
    ],
    weights: [1, 1, 1, 4],
  });
  if (!result.ok) throw new Error("not ok");
  const apart = uniqueRankings(result.rankings);
  expect([...(apart.unique.counts ?? [])]).toEqual([2, 1, 1]);
  expect([...apart.uniqueOfRow]).toEqual([0, 2, 0, 1]);
  const merged = uniqueRankings(result.rankings, { mergeWeights: true }).unique;
  expect([...(merged.counts ?? []), ...(merged.weights ?? [])]).toEqual([3, 1, 2, 1]);
  expect(merged.n).toBe(4);
});

test("uniqueRankings leave no trace of the order of respondents, but where each row went", () => {
  void fc.assert(
    fc.property(anyRankings, ({ rows, all }) => {
      const turned = builtRankings(all.itemCount, [...rows].reverse(), all.unranked);
      const [first, second] = [uniqueRankings(all), uniqueRankings(turned)];
      expect(second.unique.ranks).toEqual(first.unique.ranks);
      expect(second.unique.counts).toEqual(first.unique.counts);
      expect([...second.uniqueOfRow].reverse()).toEqual([...first.uniqueOfRow]);
      for (const [row, ranks] of rows.entries()) {
        const base = (first.uniqueOfRow[row] ?? 0) * all.itemCount;
        const found = first.unique.ranks.slice(base, base + all.itemCount);
        expect([...found]).toEqual(ranks);
      }
    }),
  );
});
