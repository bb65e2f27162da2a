import fc from "fast-check";
import { expect, test } from "vitest";
import { smallGroup } from "./small-group.ts";

const minimums = fc.integer({ min: 2, max: 1000 });

test("smallGroup shows a group of nine nothing but its size class", () => {
  expect(smallGroup(9, 10)).toEqual({
    isSuppressed: true,
    sizeClass: { de: "weniger als 10", en: "fewer than 10" },
  });
});

test("smallGroup lets a group of ten be shown", () => {
  expect(smallGroup(10, 10)).toEqual({
    isSuppressed: false,
    sizeClass: { de: "10 oder mehr", en: "10 or more" },
  });
});

test("smallGroup suppresses exactly the groups below the minimum", () => {
  fc.assert(
    fc.property(fc.nat(2000), minimums, (count, minimum) => {
      expect(smallGroup(count, minimum).isSuppressed).toBe(count < minimum);
    }),
  );
});

test("smallGroup says the same about all groups on the same side of the minimum", () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(2000), minimums, (one, other, minimum) => {
      fc.pre(one < minimum === other < minimum);
      expect(smallGroup(one, minimum)).toEqual(smallGroup(other, minimum));
    }),
  );
});

test.each([
  [-1, 10],
  [1.5, 10],
  [Number.NaN, 10],
  [5, 1],
  [5, Number.POSITIVE_INFINITY],
])("smallGroup refuses a count of %s with a minimum of %s", (count, minimum) => {
  expect(() => smallGroup(count, minimum)).toThrow(RangeError);
});
