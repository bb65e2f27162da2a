import { describe, expect, test } from "vitest";
import { attackGroups } from "../example/attack-groups.ts";
import { attackItems, type Bounds } from "../example/attack-items.ts";
import { attackTable } from "../example/attack-table.ts";
import { releasedStudy, type SwitchedOff } from "../example/released-study.ts";
import type { SimulatedSize } from "../example/simulated-study.ts";
import { type DisclosureRules, disclosureRules } from "./rules.ts";

const rules = disclosureRules(10);
const isNarrow = ({ low, high }: Bounds) => high - low < rules.width;
const isKnown = ({ low, truth }: Bounds) => low >= truth;

/** Attacks so many simulated studies and counts what was found. */
function attackStudies(
  studies: number,
  sizeOf: (seed: number) => SimulatedSize,
  { weaker = {}, off }: { weaker?: Partial<DisclosureRules>; off?: SwitchedOff } = {},
) {
  const found = { releases: 0, hidden: 0, narrow: 0, unanimous: 0, pairs: 0, singledOut: 0 };
  for (let seed = 1; seed <= studies; seed += 1) {
    const size = sizeOf(seed);
    const study = releasedStudy(seed, size, { ...rules, ...weaker }, off);
    const items = [...Array(size.items).keys()].map((item) => `item-${item}`);
    for (const attacked of size.isChoice ? [items] : items.map((item) => [item])) {
      const { hidden, unanimous } = attackItems(study.releases, attacked);
      found.hidden += hidden.length;
      found.narrow += hidden.filter(isNarrow).length;
      found.unanimous += unanimous.filter(isKnown).length;
    }
    const { pairs, singledOut } = attackGroups(study.releases, study.come, study.people, rules);
    found.releases += study.releases.length;
    found.pairs += pairs;
    found.singledOut += singledOut.length;
  }
  return found;
}

const single = (seed: number) => ({ people: 120, groupings: seed % 3 === 0 ? 2 : 1, items: 2 });
const crossed = () => ({ people: 120, groupings: 2, items: 0 });
const options = () => ({ people: 80, groupings: 1, items: 3, isChoice: true });

describe("D1: subtracting groups and releases from each other", () => {
  test("singles out nobody and narrows no hidden count", { timeout: 300_000 }, () => {
    const found = attackStudies(40, single);
    console.log("D1 items", found);
    expect(found.hidden).toBeGreaterThan(500);
    expect(found).toMatchObject({ narrow: 0, unanimous: 0, singledOut: 0 });
  });

  test("singles out nobody by groups of two variables", { timeout: 300_000 }, () => {
    const found = attackStudies(150, crossed);
    console.log("D1 groups", found);
    expect(found.pairs).toBeGreaterThan(100_000);
    expect(found.singledOut).toBe(0);
  });

  test("would if releases before were forgotten", { timeout: 300_000 }, () => {
    const found = attackStudies(12, single, { off: "memory" });
    expect(found.narrow).toBeGreaterThan(0);
    expect(found.singledOut).toBeGreaterThan(0);
  });

  test("would if groups of two variables were not compared", { timeout: 300_000 }, () => {
    expect(attackStudies(40, crossed, { off: "overlaps" }).singledOut).toBeGreaterThan(0);
  });

  test("would if groups could be smaller, or releases closer", { timeout: 300_000 }, () => {
    expect(attackStudies(10, crossed, { weaker: { minimum: 2 } }).singledOut).toBeGreaterThan(0);
    expect(attackStudies(10, crossed, { weaker: { batch: 1 } }).singledOut).toBeGreaterThan(0);
  });
});

describe("D2: totals of rows and columns, tables up to 8 × 8", () => {
  test("narrow no hidden count", { timeout: 300_000 }, () => {
    const found = attackTables(120, rules);
    console.log("D2", found);
    expect(found.hidden).toBeGreaterThan(1000);
    expect(found.narrow).toBe(0);
  });

  test("would if only small cells were hidden", { timeout: 300_000 }, () => {
    expect(attackTables(20, { ...rules, width: 0 }).narrow).toBeGreaterThan(0);
  });
});

function attackTables(tables: number, rulesOfTables: DisclosureRules) {
  const found = { tables, hidden: 0, narrow: 0 };
  for (let seed = 1; seed <= tables; seed += 1) {
    const hidden = attackTable(seed, rulesOfTables);
    found.hidden += hidden.length;
    found.narrow += hidden.filter(isNarrow).length;
  }
  return found;
}

describe("D6: options of one question, attacked together", () => {
  test("narrow no hidden count and single out nobody", { timeout: 300_000 }, () => {
    const found = attackStudies(25, options);
    console.log("D6", found);
    expect(found.hidden).toBeGreaterThan(100);
    expect(found).toMatchObject({ narrow: 0, unanimous: 0, singledOut: 0 });
  });

  test("would if only small cells were hidden", { timeout: 300_000 }, () => {
    expect(attackStudies(8, options, { weaker: { width: 0 } }).narrow).toBeGreaterThan(0);
  });
});
