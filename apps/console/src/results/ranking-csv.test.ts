import type { RankingTable } from "@mehrwert/analysis";
import { expect, test } from "vitest";
import { rankingCsv } from "./ranking-csv.ts";

const table: RankingTable = {
  question: "drivers",
  questionText: { de: "Was zählt?", en: "What counts?" },
  options: 2,
  topK: 1,
  respondents: 20,
  answered: 20,
  complete: 20,
  topRanked: 20,
  missing: [],
  rows: [
    {
      item: "a",
      name: "advice",
      label: { de: 'Rat, "schnell"', en: "Advice" },
      position: 1,
      n: 20,
      meanRank: 1.25,
      meanRankInterval: [1.1, 1.4],
    },
    { item: "b", name: "backing", label: { de: "Rückhalt", en: "Backing" }, n: 20 },
  ],
  pairwise: { items: ["a", "b"], preferred: [], compared: [] },
  bootstrap: { seed: 1, draws: 10, level: 0.95 },
  notes: [],
};

test("rankingCsv quotes what needs it and leaves cells without a statistic empty", () => {
  const lines = rankingCsv(table, "de").split("\r\n");
  expect(lines[0]).toMatch(/^position,item,name,label,n,mean_rank,/);
  expect(lines[1]).toBe('1,a,advice,"Rat, ""schnell""",20,1.25,1.1,1.4,,,,,,,,');
  expect(lines[2]).toBe(",b,backing,Rückhalt,20,,,,,,,,,,,");
});
