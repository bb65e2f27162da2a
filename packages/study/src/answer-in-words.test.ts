import { expect, test } from "vitest";
import { answerInWords } from "./answer-in-words.ts";
import { smallInstrument } from "./example/small-study.ts";
import type { Question } from "./instrument.ts";

const both = (text: string) => ({ de: text, en: text });

function question(name: string): Question {
  const found = smallInstrument.pages[0]?.elements.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(name);
  return found;
}

test("answerInWords gives a line per row of a matrix, in the order of the questionnaire", () => {
  const lines = answerInWords(question("results"), { "ro-2": "dk", "ro-1": 2 }, "en");
  expect(lines).toEqual([
    { key: "ro-1", label: "I want results.", code: "2", text: "agree" },
    { key: "ro-2", label: "I have time.", code: "dk", text: "cannot judge" },
  ]);
});

test("answerInWords gives one line for a list, and none for no answer", () => {
  expect(answerInWords(question("drivers"), ["vd-3", "vd-1"], "en")).toEqual([
    { label: "What matters most?", code: "vd-3, vd-1", text: "vd-3, vd-1" },
  ]);
  expect(answerInWords(question("drivers"), undefined, "en")).toEqual([]);
});

test("answerInWords names both halves of a key with two parts", () => {
  const columns = [{ value: 1, text: both("low") }];
  const double: Question = {
    type: "double-rating",
    name: "km",
    title: both("Competences"),
    ratings: [
      { value: "required", text: both("required"), columns },
      { value: "mastered", text: both("mastered"), columns },
    ],
    rows: [{ value: "km-1", text: both("Media") }],
  };
  expect(answerInWords(double, { "km-1.mastered": 1 }, "en")).toEqual([
    { key: "km-1.mastered", label: "Media – mastered", code: "1", text: "low" },
  ]);
});

test("answerInWords shows a value that the question does not offer as it is stored", () => {
  expect(answerInWords(question("results"), { other: 9 }, "en")).toEqual([
    { key: "other", label: "other", code: "9", text: "9" },
  ]);
});
