import { type RankingTable, rankDrivers } from "@mehrwert/analysis";
import { buildDataset } from "@mehrwert/study";
import { describe, expect, test } from "vitest";
import { exampleResponse, exampleStudy, valueDrivers } from "../example/example-api.ts";
import { withoutSmallGroups } from "./small-groups.ts";

const study = await exampleStudy();

async function tableOf(placements: number[]): Promise<RankingTable> {
  const drivers = Array.from({ length: 8 }, (_, index) => `vd-${8 - index}`);
  const responses = placements.map((placed, index) => {
    const response = exampleResponse(study, index + 1);
    response.answers["value-drivers"] = drivers.slice(0, placed);
    response.presentation["value-drivers"] = { shown: drivers, moves: placed };
    return response;
  });
  const instrument = valueDrivers();
  const parts = { study, instrument, responses, createdOn: "2026-12-24", softwareVersion: "1.2.3" };
  return rankDrivers(buildDataset(parts), { question: "value-drivers", draws: 100 });
}

const people = (count: number, placed: number) => new Array<number>(count).fill(placed);

describe("withoutSmallGroups", () => {
  test("leaves a table alone whose every figure rests on enough people", async () => {
    const table = await tableOf(people(10, 8));
    expect(withoutSmallGroups(table, 10)).toBe(table);
  });

  test("hides a table that too few answered", async () => {
    expect(withoutSmallGroups(await tableOf(people(9, 8)), 10)).toBeUndefined();
  });

  test("hides ranks, agreement, order and notes that rest on three complete rankings", async () => {
    const table = withoutSmallGroups(await tableOf([...people(3, 8), ...people(12, 3)]), 10);
    expect(table).not.toHaveProperty("kendallsW");
    expect(table).not.toHaveProperty("friedman");
    expect(table?.rows.map(({ item }) => item)).toEqual(table?.pairwise.items);
    for (const row of table?.rows ?? []) {
      expect(row).not.toHaveProperty("meanRank");
      expect(row).not.toHaveProperty("position");
      expect(row).toHaveProperty("firstShare");
    }
    expect(table?.notes.map(({ en }) => en)).toEqual([
      "Figures that rest on fewer than 10 people are not shown.",
    ]);
  });

  test("hides shares that rest on four people", async () => {
    const table = withoutSmallGroups(await tableOf([...people(4, 3), ...people(12, 2)]), 10);
    for (const row of table?.rows ?? []) expect(row).not.toHaveProperty("topShare");
  });

  test("has nothing to hide where nobody ranked completely", async () => {
    const table = await tableOf(people(12, 3));
    expect(withoutSmallGroups(table, 10)).toBe(table);
  });
});
