import * as fc from "fast-check";
import { expect, test } from "vitest";
import { collectSets } from "./choice-counts/collect-sets.ts";
import type { ChoiceCounts } from "./choice-counts.ts";
import { choiceCounts } from "./count-choices.ts";
import { anyRankings, builtRankings } from "./example/arbitrary-rank-rows.ts";
import { uniqueRankings } from "./unique-rankings.ts";

function bySet(counts: ChoiceCounts): Record<string, number> {
  const entries = Array.from(counts.faced, (faced, set): [string, number] => [
    counts.setItems.slice(counts.setStarts[set], counts.setStarts[set + 1]).join("+"),
    faced,
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function summary(counts: ChoiceCounts): unknown {
  const { chosen, choices, tieOrders, tied, over, tiedPair, n } = counts;
  const round = (values: Iterable<number>) => Array.from(values, (x) => Number(x.toFixed(9)));
  return {
    n,
    choices,
    tieOrders,
    over: [...over],
    tiedPair: [...tiedPair],
    chosen: round(chosen),
    tied: round(tied),
    sets: bySet(counts),
  };
}

test("choiceCounts reads a blank as worse than every ranked item, or as never shown", () => {
  const rows = [[1, 2, 0, 0]];
  const below = choiceCounts(builtRankings(4, rows, "below"));
  expect([...below.chosen]).toEqual([1, 1, 0, 0]);
  expect(bySet(below)).toEqual({ "0+1+2+3": 1, "1+2+3": 1 });
  const notShown = choiceCounts(builtRankings(4, rows, "not-presented"));
  expect([...notShown.chosen]).toEqual([1, 0, 0, 0]);
  expect(bySet(notShown)).toEqual({ "0+1": 1 });
});

test("choiceCounts takes a tie as one outcome (Davidson) or as several choices (Breslow)", () => {
  const tied = builtRankings(3, [[1, 1, 2]]);
  const davidson = choiceCounts(tied);
  expect([...davidson.chosen]).toEqual([0.5, 0.5, 0]);
  expect(davidson).toMatchObject({ tieOrders: [2], choices: 1 });
  expect(bySet(davidson)).toEqual({ "0+1+2": 1 });
  const breslow = choiceCounts(tied, { ties: "breslow" });
  expect([...breslow.chosen]).toEqual([1, 1, 0]);
  expect(breslow).toMatchObject({ tieOrders: [], choices: 2 });
  expect(bySet(breslow)).toEqual({ "0+1+2": 2 });
});

test("choiceCounts finds the same by table and by sets, and in unique rows", () => {
  void fc.assert(
    fc.property(anyRankings, fc.constantFrom("davidson", "breslow"), ({ all }, ties) => {
      const counts = summary(choiceCounts(all, { ties }));
      expect(summary(collectSets(all, ties))).toEqual(counts);
      expect(summary(choiceCounts(uniqueRankings(all).unique, { ties }))).toEqual(counts);
    }),
  );
});

test("choiceCounts adds up weights like repetitions", () => {
  void fc.assert(
    fc.property(anyRankings, ({ rows, all }) => {
      const repeated = builtRankings(all.itemCount, [...rows, ...rows, ...rows], all.unranked);
      const weighted = { ...all, weights: new Float64Array(rows.length).fill(3), n: all.n * 3 };
      expect(summary(choiceCounts(weighted))).toEqual(summary(choiceCounts(repeated)));
    }),
  );
});
