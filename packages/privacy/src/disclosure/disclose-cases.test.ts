import { expect, test } from "vitest";
import { integerBounds, type KnownSum } from "../example/integer-bounds.ts";
import { drawn, seededRandom } from "../example/seeded-random.ts";
import { discloseCases, type ShownCode } from "./disclose-cases.ts";
import { disclosureRules } from "./rules.ts";

const codes = [
  { id: "A" },
  { id: "A1", parent: "A" },
  { id: "A1.1", parent: "A1" },
  { id: "A1.2", parent: "A1" },
  { id: "A2", parent: "A" },
  { id: "B" },
  { id: "B1", parent: "B" },
];
/** Codes that cannot be given themselves: they apply where one below does. */
const headings = new Set(["A", "B"]);
const below = (id: string) => codes.filter(({ parent }) => parent === id);
const categories = ["company", "consultant", "authority"];
type Case = { category: string; codes: string[] };

/** Cases of a seed: few or many, groups of any size, codes rare and frequent. */
function simulatedCases(seed: number): Case[] {
  const random = seededRandom(seed);
  const weights = [3 + 3 * random(), 2 + 2 * random(), 2 * random(), random() < 0.3 ? 0.3 : 0];
  const given = codes.filter(({ id }) => !headings.has(id)).map(({ id }) => id);
  const chances = given.map(() => 0.05 + 0.5 * random() ** 2);
  return Array.from({ length: 10 + Math.floor(50 * random()) }, () => ({
    category: [...categories, ""][drawn(weights, random)] ?? "",
    codes: given.filter((_, at) => random() < (chances[at] ?? 0)),
  }));
}

/** Whether a code, or one below, is among those of a case. */
function applies(id: string, given: readonly string[]): boolean {
  return given.includes(id) || below(id).some((child) => applies(child.id, given));
}

const places = ["", ...categories];
const placeOf = (name: string) => Math.max(0, categories.indexOf(name) + 1);

/**
 * What somebody works out who knows every shown share and the size of every shown group exactly, and how codes lie: bounds
 * of the number of cases of each code in each shown group, and in each category that is hidden in one.
 */
function attack(cases: readonly Case[], shown: ReturnType<typeof discloseCases>) {
  const inPlaces = (columns: readonly number[]) =>
    cases.filter(({ category }) => columns.includes(placeOf(category)));
  const size = (columns: readonly number[]) => inPlaces(columns).length;
  const count = (id: string, columns: readonly number[]) =>
    inPlaces(columns).filter((one) => applies(id, one.codes)).length;
  const variable = (id: string, at: number) =>
    codes.findIndex((code) => code.id === id) * places.length + at;
  const terms = (id: string, columns: readonly number[], factor = 1): KnownSum["terms"] =>
    columns.map((at) => [variable(id, at), factor]);
  const every = [...places.keys()];
  const blocks = shown.groups.map((group) => [...new Set(group.categories.map(placeOf))]);
  const known: KnownSum[] = [];
  const sumIs = (id: string, columns: readonly number[]) => {
    const sum = count(id, columns);
    known.push({ terms: terms(id, columns), low: sum, high: sum });
  };
  for (const { id, all, groups } of shown.codes) {
    if (all !== undefined) sumIs(id, every);
    for (const [at, columns] of blocks.entries()) if (groups[at] !== undefined) sumIs(id, columns);
  }
  const most = { low: 0, high: Number.POSITIVE_INFINITY };
  for (const { id, parent } of codes) {
    for (const columns of blocks)
      known.push({ terms: terms(id, columns), low: 0, high: size(columns) });
    for (const at of every) {
      if (parent !== undefined)
        known.push({ terms: [...terms(parent, [at]), ...terms(id, [at], -1)], ...most });
      const children = below(id).flatMap((child) => terms(child.id, [at]));
      if (headings.has(id)) known.push({ terms: [...children, ...terms(id, [at], -1)], ...most });
    }
  }
  const solver = integerBounds(codes.length * places.length, known);
  const targets = blocks.flatMap((columns) =>
    columns.length > 1 ? [columns, ...columns.map((at) => [at])] : [columns],
  );
  const found = codes.flatMap(({ id }) =>
    targets.map((columns) => {
      const [low, high] = solver.of(terms(id, columns));
      return { id, columns, size: size(columns), count: count(id, columns), low, high };
    }),
  );
  solver.close();
  return found;
}

