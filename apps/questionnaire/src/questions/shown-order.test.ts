import { expect, test } from "vitest";
import { inShownOrder, shuffled } from "./shown-order.ts";

function sequence(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

test("shuffled keeps every value and its argument", () => {
  const values = ["a", "b", "c", "d"];
  expect(shuffled(values, sequence(3)).sort()).toEqual(values);
  expect(values).toEqual(["a", "b", "c", "d"]);
});

test("shuffled puts every value on every place about equally often", () => {
  const random = sequence(11);
  const onPlace = new Map<string, number>();
  for (let turn = 0; turn < 4000; turn += 1) {
    for (const [at, value] of shuffled(["a", "b", "c", "d"], random).entries()) {
      onPlace.set(`${value}${at}`, (onPlace.get(`${value}${at}`) ?? 0) + 1);
    }
  }
  expect(onPlace.size).toBe(16);
  for (const count of onPlace.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
});

test("inShownOrder follows the order shown and loses nothing", () => {
  const entries = [{ value: "a" }, { value: "b" }, { value: 3 }];
  const values = (shown?: string[]) => inShownOrder(entries, shown).map(({ value }) => value);
  expect(values(["3", "b", "a"])).toEqual([3, "b", "a"]);
  expect(values(["b"])).toEqual(["b", "a", 3]);
  expect(values()).toEqual(["a", "b", 3]);
});
