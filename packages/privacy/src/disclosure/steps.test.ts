import { describe, expect, test } from "vitest";
import { columnBlocks } from "./blocks.ts";
import { telling } from "./differencing.ts";
import { hideCategories } from "./hide-categories.ts";
import { disclosureRules } from "./rules.ts";
import { shownBase, shownMean, shownShare } from "./shown-figures.ts";
import { connectedParts, smallestCut } from "./smallest-cut.ts";
import { countStudy } from "./study-counts.ts";

const rules = disclosureRules(10);

test("smallestCut finds the least weight that keeps two nodes apart", () => {
  expect(
    smallestCut(
      [
        [0, 3, 1],
        [3, 0, 2],
        [1, 2, 0],
      ],
      0,
      2,
    ),
  ).toBe(3);
});

test("connectedParts lists what hangs together", () => {
  expect(
    connectedParts([
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]),
  ).toEqual([[0, 1], [2]]);
});

test("columnBlocks shows hidden categories together", () => {
  expect(columnBlocks([12, 4, 11], [false, true, true])).toEqual([[0], [1, 2]]);
  expect(columnBlocks([12, 0], [false, true])).toEqual([[0]]);
});

describe("hideCategories", () => {
  test("hides one more so that a small one is not what is missing from the total", () => {
    expect(hideCategories([40, 30, 12, 4], rules)).toEqual([false, false, true, true]);
  });

  test("hides all of too few people", () => {
    expect(hideCategories([4, 5], rules)).toBeUndefined();
  });
});

test("telling names the groups of which one would be computed from a release before", () => {
  const known = {
    breakdown: { sizes: [4, 12, 30], hidden: [true, true, false] },
    overlap: [
      [4, 0, 0],
      [0, 12, 0],
      [0, 0, 30],
    ],
    ...{ newcomers: [0, 0, 0], isExact: true, isSame: true },
  };
  const now = (hidden: boolean[]) => ({ sizes: [4, 12, 30], hidden });
  expect([...telling(known, now([true, false, false]), rules)].sort()).toEqual([0, 1]);
  expect(telling(known, now([true, true, false]), rules)).toEqual([]);
});

describe("figures", () => {
  test("bases and shares are coarse below 30 people", () => {
    expect(shownBase(17)).toEqual({ n: 15, isRounded: true });
    expect(shownBase(30)).toEqual({ n: 30, isRounded: false });
    expect(shownShare(6, 17)).toEqual({ share: 0.35 });
    expect(shownShare(6, 40)).toEqual({ share: 0.15, count: 6 });
  });

  test("means rest on what is shown, and tell how far away they may be", () => {
    const cells = (hidden: number | undefined) => [
      { values: [1], count: 20 },
      { values: [2], count: 18 },
      { values: [3], count: hidden },
    ];
    expect(
      shownMean(
        [
          { values: [1], count: 10 },
          { values: [2], count: 30 },
        ],
        40,
        rules,
      ),
    ).toEqual({
      mean: 1.75,
    });
    expect(shownMean(cells(2), 40, rules)).toEqual({ mean: 1.55 });
    const hidden = [
      { values: [1], count: 20 },
      { values: [2], count: undefined },
      { values: [3], count: undefined },
    ];
    expect(shownMean(hidden, 24, rules)).toEqual({ mean: 1.3, within: 0.14 });
    expect(shownMean(hidden, 60, rules)).toBeUndefined();
    expect(shownMean(cells(2), 9, rules)).toBeDefined();
    expect(shownMean([{ values: [1], count: 9 }], 9, rules)).toBeUndefined();
  });
});

describe("countStudy", () => {
  const groupings = [{ id: "role", categories: ["lead"], cells: ["lead", "", "lead"] }];
  const item = { id: "trust", rows: ["1", "2"], cells: ["1", "2", "-95"] };

  test("counts answers by everybody and by group, with those in none first", () => {
    const { responses, items } = countStudy({ groupings, items: [item], withdrawn: 0 });
    expect(responses).toBe(3);
    expect(items[0]).toMatchObject({ answered: 2, counts: [1, 1] });
    expect(items[0]?.by[0]).toEqual({
      answered: [1, 1],
      counts: [
        [0, 1],
        [1, 0],
      ],
    });
  });

  test("refuses columns of different lengths, and a name given twice", () => {
    const short = { ...item, cells: ["1"] };
    expect(() => countStudy({ groupings, items: [short], withdrawn: 0 })).toThrow(RangeError);
    expect(() => countStudy({ groupings, items: [{ ...item, id: "role" }], withdrawn: 0 })).toThrow(
      "different ids",
    );
  });
});
