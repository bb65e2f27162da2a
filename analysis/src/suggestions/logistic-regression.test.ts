import { seededRandom } from "@mehrwert/statistics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { characterNgrams, ngramSpace, type SparseRow } from "./character-ngrams.ts";
import { fitLogistic } from "./logistic-regression.ts";

const row = (...values: number[]): SparseRow => {
  const length = Math.hypot(...values);
  return {
    index: Int32Array.from(values.keys()),
    value: Float64Array.from(values, (value) => value / length),
  };
};

/** Rows of two features, scaled, and a class that mostly follows the first. */
function drawn(seed: number, count: number) {
  const random = seededRandom(seed);
  const values = Array.from({ length: count }, () => [random() - 0.5, random() - 0.5]);
  const isMember = values.map(([a = 0], at) =>
    at < 2 ? at === 0 : a + random() * 0.4 - 0.2 > 0.2,
  );
  return { rows: values.map((each) => row(...each)), isMember };
}

/** The same objective minimised by plain gradient descent: slow, and nothing in common with the code under test. */
function byGradient({ rows, isMember }: ReturnType<typeof drawn>, cost: number): number[] {
  const members = isMember.filter(Boolean).length;
  const weights = [0, 0, 0];
  const features = rows.map(({ value }) => [...value, 1]);
  for (let turn = 0; turn < 20_000; turn += 1) {
    const slope = [...weights];
    for (const [at, x] of features.entries()) {
      const y = isMember[at] === true ? 1 : -1;
      const c = (cost * rows.length) / (2 * (y === 1 ? members : rows.length - members));
      const margin = y * x.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0);
      const pull = (c * y) / (1 + Math.exp(margin));
      for (const [k, value] of x.entries()) slope[k] = (slope[k] ?? 0) - pull * value;
    }
    for (const [k, value] of slope.entries()) weights[k] = (weights[k] ?? 0) - 0.02 * value;
  }
  return weights;
}

test.each([1, 2, 3])(
  "fitLogistic finds the minimum that gradient descent finds (seed %i)",
  (seed) => {
    const data = drawn(seed, 30);
    const weights = byGradient(data, 1);
    const model = fitLogistic(data.rows, data.isMember, {
      size: 2,
      cost: 1,
      tolerance: 1e-10,
      mostPasses: 5000,
    });
    for (const each of data.rows) {
      const sum =
        (weights[2] ?? 0) +
        each.value.reduce((total, value, k) => total + value * (weights[k] ?? 0), 0);
      expect(model(each)).toBeCloseTo(1 / (1 + Math.exp(-sum)), 5);
    }
  },
);

test("fitLogistic gives the complement when the classes are swapped, and the same when asked again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const { rows, isMember } = drawn(seed, 20);
      const settings = { size: 2, cost: 0.5, tolerance: 1e-8, mostPasses: 2000 };
      const model = fitLogistic(rows, isMember, settings);
      const swapped = fitLogistic(
        rows,
        isMember.map((each) => !each),
        settings,
      );
      const again = fitLogistic(rows, isMember, settings);
      for (const each of rows) {
        expect(model(each) + swapped(each)).toBeCloseTo(1, 6);
        expect(again(each)).toBe(model(each));
      }
    }),
    { numRuns: 20 },
  );
});

test("fitLogistic weighs a rare class like a frequent one", () => {
  const rows = [row(1, 0), ...Array.from({ length: 99 }, () => row(0, 1))];
  const model = fitLogistic(
    rows,
    rows.map((_, at) => at === 0),
    { size: 2, cost: 1 },
  );
  expect(model(row(1, 0))).toBeGreaterThan(0.9);
  expect(model(row(0, 1))).toBeLessThan(0.1);
});

test("fitLogistic requires rows of both classes", () => {
  expect(() => fitLogistic([row(1, 0)], [true], { size: 2, cost: 1 })).toThrow(RangeError);
});

test("characterNgrams counts runs of 3 to 5 characters, with a space at both ends", () => {
  expect(Object.fromEntries(characterNgrams("Ja, ja!"))).toEqual({
    ...{ " ja": 2, "ja ": 2, "a j": 1, " ja ": 2, "ja j": 1, "a ja": 1 },
    ...{ " ja j": 1, "ja ja": 1, "a ja ": 1 },
  });
});

test("ngramSpace leaves out what stands in one sentence only and scales rows to length 1", () => {
  const sentences = ["wissen", "wissend", "xyzxyz"].map(characterNgrams);
  const space = ngramSpace(sentences);
  const [first, , third] = sentences.map(space.row);
  expect(third?.index).toHaveLength(0);
  expect(first?.value.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 12);
  expect([...(first?.index ?? [])]).toEqual([...(first?.index ?? [])].sort((a, b) => a - b));
});
