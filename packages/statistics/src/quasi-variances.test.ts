import fc from "fast-check";
import { expect, test } from "vitest";
import { quasiVariances } from "./quasi-variances.ts";
import { seededRandom } from "./seeded-random.ts";

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

test("quasiVariances end where the squared log errors of the differences have no slope left", () => {
  const size = fc.integer({ min: 3, max: 9 });
  const seed = fc.integer({ min: 1, max: 1e6 });
  fc.assert(
    fc.property(size, seed, (k, of) => {
      const random = seededRandom(of);
      const roots = Array.from({ length: k }, () =>
        Array.from({ length: k }, (_, j) => (random() - 0.5) * (j + 1)),
      );
      const product = (a: number[], b: number[]) =>
        a.reduce((sum, x, j) => sum + x * (b[j] ?? 0), 0);
      const covariance = roots.map((a, i) =>
        roots.map((b, j) => product(a, b) / k + (i === j ? k : 0)),
      );
      const variances = quasiVariances(covariance)?.variances ?? [];
      for (const [i, row] of covariance.entries()) {
        const slope = row.reduce((sum, cell, j) => {
          if (i === j) return sum;
          const both = (variances[i] ?? 0) + (variances[j] ?? 0);
          const real = (row[i] ?? 0) + (covariance[j]?.[j] ?? 0) - 2 * cell;
          return sum + (Math.log(both / real) / both) * (variances[i] ?? 0);
        }, 0);
        expect(Math.abs(slope)).toBeLessThan(1e-9);
      }
    }),
  );
});
