import { expect, test } from "vitest";
import { verbalQuantifier } from "./verbal-quantifier.ts";

test("of eight interviews, 8 are all, 7 nearly all, 3 to 6 several, 1 to 2 individual", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((count) => verbalQuantifier(count, 8))).toEqual([
    ...["none", "individual", "individual", "several", "several", "several", "several"],
    ...["nearly-all", "all"],
  ]);
});

test("of other numbers the shares 0.85 and 0.35 decide, both included", () => {
  expect(verbalQuantifier(17, 20)).toBe("nearly-all");
  expect(verbalQuantifier(16, 20)).toBe("several");
  expect(verbalQuantifier(7, 20)).toBe("several");
  expect(verbalQuantifier(6, 20)).toBe("individual");
  expect(verbalQuantifier(1, 1)).toBe("all");
  expect(verbalQuantifier(0, 0)).toBeUndefined();
});
