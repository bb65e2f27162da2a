import { describe, expect, test } from "vitest";
import { attackGroups } from "../example/attack-groups.ts";
import { attackItems, type Bounds } from "../example/attack-items.ts";
import { attackTable } from "../example/attack-table.ts";
import { type ReleasedStudy, releasedStudy, type SwitchedOff } from "../example/released-study.ts";
import type { SimulatedPerson, SimulatedSize } from "../example/simulated-study.ts";
import type { StudyMemory } from "./next-release.ts";
import type { GroupRelease } from "./release-breakdown.ts";
import { type DisclosureRules, disclosureRules } from "./rules.ts";

const rules = disclosureRules(10);
const isNarrow = ({ low, high }: Bounds) => high - low < rules.width;
const isKnown = ({ low, truth }: Bounds) => low >= truth;

/** Attacks so many simulated studies and counts what was found. */
function attackStudies(
  studies: number,
  sizeOf: (seed: number) => SimulatedSize,
  {
    weaker = {},
    off,
    solves = true,
  }: { weaker?: Partial<DisclosureRules>; off?: SwitchedOff; solves?: boolean } = {},
) {
  const found = { releases: 0, hidden: 0, narrow: 0, unanimous: 0, pairs: 0, singledOut: 0 };
  for (let seed = 1; seed <= studies; seed += 1) {
    const size = sizeOf(seed);
    const study = releasedStudy(seed, size, { ...rules, ...weaker }, off);
    found.releases += study.releases.length;
    const together = size.isChoice ? [itemsOf(size)] : itemsOf(size).map((item) => [item]);
    for (const items of solves ? together : []) {
      const { hidden, unanimous } = attackItems(study.releases, items, study.withdrawn);
      found.hidden += hidden.length;
      found.narrow += hidden.filter(isNarrow).length;
      found.unanimous += unanimous.filter(isKnown).length;
    }
    for (const attack of size.leaving === undefined ? groupsOf(study, itemsOf(size)) : []) {
      const { pairs, singledOut } = attackGroups(attack, rules);
      found.pairs += pairs;
      found.singledOut += singledOut.length;
    }
  }
  return found;
}

function itemsOf({ items }: SimulatedSize): string[] {
  return [...Array(items).keys()].map((item) => `item-${item}`);
}

/** What was published of groups: of everybody, and of those who answered each item. */
function groupsOf({ releases, arrived, people }: ReleasedStudy, ids: readonly string[]) {
  const published = (of: (release: StudyMemory) => readonly GroupRelease[]) =>
    releases.flatMap((one) => of(one).filter(({ release }) => release === one.release));
  const items = (id: string) =>
    published((one) => one.items.find((item) => item.id === id)?.groups ?? []);
  return [
    { groups: published(({ groups }) => groups), arrived, people },
    ...ids.map((id, place) => ({
      ...{ groups: items(id), arrived, people },
      isCounted: ({ answers }: SimulatedPerson) => (answers[place] ?? -1) >= 0,
    })),
  ];
}

const single = (seed: number) => ({ people: 120, groupings: seed % 3 === 0 ? 2 : 1, items: 2 });
const crossed = () => ({ people: 120, groupings: 2, items: 1 });
const leaving = () => ({ people: 90, groupings: 1, items: 2, leaving: 0.02 });
const options = () => ({ people: 100, groupings: 1, items: 3, isChoice: true });

describe("D1: subtracting groups and releases from each other", () => {
  test("singles out nobody and narrows no hidden count", { timeout: 300_000 }, () => {
    const found = attackStudies(15, single);
    console.log("D1 items", found);
    expect(found.hidden).toBeGreaterThan(200);
    expect(found).toMatchObject({ narrow: 0, unanimous: 0, singledOut: 0 });
  });

  test("singles out nobody by groups of two variables", { timeout: 300_000 }, () => {
    const found = attackStudies(150, crossed, { solves: false });
    console.log("D1 groups", found);
    expect(found.pairs).toBeGreaterThan(100_000);
    expect(found.singledOut).toBe(0);
  });

  test("narrows no hidden count either where people withdraw", { timeout: 300_000 }, () => {
    const found = attackStudies(6, leaving);
    console.log("D1 with withdrawals", found);
    expect(found.hidden).toBeGreaterThan(30);
    expect(found).toMatchObject({ narrow: 0, unanimous: 0 });
  });

  test("would if releases before were forgotten", { timeout: 300_000 }, () => {
    const found = attackStudies(6, single, { off: "memory" });
    expect(found.narrow).toBeGreaterThan(0);
    expect(found.singledOut).toBeGreaterThan(0);
  });

  test("would if groups of two variables were not compared", { timeout: 300_000 }, () => {
    expect(
      attackStudies(40, crossed, { solves: false, off: "overlaps" }).singledOut,
    ).toBeGreaterThan(0);
  });

  test("would if groups could be smaller, or releases closer", { timeout: 300_000 }, () => {
    expect(
      attackStudies(10, crossed, { solves: false, weaker: { minimum: 2 } }).singledOut,
    ).toBeGreaterThan(0);
    expect(
      attackStudies(10, crossed, { solves: false, weaker: { batch: 1 } }).singledOut,
    ).toBeGreaterThan(0);
  });
});

describe("D2: totals of rows and columns, tables up to 8 × 8", () => {
  test("narrow no hidden count", { timeout: 300_000 }, () => {
    const found = attackTables(200, rules);
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
    const found = attackStudies(30, options);
    console.log("D6", found);
    expect(found.hidden).toBeGreaterThan(20);
    expect(found).toMatchObject({ narrow: 0, unanimous: 0, singledOut: 0 });
  });

  test("would if only small cells were hidden", { timeout: 300_000 }, () => {
    expect(attackStudies(8, options, { weaker: { width: 0 } }).narrow).toBeGreaterThan(0);
  });
});
