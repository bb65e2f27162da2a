import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ExampleRow, smallDataset } from "../example/small-dataset.ts";
import { agreementInWords } from "./agreement-in-words.ts";
import { rankDrivers } from "./rank-drivers.ts";
import type { RankingTable } from "./ranking-table.ts";

/** The six worked rankings of eight drivers, whose every figure is known by hand. */
const sixRankings: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5, 6, 7, 8],
  [2, 1, 4, 3, 6, 5, 8, 7],
  [1, 3, 2, 5, 4, 7, 6, 8],
  [3, 1, 2, 4, 6, 5, 7, 8],
  [4, 5, 6, 3, 1, 2, 8, 7],
  [1, 2, 4, 3, 5, 8, 6, 7],
];

const few = { draws: 50 };

function rank(rows: readonly ExampleRow[], options?: number): RankingTable {
  return rankDrivers(smallDataset(rows, options === undefined ? {} : { options }), few);
}

const english = ({ notes }: RankingTable) => notes.map(({ en }) => en).join(" ");

test("rankDrivers of six rankings gives the figures worked out by hand", () => {
  const table = rank(sixRankings);
  expect(table.rows.map(({ item }) => item)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `vd-${n}`),
  );
  expect(table.rows.map(({ meanRank }) => meanRank?.toFixed(3))).toEqual([
    "2.000",
    "2.333",
    "3.500",
    "3.667",
    "4.500",
    "5.500",
    "7.000",
    "7.500",
  ]);
  expect(table.rows.map(({ borda }) => borda)).toEqual([36, 34, 27, 26, 21, 15, 6, 3]);
  expect(table.rows.map(({ firstShare = -1 }) => firstShare * 6)).toEqual([3, 2, 0, 0, 1, 0, 0, 0]);
  expect(table.rows.map(({ topShare = -1 }) => topShare * 6)).toEqual([5, 5, 3, 3, 1, 1, 0, 0]);
  expect(table.kendallsW?.value.toFixed(4)).toBe("0.6878");
  expect(table.kendallsW?.chiSquare.toFixed(3)).toBe("28.889");
  expect(table.friedman?.chiSquare).toBeCloseTo(table.kendallsW?.chiSquare ?? 0, 9);
  expect(english(table)).toContain("Only 6 complete rankings");
});

test("partial rankings of at least three count in the shares, not in the mean ranks", () => {
  const u = undefined;
  const table = rank([
    ...sixRankings,
    [u, u, u, u, u, 1, 2, 3],
    [u, u, u, u, u, 1, 2, u],
    "skipped",
    "not-shown",
    "skipped",
  ]);
  expect(table).toMatchObject({ respondents: 11, answered: 8, complete: 6, topRanked: 7 });
  expect(table.missing).toEqual([
    { reason: "skipped", count: 2 },
    { reason: "not-shown", count: 1 },
  ]);
  const sixth = table.rows.find(({ item }) => item === "vd-6");
  expect(sixth?.meanRank).toBe(5.5);
  expect(sixth?.firstShare).toBeCloseTo(1 / 7, 12);
  expect(sixth?.n).toBe(8);
  expect(english(table)).toContain("6 of 8");
  expect(english(table)).toContain("Incomplete rankings with at least 3 options: 1.");
  expect(english(table)).toContain("Rankings with fewer than 3 options: 1.");
  expect(english(table)).toContain("Without a ranking: 3 of 11 respondents");
  expect(table.pairwise.preferred[5]?.[0]).toBe(3);
});

test("without complete rankings the order follows the top shares and mean ranks are absent", () => {
  const u = undefined;
  const table = rank(
    [
      [3, 1, 2, u, u],
      [u, 1, 2, 3, u],
    ],
    5,
  );
  expect(table.rows.map(({ item, position }) => `${position} ${item}`)).toEqual([
    "1 vd-2",
    "2 vd-3",
    "3 vd-1",
    "3 vd-4",
    "5 vd-5",
  ]);
  for (const row of table.rows) {
    expect(row).not.toHaveProperty("meanRank");
    expect(row).not.toHaveProperty("borda");
  }
  expect(table.kendallsW).toBeUndefined();
  expect(english(table)).toContain("No ranking holds all 5 options");
});

