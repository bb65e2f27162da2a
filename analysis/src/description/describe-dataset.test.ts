import { expect, test } from "vitest";
import { smallDataset } from "../example/small-dataset.ts";
import { describeDataset } from "./describe-dataset.ts";
import { descriptionCsv, descriptionDocument } from "./description-document.ts";
import { descriptionReport } from "./description-report.ts";
import { importancePerformance } from "./importance-performance.ts";

const label = (text: string) => ({ de: text, en: text });
const options = ["1", "2", "3"].map((code) => ({ code, label: label(`point ${code}`) }));

/** Six people: a rating, a single choice, a multiple choice, and a question nobody saw. */
function exampleDataset() {
  const empty = smallDataset([[1], [1], [1], [1], [1], [1]], { options: 1 });
  const asked = (question: string) => ({ question, questionText: label(question) });
  const variables = [
    { name: "r-1", type: "rating" as const, label: label("Rating"), options, ...asked("r") },
    { name: "lead", type: "single" as const, label: label("Lead"), options, ...asked("lead") },
    { name: "m.a", type: "selected" as const, label: label("A"), ...asked("m") },
    { name: "r-2", type: "rating" as const, label: label("Unseen"), options, ...asked("unseen") },
    { name: "note", type: "text" as const, label: label("Note"), ...asked("note") },
  ];
  return {
    ...empty,
    dictionary: {
      ...empty.dictionary,
      missingCodes: [
        { code: "-95", reason: "skipped", label: label("skipped") },
        { code: "-96", reason: "not-shown", label: label("not shown") },
      ],
      variables,
    },
    columns: new Map([
      ["r-1", ["1", "3", "3", "2", "-95", "-98"]],
      ["lead", ["1", "1", "1", "1", "2", "2"]],
      ["m.a", ["1", "0", "1", "-95", "-95", "-95"]],
      ["r-2", ["-96", "-96", "-96", "-96", "-96", "-96"]],
      ["note", ["hello", "-95", "-95", "-95", "-95", "-95"]],
    ]),
  };
}

test("describe gives n, the missing by reason, mean, spread and the ends of the scale", () => {
  const { sections } = describeDataset(exampleDataset());
  const rating = sections[0]?.variables[0];
  expect(rating).toMatchObject({
    n: 4,
    missing: [
      { reason: "skipped", count: 1 },
      { reason: "dk", count: 1 },
    ],
    mean: 2.25,
    median: 2.5,
    lowest: 1,
    highest: 3,
    floor: { share: 0.25 },
    ceiling: { share: 0.5 },
  });
  expect(rating?.sd).toBeCloseTo(Math.sqrt(2.75 / 3), 12);
  expect(rating?.answers.map(({ count }) => count)).toEqual([1, 1, 2]);
  expect(rating?.answers[2]?.interval?.[0]).toBeCloseTo(0.15, 2);
});

test("describe names a question nobody answered, and answers of few people", () => {
  const description = describeDataset(exampleDataset());
  expect(description.smallGroups).toEqual([
    { variable: "lead", code: "1" },
    { variable: "lead", code: "2" },
  ]);
  const document = descriptionDocument(description, "0.0.0");
  expect(document).toMatchObject({
    respondents: 6,
    sections: [
      {},
      {},
      {},
      { variables: [{ n: 0, reason: "no-answers", mean: null, sd: null, floor: null }] },
      {},
    ],
  });
  const report = descriptionReport(description, { language: "en", softwareVersion: "0.0.0" });
  expect(report.sections[3]?.sentences).toEqual(["Nobody answered this question."]);
  expect(report.warnings).toHaveLength(1);
  expect(JSON.stringify([document, report])).not.toMatch(/NaN|undefined|Infinity/);
});

test("describe writes one flat table, a line per variable and one per answer", () => {
  const lines = descriptionCsv(describeDataset(exampleDataset()), "0.0.0").trim().split("\r\n");
  expect(lines[0]?.startsWith("variable,type,question,n,missing,mean")).toBe(true);
  expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([18]));
});

/** Two things by importance and by performance, in two questions with the same wording. */
function pairedDataset(importanceType: "rating" | "rank") {
  const empty = smallDataset([[1], [1], [1]], { options: 1 });
  const variable = (name: string, question: string, type: "rating" | "rank", text: string) => ({
    ...{ name, type, label: label(text), options, question, questionText: label(question) },
  });
  return {
    ...empty,
    dictionary: {
      ...empty.dictionary,
      variables: [
        variable("i-1", "matters", importanceType, "Exchange"),
        variable("i-2", "matters", importanceType, "Results"),
        variable("p-2", "is met", "rating", "Results"),
        variable("p-1", "is met", "rating", "Exchange"),
        variable("p-3", "is met", "rating", "Something else"),
      ],
    },
    columns: new Map([
      ["i-1", ["1", "2", "-95"]],
      ["i-2", ["3", "3", "3"]],
      ["p-1", ["3", "3", "3"]],
      ["p-2", ["1", "2", "1"]],
      ["p-3", ["1", "1", "1"]],
    ]),
  };
}

test("importance stands beside performance of the items with the same wording", () => {
  const description = describeDataset(pairedDataset("rating"));
  const questions = { importance: "matters", performance: "is met" };
  const pairs = importancePerformance(description, questions);
  if (!("points" in pairs)) throw new Error(pairs.reason);
  expect(pairs.points).toMatchObject([
    { importance: 1.5, importanceN: 2, performance: 3, performanceN: 3 },
    { importance: 3, performance: 4 / 3 },
  ]);
  const settings = { language: "en", softwareVersion: "0.0.0", pairs } as const;
  expect(descriptionReport(description, settings).sections[0]?.sentences[0]).toBe(
    "More important than average but less fulfilled: “Results”.",
  );
  expect(descriptionDocument(description, "0.0.0", pairs)).toMatchObject({
    importancePerformance: { importance: "matters", points: [{}, {}] },
  });
});

test("ranked importance is turned, and questions that do not pair are named", () => {
  const description = describeDataset(pairedDataset("rank"));
  const questions = { importance: "matters", performance: "is met" };
  expect(importancePerformance(description, questions)).toMatchObject({
    isRanked: true,
    points: [{ importance: 1.5 }, { importance: 0 }],
  });
  const pairing = (importance: string, performance: string) =>
    importancePerformance(description, { importance, performance });
  expect(pairing("nothing", "is met")).toEqual({ reason: "no-question", question: "nothing" });
  expect(pairing("matters", "matters")).toEqual({ reason: "no-numbers", question: "matters" });
  const rated = describeDataset(pairedDataset("rating"));
  const swapped = { importance: "is met", performance: "is met" };
  expect("points" in importancePerformance(rated, swapped)).toBe(true);
});
