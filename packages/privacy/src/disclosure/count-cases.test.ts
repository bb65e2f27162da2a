import { expect, test } from "vitest";
import { attackItems } from "../example/attack-items.ts";
import { drawn, seededRandom } from "../example/seeded-random.ts";
import { type Case, countCases } from "./count-cases.ts";
import { discloseResults } from "./disclose-results.ts";
import { disclosureRules } from "./rules.ts";

const rules = disclosureRules(5);
const groupings = [{ id: "role", categories: ["lead", "member", "guest"] }];

/** Cases with codes that are more or less frequent, the same for the same seed. */
function simulatedCases(seed: number, count: number): Case[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => ({
    groups: { role: ["lead", "member", "guest"][drawn([4, 3, 1], random)] ?? "" },
    codes: ["trust", "time", "tools"].filter(
      (_, place) => random() < ([0.5, 0.2, 0.8][place] ?? 0),
    ),
  }));
}

test("countCases counts to how many cases of each group a code applies", () => {
  const cases: Case[] = [
    { groups: { role: "lead" }, codes: ["trust", "trust"] },
    { groups: { role: "lead" }, codes: [] },
    { groups: {}, codes: ["trust"] },
  ];
  const { groupings: counted, items } = countCases({ groupings, codes: ["trust"], cases });
  expect(counted[0]?.sizes).toEqual([1, 2, 0, 0]);
  expect(items[0]?.rows).toEqual(["1", "0"]);
  expect(items[0]?.by[0]?.counts).toEqual([
    [1, 1, 0, 0],
    [0, 1, 0, 0],
  ]);
});

test("a code that applies to one or two cases of a group is not shown for it", () => {
  const cases = [2, 10, 11].flatMap((applies, group): Case[] =>
    Array.from({ length: 20 }, (_, index) => ({
      groups: { role: groupings[0]?.categories[group] ?? "" },
      codes: index < applies ? ["time"] : [],
    })),
  );
  const counts = countCases({ groupings, codes: ["time"], cases });
  const { shown } = discloseResults({ counts, rules, random: seededRandom(1) });
  const columns = shown.items[0]?.by[0]?.table?.columns ?? [];
  expect(columns.map(({ categories, shares }) => [...categories, shares[0]?.share])).toEqual([
    ["lead", undefined],
    ["member", 0.5],
    ["guest", undefined],
  ]);
});

test("no hidden count of cases follows from those shown", () => {
  const found = { tables: 0, hidden: 0, narrow: 0 };
  for (let seed = 1; seed <= 60; seed += 1) {
    const codes = ["trust", "time", "tools"];
    const counts = countCases({ groupings, codes, cases: simulatedCases(seed, 24) });
    const { memory } = discloseResults({ counts, rules, random: seededRandom(seed) });
    const releases = memory.tables === undefined ? [] : [memory.tables];
    const { hidden } = attackItems(releases, codes);
    found.tables += releases.flatMap(({ items }) => items).length;
    found.hidden += hidden.length;
    found.narrow += hidden.filter(({ low, high }) => high - low < rules.width).length;
  }
  console.log("cases", found);
  expect(found.hidden).toBeGreaterThan(30);
  expect(found.narrow).toBe(0);
});
