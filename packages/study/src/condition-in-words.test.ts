import { expect, test } from "vitest";
import { conditionInWords } from "./condition-in-words.ts";
import { smallInstrument } from "./example/small-study.ts";

const english = (condition: string) => conditionInWords(condition, smallInstrument, "en");

test("conditionInWords says questions and options in their words, in the reader's quotation marks", () => {
  expect(english("{member} <> 'no'")).toBe("“Are you a member?” is not “no”");
  expect(conditionInWords("{member} = 'no'", smallInstrument, "de")).toBe(
    "„Are you a member? (de)“ ist „no (de)“",
  );
});

test("conditionInWords names rows, places of a ranking and scale points", () => {
  expect(english("{results.ro-2} >= 2")).toBe("“I have time.” is at least “agree”");
  expect(english("{drivers[0]} anyof ['vd-1', 'vd-2']")).toBe(
    "“What matters most?”, place 1, is or contains one of “vd-1”, “vd-2”",
  );
});

test("conditionInWords brackets what is joined inside what is joined", () => {
  expect(english("{why} notempty and ({member} = 'yes' or !({format} empty))")).toBe(
    "“Why?” is answered and (“Are you a member?” is “yes” or it does not hold that (“Which formats?” is not answered))",
  );
});

test("conditionInWords keeps names and codes that the instrument does not know", () => {
  expect(english("{lost} = 7")).toBe("“lost” is “7”");
});
