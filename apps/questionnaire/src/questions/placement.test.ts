import { expect, test } from "vitest";
import { type Placement, type PlacementStep, placementAfter } from "./placement.ts";

const start: Placement = { placed: ["a", "b", "c"], moves: 3 };
const after = (step: PlacementStep, places = 5) => placementAfter(start, step, places);

test("placing puts an option on the next free place", () => {
  expect(after({ step: "place", option: "d" })).toEqual({ placed: ["a", "b", "c", "d"], moves: 4 });
});

test("placing changes nothing when no place is free or the option has one", () => {
  expect(after({ step: "place", option: "d" }, 3)).toBe(start);
  expect(after({ step: "place", option: "a" })).toBe(start);
});

test("moving exchanges neighbours and stops at both ends", () => {
  expect(after({ step: "move", option: "c", by: -1 }).placed).toEqual(["a", "c", "b"]);
  expect(after({ step: "move", option: "a", by: 1 }).placed).toEqual(["b", "a", "c"]);
  expect(after({ step: "move", option: "a", by: -1 })).toBe(start);
  expect(after({ step: "move", option: "c", by: 1 })).toBe(start);
  expect(after({ step: "move", option: "d", by: 1 })).toBe(start);
});

test("swapping exchanges two places, however far apart", () => {
  expect(after({ step: "swap", option: "a", with: "c" }).placed).toEqual(["c", "b", "a"]);
  expect(after({ step: "swap", option: "a", with: "a" })).toBe(start);
});

test("swapping with an option without place gives it the place", () => {
  expect(after({ step: "swap", option: "b", with: "d" }).placed).toEqual(["a", "d", "c"]);
});

test("taking back closes the gap", () => {
  expect(after({ step: "take-back", option: "a" })).toEqual({ placed: ["b", "c"], moves: 4 });
  expect(after({ step: "take-back", option: "d" })).toBe(start);
});

test("whatever the steps, nothing is placed twice and no place too many is taken", () => {
  const options = ["a", "b", "c", "d", "e"];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  let placement: Placement = { placed: [], moves: 0 };
  for (let turn = 0; turn < 2000; turn += 1) {
    const option = options[next(5)] ?? "a";
    const steps: PlacementStep[] = [
      { step: "place", option },
      { step: "move", option, by: next(2) === 0 ? 1 : -1 },
      { step: "swap", option, with: options[next(5)] ?? "a" },
      { step: "take-back", option },
    ];
    placement = placementAfter(placement, steps[next(4)] ?? { step: "place", option }, 3);
    expect(new Set(placement.placed).size).toBe(placement.placed.length);
    expect(placement.placed.length).toBeLessThanOrEqual(3);
  }
  expect(placement.moves).toBeGreaterThan(500);
});
