import * as fc from "fast-check";
import { expect, test } from "vitest";
import { condorcetWinner } from "./condorcet-winner.ts";
import { builtRankings } from "./example/arbitrary-rank-rows.ts";
import { publishedRankings } from "./example/published-rankings.ts";
import { kemenyConsensus } from "./kemeny-consensus.ts";
import { kendallDistance } from "./kendall-distance.ts";
import { mallowsModel } from "./mallows-model.ts";

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

const anyOrders = fc.array(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), {
  minLength: 1,
  maxLength: 9,
});

/** Ranks of an order (first item first). */
function ranksOf(order: readonly number[]): number[] {
  return order.map((_, item) => order.indexOf(item) + 1);
}

test("kemenyConsensus is the best of all orders, and counts how many are as good", () => {
  const all = permutations([0, 1, 2, 3, 4]);
  void fc.assert(
    fc.property(anyOrders, (rows) => {
      const distances = all.map((order) =>
        rows.reduce((sum, row) => sum + kendallDistance(row, ranksOf(order)).discordant, 0),
      );
      const least = Math.min(...distances);
      const found = kemenyConsensus(builtRankings(5, rows));
      expect(found.distance).toBe(least);
      expect(found.orderCount).toBe(distances.filter((distance) => distance === least).length);
      expect(distances[all.findIndex((o) => o.join() === found.order.join())]).toBe(least);
    }),
    { numRuns: 40 },
  );
});

test("kemenyConsensus of many items finds the order that all but one share, and says that it may not be the best", () => {
  const straight = Array.from({ length: 20 }, (_, item) => item + 1);
  const rows = [straight, straight, straight, [...straight].reverse()];
  const found = kemenyConsensus(builtRankings(20, rows));
  expect(found).toEqual({ order: straight.map((rank) => rank - 1), distance: 190, isExact: false });
});

test("kendallDistance counts opposite pairs, and ties apart", () => {
  expect(kendallDistance([1, 2, 3], [3, 2, 1]).discordant).toBe(3);
  expect(kendallDistance([1, 1, 2], [1, 2, 3])).toEqual({
    discordant: 0,
    concordant: 2,
    tiedInOne: 1,
  });
  expect(kendallDistance([1, 2, 0], [2, 1, 3])).toEqual({
    discordant: 1,
    concordant: 0,
    tiedInOne: 0,
  });
  expect(() => kendallDistance([1], [1, 2])).toThrow(RangeError);
});

test("mallowsModel has the theta whose expected distance is the mean distance, by listing all rankings", () => {
  const found = mallowsModel(publishedRankings("salad"));
  if (!found.exists) throw new Error(found.reason);
  const { order } = found.consensus;
  expect(order).toEqual([1, 2, 3, 0]);
  const distances = permutations([1, 2, 3, 4]).map(
    (ranks) => kendallDistance(ranks, ranksOf(order)).discordant,
  );
  const odds = distances.map((distance) => Math.exp(-found.theta * distance));
  const sum = odds.reduce((total, value) => total + value, 0);
  const mean = odds.reduce((total, value, i) => total + value * (distances[i] ?? 0), 0) / sum;
  expect(mean).toBeCloseTo(found.meanDistance, 10);
  expect(found.logLikelihood).toBeCloseTo(-32 * (found.theta * mean + Math.log(sum)), 8);
  expect(found.alpha).toBeCloseTo(4 * found.theta, 12);
});

test("mallowsModel names what leaves it without a spread", () => {
  expect(mallowsModel(builtRankings(3, [[1, 2, 3]]))).toMatchObject({ reason: "identical" });
  expect(mallowsModel(builtRankings(3, [[1, 2, 0]]))).toMatchObject({ reason: "incomplete" });
  expect(mallowsModel(builtRankings(3, [[1, 1, 2]]))).toMatchObject({ reason: "incomplete" });
  const opposite = mallowsModel(
    builtRankings(2, [
      [1, 2],
      [2, 1],
    ]),
  );
  expect(opposite).toMatchObject({ exists: true, theta: 0 });
});

test("condorcetWinner names the winner of all duels, or the circle, or those that tie", () => {
  expect(condorcetWinner(publishedRankings("salad"))).toEqual({ winner: 1, topItems: [1] });
  const circle = [
    [1, 2, 3, 4],
    [3, 1, 2, 4],
    [2, 3, 1, 4],
  ];
  expect(condorcetWinner(builtRankings(4, circle))).toEqual({ topItems: [0, 1, 2] });
  expect(
    condorcetWinner(
      builtRankings(2, [
        [1, 2],
        [2, 1],
      ]),
    ),
  ).toEqual({ topItems: [0, 1] });
  // 0 beats 1, 1 beats 2, and 0 and 2 tie: nobody in the group beats 2 for all of them.
  const undecided = [
    [1, 2, 0],
    [0, 1, 2],
    [1, 0, 2],
    [2, 0, 1],
  ];
  const pairs = builtRankings(3, undecided, "not-presented");
  expect(condorcetWinner(pairs)).toEqual({ topItems: [0, 1, 2] });
});