test("one complete ranking does not decide for many partial ones: the order follows worths, and says so", () => {
  const u = undefined;
  const partial: ExampleRow[] = [
    ...Array.from({ length: 12 }, (): ExampleRow => [1, 2, 3, u, u]),
    ...Array.from({ length: 8 }, (): ExampleRow => [2, 1, u, 3, u]),
    ...Array.from({ length: 4 }, (): ExampleRow => [3, 2, u, u, 1]),
  ];
  const table = rank([...partial, [5, 4, 3, 2, 1]], 5);
  expect(table.rows.map(({ item }) => item).slice(0, 2)).toEqual(["vd-2", "vd-1"]);
  expect(table.rows.at(0)).not.toHaveProperty("leadOverNext");
  const worths = table.rows.map(({ worth = Number.NaN }) => worth);
  expect(worths).toEqual(worths.toSorted((a, b) => b - a));
  expect(worths.reduce((sum, worth) => sum + worth, 0)).toBeCloseTo(1, 9);
  expect(english(table)).toContain("The order follows the worths. They use all 25 rankings");
  expect(english(table)).toContain("those of a single person");
});

test("complete rankings decide where they are enough and at least half, and the only ones where worths do not exist", () => {
  const u = undefined;
  const orders = Array.from({ length: 10 }, (_, index) => sixRankings[index % 6] ?? []);
  const partial = Array.from({ length: 10 }, (): ExampleRow => [3, 2, 1, u, u, u, u, u]);
  const half = rank([...orders, ...partial]);
  expect(half.rows[0]).not.toHaveProperty("worth");
  expect(half.rows[0]?.leadOverNext).toBeDefined();
  expect(rank([...orders, ...partial, [1, 2, 3, u, u, u, u, u]]).rows[0]?.worth).toBeGreaterThan(0);
  const few = rank([[1, 2, 3], ...Array.from({ length: 4 }, (): ExampleRow => [1, u, u])], 3);
  expect(few.rows.map(({ item }) => item)).toEqual(["vd-1", "vd-2", "vd-3"]);
  expect(english(few)).toContain("the mean ranks of only 1 of the 5 rankings");
});

test("BCa intervals are made on request, of the same draws, and said to be so", () => {
  const rows = Array.from({ length: 12 }, (_, index) => sixRankings[index % 6] ?? []);
  const plain = rankDrivers(smallDataset(rows), { draws: 1000 });
  const bca = rankDrivers(smallDataset(rows), { draws: 1000, interval: "bca" });
  expect(plain.bootstrap).not.toHaveProperty("kind");
  expect(bca.bootstrap.kind).toBe("bca");
  const intervals = (table: RankingTable) => table.rows.map((row) => row.meanRankInterval);
  expect(intervals(bca)).not.toEqual(intervals(plain));
  for (const { meanRank = 0, meanRankInterval: [low, high] = [9, 0], ...row } of bca.rows) {
    expect(low).toBeLessThan(meanRank);
    expect(high).toBeGreaterThan(meanRank);
    const lead = row.leadOverNext;
    if (lead !== undefined) expect(lead.interval[0]).toBeLessThan(lead.value);
  }
});

test("very many respondents have intervals from the normal distribution, as wide as drawn ones", () => {
  const rows = Array.from({ length: 1200 }, (_, index) => sixRankings[index % 6] ?? []);
  const drawn = rankDrivers(smallDataset(rows), { draws: 4000 });
  const normal = rankDrivers(smallDataset(rows), { draws: 20_000 });
  expect(drawn.bootstrap).not.toHaveProperty("replacedBy");
  expect(normal.bootstrap.replacedBy).toBe("normal-distribution");
  for (const [index, row] of normal.rows.entries()) {
    const other = drawn.rows[index];
    expect(row.meanRankInterval?.[0]).toBeCloseTo(other?.meanRankInterval?.[0] ?? 0, 2);
    expect(row.leadOverNext?.interval[1] ?? 0).toBeCloseTo(
      other?.leadOverNext?.interval[1] ?? 0,
      1,
    );
  }
});

