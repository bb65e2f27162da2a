import { expect, test } from "vitest";
import { seededRandom } from "./seeded-random.ts";

test("seededRandom repeats itself for a seed and differs between neighbouring seeds", () => {
  const take = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 5 }, random);
  };
  expect(take(1)).toEqual(take(1));
  expect(take(1)).not.toEqual(take(2));
  expect(take(1)[0]).toBe(0.44466968999809575);
});

test("seededRandom spreads evenly over 0 to 1", () => {
  const random = seededRandom(3);
  const tenths = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const tenth = Math.floor(random() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  expect(Math.min(...tenths)).toBeGreaterThan(9_600);
  expect(Math.max(...tenths)).toBeLessThan(10_400);
});

test("seededRandom refuses a seed that is no whole number of 32 bits", () => {
  for (const seed of [0.5, Number.NaN, 2 ** 32, -(2 ** 31) - 1]) {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  }
});
