import { expect, test } from "vitest";
import { maxdiffVersions } from "./maxdiff-design.ts";

const versions = maxdiffVersions({ design: "couples-of-8" });
const places = [0, 1, 2, 3, 4, 5, 6, 7];
const pairs = places.flatMap((a) => places.filter((b) => b > a).map((b) => [a, b] as const));

test("couples-of-8 has 28 versions of eight sets of four", () => {
  expect(versions).toHaveLength(28);
  for (const sets of versions) {
    expect(sets).toHaveLength(8);
    for (const set of sets) expect(new Set(set).size).toBe(4);
  }
  expect(new Set(versions.map((sets) => JSON.stringify(sets))).size).toBe(28);
});

test("couples-of-8 shows every option four times and every pair at least once in each version", () => {
  for (const sets of versions) {
    for (const place of places) {
      expect(sets.filter((set) => set.includes(place))).toHaveLength(4);
    }
    for (const [a, b] of pairs) {
      expect(sets.some((set) => set.includes(a) && set.includes(b))).toBe(true);
    }
  }
});

test("couples-of-8 shows every pair 48 times over all versions", () => {
  for (const [a, b] of pairs) {
    const met = versions.flat().filter((set) => set.includes(a) && set.includes(b));
    expect(met).toHaveLength(48);
  }
});

test("couples-of-8 puts sets without a common option side by side", () => {
  for (const sets of versions) {
    for (const first of [0, 2, 4, 6]) {
      const both = [...(sets[first] ?? []), ...(sets[first + 1] ?? [])];
      expect(new Set(both).size).toBe(8);
    }
  }
});

test("maxdiffVersions gives a design of the instrument as it stands", () => {
  const design = [[[0, 1, 2]], [[1, 2, 3]]];
  expect(maxdiffVersions({ design })).toBe(design);
});