test("nobody, one respondent and two have a table too, without numbers that do not exist", () => {
  const nobody = rank([]);
  expect(nobody.rows).toHaveLength(8);
  expect(nobody.rows[0]).toEqual({
    item: "vd-1",
    name: "name-of-vd-1",
    label: { de: "Mehrwert vd-1", en: "Driver vd-1" },
    n: 0,
  });
  expect(nobody.pairwise.preferred).toHaveLength(8);
  expect(english(nobody)).toBe("Nobody has ranked yet.");
  const one = rank(sixRankings.slice(0, 1));
  expect(one.rows[0]?.meanRank).toBe(1);
  expect(one.rows[0]).not.toHaveProperty("meanRankInterval");
  expect(one.kendallsW).toBeUndefined();
  expect(english(one)).toContain("a single person");
  const two = rank(sixRankings.slice(0, 2));
  expect(two.rows[0]?.meanRankInterval).toBeDefined();
  expect(two.kendallsW?.n).toBe(2);
});

test("identical answers give intervals without width and say so", () => {
  const [first = []] = sixRankings;
  const table = rank([first, first, first]);
  expect(table.rows[0]?.meanRankInterval).toEqual([1, 1]);
  expect(table.kendallsW?.value).toBe(1);
  expect(english(table)).toContain("All complete rankings are the same");
});

test("drivers with equal mean ranks share a position", () => {
  const table = rank(
    [
      [1, 2, 3],
      [2, 1, 3],
    ],
    3,
  );
  expect(table.rows.map(({ position }) => position)).toEqual([1, 1, 3]);
});

test("a lead whose interval holds zero marks an order that is open", () => {
  const table = rank(
    [
      [1, 2, 3],
      [2, 1, 3],
      [1, 2, 3],
      [2, 1, 3],
      [1, 2, 3],
    ],
    3,
  );
  expect(table.rows[0]?.leadOverNext?.interval[0]).toBeLessThanOrEqual(0);
  expect(table.rows[1]?.leadOverNext?.interval[0]).toBeGreaterThan(0);
  expect(table.rows[2]).not.toHaveProperty("leadOverNext");
});

test("the same seed gives the same table, and seed and draws stand in it", () => {
  const dataset = smallDataset(sixRankings);
  const settings = { seed: 5, draws: 100 };
  expect(rankDrivers(dataset, settings)).toEqual(rankDrivers(dataset, settings));
  expect(rankDrivers(dataset, settings).bootstrap).toEqual({ seed: 5, draws: 100, level: 0.95 });
  expect(rankDrivers(dataset).bootstrap.draws).toBe(2000);
});

test("rankDrivers refuses a question the dataset does not hold and cells that are no rank", () => {
  expect(() => rankDrivers(smallDataset([]), { question: "other" })).toThrow(RangeError);
  const broken = smallDataset([[1, 2]], { options: 2 });
  const columns = new Map([...broken.columns, ["vd-1", ["x"]], ["vd-2", ["x"]]] as const);
  expect(() => rankDrivers({ ...broken, columns })).toThrow(RangeError);
});

test("no number of a ranking table is ever NaN, whatever people placed", () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3]);
  const row = order.map((placed) =>
    placed.length === 0
      ? ("skipped" as const)
      : [0, 1, 2, 3].map((option) => {
          const place = placed.indexOf(option);
          return place < 0 ? undefined : place + 1;
        }),
  );
  void fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const table = rankDrivers(smallDataset(rows, { options: 4 }), { draws: 10 });
      expect(JSON.stringify(table)).not.toContain("null");
      expect(table.answered + table.missing.reduce((sum, { count }) => sum + count, 0)).toBe(
        rows.length,
      );
      const shuffled = rankDrivers(smallDataset([...rows].reverse(), { options: 4 }), {
        draws: 10,
      });
      expect(shuffled.rows).toEqual(table.rows);
    }),
    { numRuns: 60 },
  );
});

test("agreementInWords has five bands between 0 and 1 and nothing beyond", () => {
  const words = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((w) => agreementInWords(w).en);
  expect(new Set(words).size).toBe(5);
  expect(() => agreementInWords(1.1)).toThrow(RangeError);
  expect(() => agreementInWords(Number.NaN)).toThrow(RangeError);
});
