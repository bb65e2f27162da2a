import { expect, test } from "vitest";
import { holds } from "../survey/conditions.ts";
import { sampleInstrument } from "../survey/sample-instrument.ts";
import { wordedQuestion } from "./wordings.ts";

const items = sampleInstrument.pages[2]?.elements[0];

test("a wording replaces what it names where its condition holds, and never a code", () => {
  if (!items) throw new Error("the sample has no items");
  const worded = wordedQuestion(items, sampleInstrument, { member: "yes" }, holds);
  expect(worded.title.en).toBe("How is it for members?");
  expect(worded.type === "matrix" && worded.rows.map(({ text }) => text.en)).toEqual([
    "i-1",
    "members' i-2",
  ]);
  expect(worded.type === "matrix" && worded.rows.map(({ value }) => value)).toEqual(["i-1", "i-2"]);
});

test("without a wording whose condition holds, the question is the same object", () => {
  if (!items) throw new Error("the sample has no items");
  expect(wordedQuestion(items, sampleInstrument, {}, holds)).toBe(items);
});
