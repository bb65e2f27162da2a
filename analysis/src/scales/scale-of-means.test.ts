import { expect, test } from "vitest";
import { scaleOfMeans } from "./scale-of-means.ts";

test("scaleOfMeans turns reverse-keyed items at the ends of the response scale", () => {
  const items = [
    { mean: 4, isReversed: false },
    { mean: 2, isReversed: true },
  ];
  expect(scaleOfMeans(items, [1, 5])).toEqual({ mean: 4 });
  expect(scaleOfMeans(items, [0, 6])).toEqual({ mean: 4 });
});

test("scaleOfMeans equals the mean of the people's scores where everybody answered everything", () => {
  const people = [
    [1, 5],
    [2, 3],
    [5, 4],
  ];
  const scores = people.map(([first = 0, second = 0]) => (first + second) / 2);
  const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const items = [0, 1].map((item) => ({
    mean: mean(people.map((answers) => answers[item] ?? 0)),
    isReversed: false,
  }));
  expect(scaleOfMeans(items, [1, 5])?.mean).toBeCloseTo(mean(scores), 2);
});

test("scaleOfMeans says how far off it may be, never less than its items do", () => {
  const items = [
    { mean: 3, within: 0.11, isReversed: true },
    { mean: 4, isReversed: false },
  ];
  expect(scaleOfMeans(items, [1, 5])).toEqual({ mean: 3.5, within: 0.06 });
});

test("scaleOfMeans of nothing is nothing", () => {
  expect(scaleOfMeans([], [1, 5])).toBeUndefined();
});
