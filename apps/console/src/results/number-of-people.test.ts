import type { ShownRankingTable } from "@mehrwert/analysis";
import { expect, test } from "vitest";
import { numberOfPeople } from "./number-of-people.ts";

const text = { de: "Text", en: "Text" };
const table: ShownRankingTable = {
  question: "drivers",
  questionText: text,
  options: 3,
  topK: 3,
  respondents: 1300,
  answered: 1295,
  missing: [],
  rows: [],
  pairwise: { items: [], preferred: [], compared: [] },
  bootstrap: { seed: 1, draws: 1, level: 0.95 },
  notes: [],
};

test("numberOfPeople tells the number that is shown", () => {
  expect(numberOfPeople("answered", table, 10, "en")).toBe("n\u00a0=\u00a01,295");
});

test("numberOfPeople tells of a hidden number what is known: the minimum, or those who ranked all", () => {
  expect(numberOfPeople("topRanked", table, 10, "en")).toBe("n\u00a0≥\u00a010");
  const ranked = { ...table, complete: 233 };
  expect(numberOfPeople("topRanked", ranked, 10, "de")).toBe("n\u00a0≥\u00a0233");
});
