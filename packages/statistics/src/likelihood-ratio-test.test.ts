import { expect, test } from "vitest";
import { builtRankings } from "./example/arbitrary-rank-rows.ts";
import { driversSynth, driversSynthRankings } from "./example/drivers-synth.ts";
import { likelihoodRatioTest } from "./likelihood-ratio-test.ts";

const groups = driversSynth.rows.map((row) => row.charAt(0));

test("likelihoodRatioTest agrees with coxph fitted per group and pooled", () => {
  const found = likelihoodRatioTest(driversSynthRankings(), groups);
  if (!found.exists) throw new Error("no test");
  expect(found.value).toBeCloseTo(driversSynth.groups.LR, 7);
  expect(found.df).toBe(14);
  expect(found.p / driversSynth.groups.p).toBeCloseTo(1, 6);
  expect(found.groups.map(({ group }) => group)).toEqual(["A", "B", "C"]);
});

test("likelihoodRatioTest names the group that has no maximum", () => {
  const rows = [
    [1, 2, 3],
    [3, 2, 1],
    [1, 2, 3],
    [1, 3, 2],
  ];
  const found = likelihoodRatioTest(builtRankings(3, rows), ["a", "a", "b", "b"]);
  expect(found).toMatchObject({ exists: false, group: "b", fit: { reason: "one-sided" } });
  expect(() => likelihoodRatioTest(builtRankings(3, rows), ["a", "a", "a", "a"])).toThrow(
    RangeError,
  );
  expect(() => likelihoodRatioTest(builtRankings(3, rows), ["a", "b"])).toThrow(RangeError);
});
