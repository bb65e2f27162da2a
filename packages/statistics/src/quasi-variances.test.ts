import { expect, test } from "vitest";
import { quasiVariances } from "./quasi-variances.ts";

test("quasiVariances are the variances themselves when estimates are independent", () => {
  const found = quasiVariances([
    [2, 0, 0, 0],
    [0, 3, 0, 0],
    [0, 0, 4, 0],
    [0, 0, 0, 5],
  ]);
  for (const [item, variance] of [2, 3, 4, 5].entries())
    expect(found?.variances[item]).toBeCloseTo(variance, 10);
  expect(Math.max(...(found?.relativeErrors ?? [1]).map(Math.abs))).toBeLessThan(1e-10);
});

test("quasiVariances are exact for three items, even when one of them is negative", () => {
  // Differences have variances 1, 1 and 3: q must be −0.5, 1.5, 1.5.
  const found = quasiVariances([
    [0, 0, 0],
    [0, 1, -0.5],
    [0, -0.5, 1],
  ]);
  for (const [item, variance] of [-0.5, 1.5, 1.5].entries())
    expect(found?.variances[item]).toBeCloseTo(variance, 8);
});

test("quasiVariances do not exist for two items or for a difference that is known exactly", () => {
  expect(
    quasiVariances([
      [1, 0],
      [0, 1],
    ]),
  ).toBeUndefined();
  expect(
    quasiVariances([
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 1],
    ]),
  ).toBeUndefined();
});
