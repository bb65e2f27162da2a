import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seeded-random.ts";
import { anchorCorrection } from "./anchor-correction.ts";
import { positionEffect } from "./position-effect.ts";
import type { ShownRanking } from "./shown-ranking.ts";
import { speeders } from "./speeders.ts";
import { isStraightLined, straightThrough } from "./straight-through.ts";

function shuffled(values: readonly number[], random: () => number): number[] {
  const rest = [...values];
  return values.flatMap(() => rest.splice(Math.floor(random() * rest.length), 1));
}

function ranksOf(order: readonly number[]): number[] {
  return order.map((_, item) => order.indexOf(item) + 1);
}

const fiveItems = [0, 1, 2, 3, 4];
const anyOrder = fc.shuffledSubarray(fiveItems, { minLength: 5, maxLength: 5 });

describe("straightThrough", () => {
  test("counts orders left as shown, reversed, and the share by chance", () => {
    const result = straightThrough([
      { presented: [2, 0, 1, 3], ranks: [2, 3, 1, 4] },
      { presented: [2, 0, 1, 3], ranks: [3, 2, 4, 1] },
      { presented: [0, 1, 2, 3], ranks: [1, 2, 3, undefined] },
      { presented: [0, 1, 2, 3], ranks: [2, 1, 3, 4] },
      { presented: [0, 1, 2, 3], ranks: [1, 2, undefined, undefined] },
      { presented: [0, 1, 2, 3], ranks: [1, 1, 1, 1] },
    ]);
    expect(result).toMatchObject({
      n: 4,
      asShown: 2,
      reversed: 1,
      asShownShare: 0.5,
      respondents: [0, 2],
    });
    expect(result?.chanceShare).toBeCloseTo(1 / 24, 12);
    expect(straightThrough([])).toBeUndefined();
    expect(() => straightThrough([{ presented: [0, 0], ranks: [1, 2] }])).toThrow(RangeError);
  });

  test("isStraightLined passes over blanks and needs three ratings", () => {
    expect(isStraightLined([4, null, 4, undefined, 4])).toBe(true);
    expect(isStraightLined([4, 4, 5])).toBe(false);
    expect(isStraightLined([4, 4])).toBeUndefined();
  });
});

describe("positionEffect", () => {
  test("of ranks that follow the places is as strong as can be", () => {
    const rankings = Array.from({ length: 20 }, () => ({ presented: [1, 0, 2], ranks: [2, 1, 3] }));
    const result = positionEffect(rankings);
    if (!result.exists) throw new Error(result.reason);
    expect(result.meanCorrelation).toBe(1);
    // (k − 1)/n · [3 (20 − 20/3)² + 6 (20/3)²]
    expect(result.chiSquare).toBeCloseTo(80, 9);
    expect(result).toMatchObject({ df: 4, n: 20, leftOut: 0, meanRankByPlace: [1, 2, 3] });
  });

  test("finds nothing when orders are random, even if all prefer the same: false alarms at their rate", () => {
    const random = seededRandom(11);
    let [alarms, trends] = [0, 0];
    for (let study = 0; study < 400; study += 1) {
      const rankings = Array.from({ length: 40 }, () => ({
        ...{ presented: shuffled(fiveItems, random), ranks: [1, 2, 3, 4, 5] },
      }));
      const result = positionEffect(rankings);
      if (result.exists && result.p < 0.05) alarms += 1;
      if (result.exists && result.correlationP < 0.05) trends += 1;
    }
    for (const count of [alarms, trends]) {
      expect(count / 400).toBeGreaterThan(0.02);
      expect(count / 400).toBeLessThan(0.09);
    }
  });

  test("leaves incomplete and tied rankings out, and names what is missing", () => {
    const whole: ShownRanking = { presented: [0, 1, 2], ranks: [1, 2, 3] };
    const result = positionEffect([
      whole,
      whole,
      { ...whole, ranks: [1, undefined, 2] },
      { ...whole, ranks: [1, 1, 3] },
    ]);
    expect(result).toMatchObject({ n: 2, leftOut: 2 });
    expect(positionEffect([whole])).toMatchObject({ reason: "fewer-than-two-respondents" });
    expect(positionEffect([])).toMatchObject({ reason: "fewer-than-two-respondents" });
    expect(positionEffect([{ presented: [0], ranks: [1] }])).toMatchObject({ reason: "one-item" });
  });

  test("does not depend on the names of the items, and is never NaN", () => {
    void fc.assert(
      fc.property(
        fc.array(fc.tuple(anyOrder, anyOrder), { maxLength: 20 }),
        anyOrder,
        (people, names) => {
          const rankings = people.map(([presented, order]) => ({
            presented,
            ranks: ranksOf(order),
          }));
          const renamed = rankings.map(({ presented, ranks }) => ({
            presented: presented.map((item) => names[item] ?? 0),
            ranks: fiveItems.map((name) => ranks[names.indexOf(name)]),
          }));
          const result = positionEffect(rankings);
          expect(positionEffect(renamed)).toEqual(result);
          expect(JSON.stringify(result)).not.toContain("null");
        },
      ),
    );
  });
});

