import { expect, test } from "vitest";
import { correlationScoreTest, meanScoreTest } from "./mean-score-test.ts";
import { midranks } from "./midranks.ts";

/** Conover (1999), Practical Nonparametric Statistics, p. 291: corn yields under four methods; tie-corrected H = 25.629. */
const corn = {
  a: [83, 91, 94, 89, 89, 96, 91, 92, 90],
  b: [91, 90, 81, 83, 84, 83, 88, 91, 89, 84],
  c: [101, 100, 91, 93, 96, 95, 94],
  d: [78, 82, 81, 77, 79, 81, 80, 81],
};

test("meanScoreTest on midranks is the Kruskal–Wallis test of a textbook", () => {
  const groups = Object.entries(corn).flatMap(([name, values]) => values.map(() => name));
  const found = meanScoreTest(groups, midranks(Object.values(corn).flat()));
  if (!found.exists) throw new Error(found.reason);
  expect(found.value).toBeCloseTo(25.6288, 3);
  expect(found).toMatchObject({ df: 3, n: 34 });
});

test("meanScoreTest leaves respondents without a group out, and counts stand for repetition", () => {
  const repeated = meanScoreTest(["a", "a", "b", "b", undefined], [1, 1, 0, 5, 99]);
  expect(meanScoreTest(["a", "b", "b", undefined], [1, 0, 5, 99], [2, 1, 1, 7])).toEqual(repeated);
});

test("correlationScoreTest with two points is meanScoreTest with two groups", () => {
  const scores = [0.1, 0.9, 0.4, 0.3, 0.8];
  const points = [0, 1, 0, 1, 1];
  const two = meanScoreTest(points.map(String), scores);
  const one = correlationScoreTest(points, scores);
  if (!two.exists || !one.exists) throw new Error("no test");
  expect(one.value).toBeCloseTo(two.value, 12);
  expect(one.p).toBeCloseTo(two.p, 12);
});

test("score tests name the reason when nothing can be compared", () => {
  expect(meanScoreTest(["a", "a"], [1, 2])).toMatchObject({ reason: "empty-group" });
  expect(meanScoreTest(["a", "b"], [1, 1])).toMatchObject({ reason: "no-variance" });
  expect(correlationScoreTest([1, 1], [1, 2])).toMatchObject({ reason: "no-variance" });
  expect(correlationScoreTest([undefined], [1])).toMatchObject({
    reason: "fewer-than-two-respondents",
  });
});
