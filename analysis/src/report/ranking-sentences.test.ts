import { expect, test } from "vitest";
import type { RankingRow, RankingTable } from "../ranking/ranking-table.ts";
import { rankingSentences } from "./ranking-sentences.ts";

const row = (position: number, name: string, more: Partial<RankingRow>): RankingRow => ({
  item: name,
  name,
  label: { de: name, en: name },
  position,
  n: 100,
  ...more,
});

function tableOf(rows: RankingRow[]): RankingTable {
  return {
    question: "drivers",
    questionText: { de: "Was zählt?", en: "What counts?" },
    options: rows.length,
    topK: 3,
    respondents: 100,
    answered: 100,
    complete: 100,
    topRanked: 100,
    missing: [],
    rows,
    pairwise: { items: [], preferred: [], compared: [] },
    bootstrap: { seed: 1, draws: 10, level: 0.95 },
    notes: [],
  };
}

test("rankingSentences names the leader and how sure its lead is", () => {
  const table = tableOf([
    row(1, "Wissen", {
      meanRank: 1.5,
      meanRankInterval: [1.4, 1.6],
      leadOverNext: { value: 0.5, interval: [0.3, 0.7] },
    }),
    row(2, "Rat", { meanRank: 2, meanRankInterval: [1.9, 2.1] }),
  ]);
  expect(rankingSentences(table, "de")).toEqual([
    "Am meisten geschätzt wird „Wissen“: mittlerer Rang 1,50 (95\u2011%\u2011Intervall 1,40–1,60).",
    "Der Vorsprung vor „Rat“ beträgt 0,50 Ränge (95\u2011%\u2011Intervall 0,30–0,70) und ist größer, als der Zufall erwarten lässt.",
  ]);
});

test("rankingSentences calls an order open when the interval of the lead holds 0", () => {
  const table = tableOf([
    row(1, "Knowledge", {
      meanRank: 1.5,
      meanRankInterval: [1.4, 1.6],
      leadOverNext: { value: 0.1, interval: [-0.1, 0.3] },
    }),
    row(2, "Advice", { meanRank: 1.6, meanRankInterval: [1.4, 1.8] }),
  ]);
  const sentences = rankingSentences(table, "en");
  expect(sentences).toContain("Not settled is the order between “Knowledge” and “Advice”.");
  expect(sentences.join(" ")).not.toContain("more than chance");
});

test("rankingSentences names two leaders when they tie", () => {
  const tied = { meanRank: 1.5, meanRankInterval: [1.4, 1.6] } satisfies Partial<RankingRow>;
  const table = tableOf([row(1, "A", tied), row(1, "B", tied)]);
  expect(rankingSentences(table, "en")[0]).toMatch(/^Most valued are “A” and “B”/);
});

test("rankingSentences points out what a minority puts first, unless it may be a handful of people", () => {
  const shares = [0.5, 0.1, 0.05, 0.3];
  const tableWith = (lower: number) =>
    tableOf(
      shares.map((firstShare, index) =>
        row(index + 1, `D${index + 1}`, {
          meanRank: 2 + index,
          firstShare,
          firstShareInterval: [lower, 0.6],
        }),
      ),
    );
  expect(rankingSentences(tableWith(0.26), "en").at(-1)).toContain(
    "“D4” is only in place 4 on average, yet 30%",
  );
  expect(rankingSentences(tableWith(0.2), "en").join(" ")).not.toContain("minority");
});

test("rankingSentences joins neighbours whose order is open, and gives no interval that does not exist", () => {
  const open = { value: 0.1, interval: [-0.1, 0.3] } satisfies RankingRow["leadOverNext"];
  const clear = { value: 1, interval: [0.8, 1.2] } satisfies RankingRow["leadOverNext"];
  const leads = [open, open, clear, open, undefined];
  const table = tableOf(
    leads.map((lead, index) =>
      row(index + 1, `D${index + 1}`, {
        meanRank: index + 1,
        ...(lead === undefined ? {} : { leadOverNext: lead }),
      }),
    ),
  );
  expect(rankingSentences(table, "en")).toEqual([
    "Most valued is “D1”: mean rank 1.00.",
    "Its lead over “D2” may be chance: 0.10 ranks (95% interval −0.10 to 0.30).",
    "Not settled is the order between the neighbours “D1”, “D2” and “D3”, and between “D4” and “D5”.",
  ]);
  expect(rankingSentences(table, "de").at(-1)).toBe(
    "Nicht gesichert ist die Reihenfolge zwischen den Nachbarn „D1“, „D2“ und „D3“ sowie zwischen „D4“ und „D5“.",
  );
});

test("rankingSentences speaks of shares where nobody ranked completely, and is silent without answers", () => {
  expect(rankingSentences(tableOf([row(1, "A", { topShare: 0.6 })]), "en")).toEqual([
    "Most often among the first 3: “A” (60%).",
  ]);
  const { position: _, ...unplaced } = row(1, "A", {});
  expect(rankingSentences(tableOf([unplaced]), "en")).toEqual([]);
});
