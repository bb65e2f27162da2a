import { expect, test } from "vitest";
import { bradleyTerry } from "./bradley-terry.ts";
import { expectedFits } from "./example/expected-fits.ts";
import { publishedRankings } from "./example/published-rankings.ts";

test("bradleyTerry gives wins their share", () => {
  const found = bradleyTerry(2, [
    { winner: 0, loser: 1, count: 3 },
    { winner: 1, loser: 0 },
  ]);
  expect(found.exists && found.worth[0]).toBeCloseTo(0.75, 12);
  expect(found.exists && found.logWorth[1]).toBeCloseTo(-Math.log(3), 12);
});

test("bradleyTerry with ties agrees with R on Davidson's puddings", () => {
  const { ranks, counts, itemCount } = publishedRankings("pudding");
  const comparisons = Array.from(counts ?? [], (count, row) => {
    const cells = Array.from(ranks.slice(row * itemCount, (row + 1) * itemCount));
    const [first = 0, second = 0] = cells.flatMap((rank, item) => (rank > 0 ? [item] : []));
    const [a = 0, b = 0] = [cells[first], cells[second]];
    return a <= b
      ? { winner: first, loser: second, tied: a === b, count }
      : { winner: second, loser: first, count };
  });
  const found = bradleyTerry(itemCount, comparisons);
  if (!found.exists) throw new Error(found.reason);
  expect(found.logWorth[5]).toBeCloseTo(expectedFits.pudding.logWorth[5] ?? 0, 9);
  expect(found.tieParameters[0]?.logTie).toBeCloseTo(expectedFits.pudding.logTie, 9);
});

test("bradleyTerry refuses comparisons of nothing, and names sides that never lost", () => {
  expect(() => bradleyTerry(2, [{ winner: 1, loser: 1 }])).toThrow(RangeError);
  expect(() => bradleyTerry(2, [{ winner: 0, loser: 2 }])).toThrow(RangeError);
  expect(() => bradleyTerry(2, [{ winner: 0, loser: 1, count: 0 }])).toThrow(RangeError);
  expect(bradleyTerry(2, [{ winner: 1, loser: 0 }])).toMatchObject({
    exists: false,
    reason: "one-sided",
    components: [[1], [0]],
  });
});
