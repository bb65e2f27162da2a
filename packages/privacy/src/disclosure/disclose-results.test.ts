import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../example/seeded-random.ts";
import { countsOf, simulatedStudy } from "../example/simulated-study.ts";
import { type DisclosureMemory, discloseResults, type ShownResults } from "./disclose-results.ts";
import { nextRelease, type StudyMemory } from "./next-release.ts";
import { type DisclosureRules, disclosureRules } from "./rules.ts";
import { shownTables } from "./shown-tables.ts";
import { countStudy } from "./study-counts.ts";

const rules = disclosureRules(10);
const random = seededRandom(1);

/** Results as they are asked for after each of so many people. */
function polled(seed: number, people: number): ShownResults[] {
  const study = simulatedStudy(seed, { people, groupings: 2, items: 2 });
  let before: DisclosureMemory | undefined;
  return study.people.map((_, index) => {
    const counts = countsOf(study, study.people.slice(0, index + 1));
    const { memory, shown } = discloseResults({ before, counts, rules, random });
    before = memory;
    return shown;
  });
}

/** One item answered by people of two groups. */
function oneItem(cells: readonly string[], groups: readonly string[]) {
  return countStudy({
    withdrawn: 0,
    groupings: [{ id: "role", categories: ["lead", "member"], cells: groups }],
    items: [{ id: "trust", rows: ["1", "2", "3"], cells }],
  });
}

const times = (count: number, value: string) => new Array<string>(count).fill(value);

describe("D3: before and after one response", () => {
  test("nothing is shown of nine people", () => {
    expect(polled(1, 9).every(({ release, items }) => release === 0 && items.length === 0)).toBe(
      true,
    );
  });

  test("nothing changes until a batch of at least five has answered", () => {
    let [polls, changes, early] = [0, 0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      let last = 0;
      const shown = polled(seed, 80);
      for (const [index, results] of shown.entries()) {
        polls += 1;
        if (JSON.stringify(results) === JSON.stringify(shown[index - 1] ?? results)) continue;
        changes += 1;
        if (index + 1 - last < (last === 0 ? 10 : 5)) early += 1;
        last = index + 1;
      }
    }
    console.log("D3", { polls, changes, early });
    expect(changes).toBeGreaterThan(100);
    expect(early).toBe(0);
  });

  test("would with a batch of one", () => {
    const study = simulatedStudy(1, { people: 40, groupings: 1, items: 1 });
    let before: StudyMemory | undefined;
    for (const index of study.people.keys()) {
      const counts = countsOf(study, study.people.slice(0, index + 1));
      before = nextRelease(before, counts, { ...rules, batch: 1 }) ?? before;
    }
    expect(before?.release).toBeGreaterThan(7);
  });

  test("nothing changes when somebody withdraws", () => {
    const study = simulatedStudy(3, { people: 60, groupings: 1, items: 2 });
    const first = discloseResults({ counts: countsOf(study, study.people), rules, random });
    const counts = countsOf(study, study.people.slice(1), { withdrawn: 1 });
    const { shown } = discloseResults({
      before: first.memory,
      counts,
      rules,
      random,
      isFinal: true,
    });
    expect(shown).toEqual(first.shown);
  });
});

/** Memory with other numbers wherever something is hidden. */
function withOtherHidden(memory: StudyMemory): StudyMemory {
  const items = memory.items.map(({ all, by, ...item }) => {
    const [first, ...rest] = [all, ...by].map((table) => {
      if (table === null) return null;
      const counts = table.counts.map((row) => [...row]);
      for (const [r, rows] of table.rows.entries())
        for (const [c, columns] of table.columns.entries())
          if (table.hidden[r]?.[c])
            for (const row of rows)
              for (const column of columns) counts[row]?.splice(column, 1, 1 + row + column);
      return { ...table, counts };
    });
    return { ...item, all: first ?? all, by: rest };
  });
  return { ...memory, items };
}

describe("D4: every page, export, chart and interface gets the same", () => {
  test("what is shown does not depend on anything hidden", () => {
    let [tables, hidden] = [0, 0];
    for (let seed = 1; seed <= 60; seed += 1) {
      const study = simulatedStudy(seed, { people: 60 + seed, groupings: 2, items: 3 });
      const { memory } = discloseResults({ counts: countsOf(study, study.people), rules, random });
      if (memory.tables === undefined) continue;
      const all = memory.tables.items.flatMap((item) => [item.all, ...item.by]);
      tables += all.length;
      hidden += all.flatMap((table) => table?.hidden.flat() ?? []).filter((is) => is).length;
      expect(shownTables(withOtherHidden(memory.tables), rules)).toEqual(
        shownTables(memory.tables, rules),
      );
    }
    console.log("D4", { tables, hidden, findings: 0 });
    expect(hidden).toBeGreaterThan(100);
  });

  test("the same responses give the same results, also through a file", () => {
    const study = simulatedStudy(5, { people: 100, groupings: 2, items: 2 });
    const [first, second] = [40, 100].map((come) => countsOf(study, study.people.slice(0, come)));
    if (first === undefined || second === undefined) throw new RangeError("no counts");
    const { memory } = discloseResults({ counts: first, rules, random });
    const kept = JSON.parse(JSON.stringify(memory));
    expect(kept).toEqual(memory);
    expect(discloseResults({ before: kept, counts: second, rules, random }).shown).toEqual(
      discloseResults({ before: memory, counts: second, rules, random }).shown,
    );
  });
});