describe("anchorCorrection", () => {
  test("of the published survey: 31.6 % at random move gender from 1.91 to 1.64 and party from 3.02 to 3.27", () => {
    // Atsusaka and Kim: 4 items, so that random answers have mean rank 2.5; figures as rounded in print.
    const corrected = (raw: number) => (raw - 0.316 * 2.5) / (1 - 0.316);
    expect(corrected(1.91).toFixed(2)).toBe("1.64");
    expect(Math.abs(corrected(3.02) - 3.27)).toBeLessThan(0.011);
  });

  test("of 754 right answers in 1,082 is 31.6 % at random, 28.6 to 34.8 (rankingQ vignette, data `identity`)", () => {
    const rankings = Array.from({ length: 1082 }, (_, index) =>
      index % 2 === 0 ? [1, 2] : [2, 1],
    );
    const isAnchorCorrect = rankings.map((_, index) => index < 754);
    const result = anchorCorrection({ rankings, isAnchorCorrect, anchorItems: 4, seed: 4 });
    if (!result.exists) throw new Error(result.reason);
    expect(result.randomShare).toBeCloseTo(((328 / 1082) * 24) / 23, 12);
    expect(result.randomShare.toFixed(3)).toBe("0.316");
    // Its own bootstrap: 0.3153 with 0.2864 to 0.3482.
    expect(Math.abs((result.randomShareInterval?.[0] ?? 0) - 0.2864)).toBeLessThan(0.006);
    expect(Math.abs((result.randomShareInterval?.[1] ?? 0) - 0.3482)).toBeLessThan(0.006);
  });

  test("takes the random share out of means, shares and preferences, exactly as the formula says", () => {
    const rankings = [
      [1, 2, 3],
      [1, 2, 3],
      [1, 3, 2],
      [2, 1, 3],
      [3, 2, 1],
      [1, 2, 3],
    ];
    const isAnchorCorrect = [true, true, true, true, false, true];
    const result = anchorCorrection({
      rankings,
      isAnchorCorrect,
      anchorItems: 3,
      seed: 1,
      draws: 200,
    });
    if (!result.exists) throw new Error(result.reason);
    const random = (1 - 5 / 6) / (1 - 1 / 6);
    expect(result.randomShare).toBeCloseTo(0.2, 12);
    expect(result.items[0]?.meanRank.raw).toBeCloseTo(9 / 6, 12);
    expect(result.items[0]?.meanRank.corrected).toBeCloseTo(
      (9 / 6 - random * 2) / (1 - random),
      12,
    );
    expect(result.items[0]?.firstShare.corrected).toBeCloseTo(
      (4 / 6 - random / 3) / (1 - random),
      12,
    );
    expect(result.items[0]?.topShare).toMatchObject({ raw: 1, corrected: 1, isOutside: false });
    expect(result.preferred[0]?.[1]?.corrected).toBeCloseTo(
      (4 / 6 - random / 2) / (1 - random),
      12,
    );
    expect(result.preferred[1]?.[1]?.corrected).toBe(0);
    const sum = result.items.reduce((total, { meanRank }) => total + meanRank.corrected, 0);
    expect(sum).toBeCloseTo(6, 12);
  });

  test("recovers the true means behind a third of random answers", () => {
    const random = seededRandom(3);
    const rankings: number[][] = [];
    const isAnchorCorrect: boolean[] = [];
    for (let respondent = 0; respondent < 3000; respondent += 1) {
      const isRandom = random() < 0.33;
      rankings.push(
        isRandom
          ? ranksOf(shuffled([0, 1, 2, 3], random))
          : random() < 0.7
            ? [1, 2, 3, 4]
            : [2, 1, 4, 3],
      );
      isAnchorCorrect.push(!isRandom || random() < 1 / 24);
    }
    const result = anchorCorrection({
      rankings,
      isAnchorCorrect,
      anchorItems: 4,
      seed: 2,
      draws: 300,
    });
    if (!result.exists) throw new Error(result.reason);
    expect(result.randomShareInterval?.[0]).toBeLessThan(0.33);
    expect(result.randomShareInterval?.[1]).toBeGreaterThan(0.33);
    const truth = [1.3, 1.7, 3.3, 3.7];
    for (const [item, mean] of truth.entries()) {
      const interval = result.items[item]?.meanRank.correctedInterval ?? [9, 9];
      expect(interval[0]).toBeLessThan(mean + 0.02);
      expect(interval[1]).toBeGreaterThan(mean - 0.02);
      expect(Math.abs((result.items[item]?.meanRank.corrected ?? 0) - mean)).toBeLessThan(0.06);
    }
  });

  test("changes nothing if everybody is right, and weights count like repetition", () => {
    const rankings = [
      [1, 2],
      [2, 1],
      [1, 2],
    ];
    const all = anchorCorrection({
      rankings,
      isAnchorCorrect: [true, true, true],
      anchorItems: 2,
      seed: 1,
      draws: 20,
    });
    expect(all.exists && all.items[0]?.meanRank.corrected).toBeCloseTo(4 / 3, 12);
    const weighted = anchorCorrection({
      ...{ rankings: rankings.slice(0, 2), weights: [2, 1], isAnchorCorrect: [true, true] },
      ...{ anchorItems: 2, seed: 1, draws: 20 },
    });
    expect(weighted.exists && weighted.items[0]?.meanRank.raw).toBeCloseTo(4 / 3, 12);
  });

  test("names an anchor missed as often as by chance, and refuses ties and uneven lists", () => {
    const base = { anchorItems: 2, seed: 1, draws: 10 };
    const rankings = [
      [1, 2],
      [2, 1],
    ];
    expect(anchorCorrection({ ...base, rankings, isAnchorCorrect: [true, false] })).toMatchObject({
      reason: "worse-than-chance",
    });
    expect(
      anchorCorrection({ ...base, rankings: [[1, 2]], isAnchorCorrect: [true] }),
    ).toMatchObject({
      reason: "fewer-than-two-respondents",
    });
    expect(() => anchorCorrection({ ...base, rankings, isAnchorCorrect: [true] })).toThrow(
      RangeError,
    );
    expect(() =>
      anchorCorrection({
        ...base,
        rankings: [
          [1, 1],
          [1, 2],
        ],
        isAnchorCorrect: [true, true],
      }),
    ).toThrow(RangeError);
  });
});

test("speeders are those below half the median time", () => {
  expect(speeders([100, 90, undefined, 110, 20])).toEqual({
    n: 4,
    median: 95,
    limit: 47.5,
    respondents: [4],
  });
  expect(speeders([])).toBeUndefined();
  expect(() => speeders([-1])).toThrow(RangeError);
});