test("no group below the minimum is told of or can be computed, nor one or two cases, nor that it is all of a group", () => {
  const found = { told: 0, hidden: 0, nothing: 0, narrow: [] as object[] };
  for (let seed = 1; seed <= 300; seed += 1) {
    const cases = simulatedCases(seed);
    const rules = disclosureRules(seed % 2 === 0 ? 5 : 10);
    const shown = discloseCases({ categories, codes, cases, rules });
    if (shown.groups.length === 0) found.nothing += 1;
    if (shown.groups.length === 0) continue;
    for (const { categories: names } of shown.groups) {
      const inside = new Set(names.map(placeOf));
      const size = cases.filter((one) => inside.has(placeOf(one.category))).length;
      expect(size).toBeGreaterThanOrEqual(rules.minimum);
    }
    found.told += shown.codes.flatMap(({ groups }) => groups.filter(Boolean)).length;
    for (const each of attack(cases, shown)) {
      const { size, count, low, high } = each;
      const isFew = count > 0 && count < rules.cell;
      if (size === 0 || !(size < rules.minimum || isFew || count === size)) continue;
      found.hidden += 1;
      if (high - low < rules.width) found.narrow.push({ seed, ...each });
    }
  }
  console.log("nested codes", { ...found, narrow: found.narrow.length });
  expect(found.narrow).toEqual([]);
  expect(found.told).toBeGreaterThan(300);
  expect(found.hidden).toBeGreaterThan(300);
  expect(found.nothing).toBeGreaterThan(10);
});

const groupOf = (category: string, size: number, given: (at: number) => string[]): Case[] =>
  Array.from({ length: size }, (_, at) => ({ category, codes: given(at) }));

test("discloseCases tells shares of groups that are large enough, and of all the others together", () => {
  const cases = [
    ...groupOf("company", 20, (at) => (at < 8 ? ["A1.1"] : [])),
    ...groupOf("consultant", 20, (at) => (at < 10 ? ["A1.1"] : [])),
    ...groupOf("authority", 4, (at) => (at < 1 ? ["A1.1"] : [])),
  ];
  const shown = discloseCases({ categories, codes, cases: cases.slice(0, 40) });
  expect(shown.groups.map((group) => group.categories)).toEqual([["company"], ["consultant"]]);
  const told = (id: string) => shown.codes.find((code) => code.id === id) as ShownCode;
  expect(told("A")).toEqual({
    ...{ id: "A", all: { share: 0.45, count: 18 } },
    groups: [{ share: 0.4 }, { share: 0.5 }],
  });
  expect(told("B")).toEqual({ id: "B", all: undefined, groups: [undefined, undefined] });
  const small = discloseCases({ categories, codes, cases: cases.slice(20) });
  expect(small).toMatchObject({ groups: [], codes: [] });
  expect(small.notes[0]?.en).toContain("fewer than 10 people");
});

test("a code of which something is hidden is not told beside one above that is told", () => {
  const cases = [
    ...groupOf("company", 20, (at) => [...(at < 9 ? ["A1"] : []), ...(at < 5 ? ["A1.1"] : [])]),
    ...groupOf("consultant", 20, (at) => [...(at < 8 ? ["A1"] : []), ...(at < 1 ? ["A1.1"] : [])]),
  ];
  const tell = (of: typeof codes) => discloseCases({ categories, codes: of, cases }).codes;
  const told = (id: string, of = codes) => tell(of).find((code) => code.id === id);
  expect(told("A1")?.groups).toEqual([{ share: 0.45 }, { share: 0.4 }]);
  expect(told("A1.1")?.all).toBeUndefined();
  const alone = [{ id: "A1.1" }, { id: "B" }];
  expect(discloseCases({ categories, codes: alone, cases }).groups).toEqual([]);
});
