import { type RankingTable, rankDrivers, type ShownRankingTable } from "@mehrwert/analysis";
import { buildDataset } from "@mehrwert/study";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleResponse, exampleStudy, valueDrivers } from "../example/example-api.ts";
import { withoutSmallGroups } from "./small-groups.ts";

const study = await exampleStudy();
const instrument = valueDrivers();
const respondents = Array.from({ length: 30 }, (_, index) => exampleResponse(study, index + 1));

/** The table of people who placed so many drivers each, from the eighth down; 0 skipped the question. */
async function tableOf(placements: number[], draws = 100): Promise<RankingTable> {
  const drivers = Array.from({ length: 8 }, (_, index) => `vd-${8 - index}`);
  const responses = respondents.slice(0, placements.length).map((response, index) => {
    const { "value-drivers": _, "value-drivers-reason": __, ...answers } = response.answers;
    const ranking = drivers.slice(0, placements[index]);
    const given = ranking.length > 0 ? { "value-drivers": ranking } : {};
    return { ...response, answers: { ...answers, ...given } };
  });
  const instruments = [instrument];
  const parts = {
    study,
    instruments,
    responses,
    createdOn: "2026-12-24",
    softwareVersion: "1.2.3",
  };
  return rankDrivers(buildDataset(parts), { question: "value-drivers", draws });
}

const people = (count: number, placed: number) => new Array<number>(count).fill(placed);

const hiddenNote =
  "Figures that rest on fewer than 10 people, or from which such small groups could be computed, are not shown.";

describe("withoutSmallGroups", () => {
  test("leaves a table alone whose every figure rests on enough people", async () => {
    const table = await tableOf(people(10, 8));
    expect(withoutSmallGroups(table, 10)).toBe(table);
  });

  test("hides a table that too few answered", async () => {
    expect(withoutSmallGroups(await tableOf(people(9, 8)), 10)).toBeUndefined();
  });

  test("hides ranks, agreement and notes that rest on three complete rankings", async () => {
    const table = withoutSmallGroups(await tableOf([...people(3, 8), ...people(12, 3)]), 10);
    for (const hidden of ["kendallsW", "friedman", "complete"])
      expect(table).not.toHaveProperty(hidden);
    for (const row of table?.rows ?? []) {
      expect(row).not.toHaveProperty("meanRank");
      expect(row).not.toHaveProperty("borda");
      expect(row).toHaveProperty("firstShare");
    }
    expect(table?.notes[0]?.en).toBe(hiddenNote);
    expect(JSON.stringify(table?.notes)).not.toMatch(/\b(12|15)\b/);
  });

  test("orders rows by shares where ranks are hidden, and those with equal shares as the instrument does", async () => {
    const table = withoutSmallGroups(await tableOf([...people(3, 8), ...people(12, 3)]), 10);
    const places = table?.rows.map(({ item, position }) => [item, position]);
    expect(places).toEqual([
      ["vd-8", 1],
      ["vd-6", 2],
      ["vd-7", 2],
      ["vd-1", 4],
      ["vd-2", 4],
      ["vd-3", 4],
      ["vd-4", 4],
      ["vd-5", 4],
    ]);
  });

  test("hides shares, places and counts that rest on four people", async () => {
    const table = withoutSmallGroups(await tableOf([...people(4, 3), ...people(12, 2)]), 10);
    expect(table).not.toHaveProperty("topRanked");
    expect(table?.rows.map(({ item }) => item)).toEqual(table?.pairwise.items);
    for (const row of table?.rows ?? []) {
      expect(row).not.toHaveProperty("topShare");
      expect(row).not.toHaveProperty("position");
    }
    expect(table?.notes.map(({ en }) => en)).toEqual([hiddenNote]);
  });

  test("says of nobody who ranked completely what it says of three", async () => {
    const shape = async (placements: number[]) => {
      const table = withoutSmallGroups(await tableOf(placements), 10);
      return { keys: Object.keys(table ?? {}).sort(), notes: table?.notes };
    };
    expect(await shape(people(15, 3))).toEqual(await shape([...people(3, 8), ...people(12, 3)]));
  });

  test("tells nothing of the one person who placed what eleven others did not", async () => {
    const table = withoutSmallGroups(await tableOf([...people(11, 2), 8]), 10);
    expect(table?.rows.flatMap(({ n }) => n ?? [])).toEqual([12, 12]);
    const pairs = (table?.pairwise.compared ?? []).flat();
    expect(new Set(pairs)).toEqual(new Set([0, 12]));
    expect((table?.pairwise.preferred[0] ?? []).every((count) => count === 0)).toBe(true);
  });

  test("hides a count that differs from another by few, and the tests that tell it", async () => {
    const table = withoutSmallGroups(await tableOf([...people(20, 8), ...people(3, 0)]), 10);
    expect(table).toMatchObject({ respondents: 23, missing: [] });
    for (const hidden of ["answered", "complete", "topRanked", "friedman"])
      expect(table).not.toHaveProperty(hidden);
    expect(Object.keys(table?.kendallsW ?? {}).sort()).toEqual(["meaning", "value"]);
    for (const row of table?.rows ?? []) {
      expect(row).toHaveProperty("meanRank");
      expect(row).not.toHaveProperty("borda");
    }
  });

  test("lets out no count of few people, whoever placed how much", async () => {
    const placements = fc.array(fc.constantFrom(0, 1, 2, 3, 5, 8, 8), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(placements, fc.integer({ min: 2, max: 12 }), async (placed, minimum) => {
        const table = withoutSmallGroups(await tableOf(placed, 1), minimum);
        if (table !== undefined) expectNoSmallGroup(table, minimum);
      }),
      { numRuns: 200 },
    );
  });
});

function expectNoSmallGroup(table: ShownRankingTable, minimum: number): void {
  const isSmall = (count: number) => count > 0 && count < minimum;
  const { respondents, answered, topRanked, complete, kendallsW, friedman } = table;
  const bases = [respondents, answered, topRanked, complete].flatMap((count) => count ?? []);
  const tests = [kendallsW?.n, friedman?.n].flatMap((n) => n ?? []);
  const counts = [...bases, ...tests, ...table.missing.map(({ count }) => count)];
  const differences = bases.flatMap((one) => bases.map((other) => Math.abs(one - other)));
  const cells = [...table.rows.flatMap(({ n }) => n ?? []), ...table.pairwise.compared.flat()];
  expect([...counts, ...differences, ...cells].filter(isSmall)).toEqual([]);
  for (const [row, compared] of table.pairwise.compared.entries())
    for (const [column, count] of compared.entries())
      if (count === 0) expect(table.pairwise.preferred[row]?.[column]).toBe(0);
  if (complete === undefined) expect(tests).toEqual([]);
  const numbers = table.notes.flatMap(({ en }) => en.match(/\d+/g) ?? []).map(Number);
  const allowed = [...bases, table.options, table.topK, minimum, ...differences];
  expect(allowed).toEqual(expect.arrayContaining(numbers));
}
