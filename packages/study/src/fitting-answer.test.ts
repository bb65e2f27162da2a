import { expect, test } from "vitest";
import { sampleQuestion } from "./example/sample-instrument.ts";
import { fittingAnswer } from "./fitting-answer.ts";

test("fittingAnswer keeps the values of rows one by one", () => {
  const matrix = sampleQuestion("agreement", "matrix");
  expect(fittingAnswer(matrix, { "ag-1": 5, "ag-9": 4, "ag-2": 9 })).toEqual({ "ag-1": 5 });
  expect(fittingAnswer(matrix, { "ag-9": 4 })).toBeUndefined();
  expect(fittingAnswer(matrix, "ag-1")).toBeUndefined();
  const skills = sampleQuestion("skills", "double-rating");
  expect(fittingAnswer(skills, { "km-1.required": 5, "km-1.mastery": "x", "km-1": 1 })).toEqual({
    "km-1.required": 5,
  });
});

test("fittingAnswer keeps what is said of roster entries that are still chosen", () => {
  const roster = sampleQuestion("ties", "roster");
  expect(
    fittingAnswer(roster, { office: 1, "office.how-often": 2, archive: 1, "lab.how-often": 1 }),
  ).toEqual({ office: 1, "office.how-often": 2 });
});

test("fittingAnswer keeps lists and MaxDiff sets whole or not at all, finished or not", () => {
  const ranking = sampleQuestion("drivers", "ranking");
  expect(fittingAnswer({ ...ranking, minSelectedChoices: 3 }, ["vd-1"])).toEqual(["vd-1"]);
  expect(fittingAnswer(ranking, ["vd-1", "vd-9"])).toBeUndefined();
  expect(fittingAnswer({ ...ranking, maxSelectedChoices: 1 }, ["vd-1", "vd-2"])).toBeUndefined();
  const maxdiff = sampleQuestion("driver-sets", "maxdiff");
  expect(fittingAnswer(maxdiff, { "1.best": "vd-1" })).toEqual({ "1.best": "vd-1" });
  expect(fittingAnswer(maxdiff, { "1.best": "vd-1", "1.worst": "vd-9" })).toBeUndefined();
});

test("fittingAnswer keeps single values that are still possible", () => {
  expect(fittingAnswer(sampleQuestion("recommend", "nps"), 10)).toBe(10);
  expect(fittingAnswer(sampleQuestion("recommend", "nps"), 11)).toBeUndefined();
  expect(fittingAnswer(sampleQuestion("group-size", "number-band"), "few")).toBe("few");
  expect(fittingAnswer(sampleQuestion("form", "assigned"), "full")).toBe("full");
  expect(fittingAnswer(sampleQuestion("remark", "comment"), "a".repeat(501))).toBeUndefined();
  expect(fittingAnswer(sampleQuestion("link", "code"), { code: "a".repeat(32) })).toBeUndefined();
});