describe("D5: means and percentages with base sizes", () => {
  test("bases below 30 are rounded, shares coarse and counts left out", () => {
    let columns = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      for (const { items } of polled(seed, 45).slice(-1)) {
        for (const table of items.flatMap(({ all, by }) => [all, ...by.map((one) => one.table)])) {
          for (const { base, shares } of table?.columns ?? []) {
            columns += 1;
            if (base.n >= 30 && !base.isRounded) continue;
            expect([base.n % 5, base.isRounded]).toEqual([0, true]);
            for (const share of shares) {
              expect(share?.count).toBeUndefined();
              expect(((share?.share ?? 0) * 20) % 1).toBeCloseTo(0);
            }
          }
        }
      }
    }
    console.log("D5", { columns, findings: 0 });
    expect(columns).toBeGreaterThan(100);
  });
});

test("a group all of whom answered alike is not shown as such", () => {
  const groups = [...times(12, "lead"), ...times(30, "member")];
  const cells = [...times(12, "1"), ...times(10, "1"), ...times(10, "2"), ...times(10, "3")];
  const { shown } = discloseResults({ counts: oneItem(cells, groups), rules, random });
  const table = shown.items[0]?.by[0]?.table;
  const lead = table?.columns.find(({ categories }) => categories.includes("lead"));
  expect(table?.rows).toEqual([["1"], ["2"], ["3"]]);
  expect(lead?.shares[0]).toBeUndefined();
});

test("everybody answering alike is not shown as such either", () => {
  const { shown } = discloseResults({
    counts: oneItem(times(40, "1"), times(40, "lead")),
    ...{ rules, random },
  });
  expect(shown.items[0]?.all?.columns[0]?.shares[0]).toBeUndefined();
});

test("nor is that all who came since a release have answered alike", () => {
  const first = [...times(20, "1"), ...times(10, "2"), ...times(10, "3")];
  const releases: StudyMemory[] = [];
  for (const [cells, isFinal] of [
    [first, false],
    [[...first, ...times(6, "1")], false],
    [[...first, ...times(6, "1")], true],
  ] as const) {
    const counts = oneItem(cells, times(cells.length, "lead"));
    const next = nextRelease(releases.at(-1), counts, rules, { isFinal });
    if (next !== undefined) releases.push(next);
  }
  const shown = releases.flatMap(({ items }) => items.map(({ all }) => all));
  expect(shown.some(({ answered, hidden }) => answered[0] === 46 && !hidden[0]?.[0])).toBe(false);
});

describe("open answers", () => {
  const texts = (count: number) => Array.from({ length: count }, (_, index) => `text ${index}`);
  const released = (before: DisclosureMemory | undefined, given: readonly string[]) =>
    discloseResults({
      ...{ before, rules, random },
      counts: oneItem(times(40, "1"), times(40, "lead")),
      openAnswers: [{ id: "why", texts: given }],
    });
  const shownOf = ({ shown }: { shown: ShownResults }) => shown.openAnswers[0]?.texts ?? [];

  test("are off for fewer than the minimum", () => {
    expect(shownOf(released(undefined, texts(9)))).toEqual([]);
    expect(shownOf(released(undefined, [...texts(9), " "]))).toEqual([]);
    expect([...shownOf(released(undefined, texts(10)))].sort()).toEqual(texts(10));
  });

  test("are shuffled", () => {
    expect(shownOf(released(undefined, texts(40)))).not.toEqual(texts(40));
  });

  test("come in batches, and a withdrawn one is gone at once", () => {
    const first = released(undefined, texts(12));
    expect(shownOf(released(first.memory, texts(16)))).toEqual(shownOf(first));
    expect(shownOf(released(first.memory, texts(17)))).toHaveLength(17);
    const fewer = released(first.memory, texts(12).slice(1));
    expect([...shownOf(fewer)].sort()).toEqual(texts(12).slice(1).sort());
  });

  test("are not shown anew with one more after there were too few", () => {
    const few = released(released(undefined, texts(10)).memory, texts(10).slice(1));
    expect(shownOf(few)).toEqual([]);
    expect(shownOf(released(few.memory, [...texts(10).slice(1), "one more"]))).toEqual([]);
  });
});

describe("rules", () => {
  const counts = oneItem(times(40, "1"), times(40, "lead"));
  const disclosed = (own: DisclosureRules, before?: DisclosureMemory) =>
    discloseResults({ ...{ before, counts, random }, rules: own });

  test("no caller can have weaker ones", () => {
    for (const weaker of [{ minimum: 4 }, { batch: 4 }, { cell: 2 }, { width: 1 }])
      expect(() => disclosed({ ...rules, ...weaker })).toThrow(RangeError);
  });

  test("the minimum may rise between releases and not fall", () => {
    const { memory } = disclosed(disclosureRules(8));
    expect(() => disclosed(disclosureRules(7), memory)).toThrow("minimum of 8 or more");
    expect(disclosed(disclosureRules(9), memory).memory.rules.minimum).toBe(9);
  });
});

test("no group with fewer people than the minimum is ever shown", () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.integer({ min: 5, max: 20 }), (seed, minimum) => {
      const study = simulatedStudy(seed, { people: 60, groupings: 2, items: 1 });
      const counts = countsOf(study, study.people);
      const { memory } = discloseResults({ counts, rules: disclosureRules(minimum), random });
      for (const table of memory.tables?.items.flatMap((item) => [item.all, ...item.by]) ?? [])
        for (const columns of table?.columns ?? [])
          expect(
            columns.reduce((sum, place) => sum + (table?.answered[place] ?? 0), 0),
          ).toBeGreaterThanOrEqual(minimum);
    }),
    { numRuns: 100, seed: 20_261_128 },
  );
});
