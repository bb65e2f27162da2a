import { expect, test } from "vitest";
import { splitDataset } from "../example/split-dataset.ts";
import { choicesOfDataset } from "./dataset-choices.ts";

const chosen = [
  [
    [["vd-1", "vd-2", "vd-3"], "vd-2", "vd-3"],
    [["vd-4", "vd-2", "vd-1"], "vd-2", undefined],
  ],
  [
    [["vd-1", "vd-2", "vd-3"], undefined, undefined],
    [["vd-4", "vd-3", "vd-1"], "vd-4", "vd-1"],
  ],
  [[["vd-1", "vd-2", "vd-3"], undefined, undefined]],
] satisfies Parameters<typeof splitDataset>[1];

test("choicesOfDataset takes the finished sets, by the names that the ranking gives the options", () => {
  const found = choicesOfDataset(splitDataset([[1, 2, 3, 4]], chosen));
  expect(found?.items).toEqual([1, 2, 3, 4].map((number) => `name-of-vd-${number}`));
  expect(found?.choices.tasks).toMatchObject([
    { respondent: 0, shown: [0, 1, 2], best: 1, worst: 2 },
    { respondent: 1, shown: [3, 2, 0], best: 3, worst: 0 },
  ]);
  expect(found?.choices.respondentCount).toBe(2);
  expect(found?.respondents.map((id) => id.slice(-1))).toEqual(["1", "2"]);
  expect(found).toMatchObject({ question: "choices", unfinishedSets: 1, alternativeTo: "drivers" });
  expect(found?.labels.get("name-of-vd-4")?.de).toBe("Mehrwert vd-4");
});

test("choicesOfDataset has none where nobody was asked, or finished a set", () => {
  expect(choicesOfDataset(splitDataset([[1, 2, 3, 4]], []))).toBeUndefined();
  expect(choicesOfDataset(splitDataset([], chosen.slice(2)))).toBeUndefined();
  expect(choicesOfDataset(splitDataset([], chosen), "other")).toBeUndefined();
});
