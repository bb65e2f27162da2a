import { expect, test, vi } from "vitest";
import { seededRandom } from "../example/seeded-random.ts";
import {
  chance,
  plackettLuceOrder,
  shuffled,
  standardNormal,
  weightedChoice,
  wholeNumber,
} from "./draws.ts";

vi.setConfig({ testTimeout: 60_000 });

const draws = 20_000;
const worths: { [name: string]: number } = { a: 6, b: 3, c: 1 };
const names = Object.keys(worths);
const worthOf = (name: string) => worths[name] ?? 0;

function shareOf(draw: () => boolean): number {
  let hits = 0;
  for (let count = 0; count < draws; count += 1) if (draw()) hits += 1;
  return hits / draws;
}

test("chance and weightedChoice hit as often as they should", () => {
  const random = seededRandom(1);
  expect(shareOf(() => chance(random, 0.3))).toBeCloseTo(0.3, 1);
  expect(shareOf(() => weightedChoice(random, names, worthOf) === "b")).toBeCloseTo(0.3, 1);
  expect(() => weightedChoice(random, [], () => 1)).toThrow("at least one value");
  expect(
    weightedChoice(
      () => 0.999_999_999_999,
      [0.1, 0.2, 0.3],
      (weight) => weight,
    ),
  ).toBe(0.3);
});

test("wholeNumber reaches both ends and nothing beyond", () => {
  const random = seededRandom(2);
  const seen = new Set(Array.from({ length: 500 }, () => wholeNumber(random, 2, 5)));
  expect([...seen].sort()).toEqual([2, 3, 4, 5]);
});

test("shuffled gives every order equally often and leaves its argument alone", () => {
  const random = seededRandom(3);
  const values = Object.freeze(["a", "b", "c"]);
  const counts = new Map<string, number>();
  for (let count = 0; count < 6000; count += 1) {
    const order = shuffled(random, values).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test("standardNormal has mean 0 and standard deviation 1", () => {
  const random = seededRandom(4);
  const drawn = Array.from({ length: draws }, () => standardNormal(random));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / draws;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
  expect(Number.isFinite(standardNormal(() => 0))).toBe(true);
});

test("plackettLuceOrder gives each place to one of the rest in proportion to its worth", () => {
  const random = seededRandom(5);
  const orders = Array.from({ length: draws }, () =>
    plackettLuceOrder(random, names, (name) => Math.log(worthOf(name))).join(""),
  );
  const share = (start: string) => orders.filter((order) => order.startsWith(start)).length / draws;
  expect(share("a")).toBeCloseTo(6 / 10, 1);
  expect(share("ba")).toBeCloseTo((3 / 10) * (6 / 7), 1);
  expect(share("cb")).toBeCloseTo((1 / 10) * (3 / 9), 1);
});
