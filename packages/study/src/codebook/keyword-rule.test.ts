import { expect, test } from "vitest";
import { parseKeywordRule } from "./keyword-rule.ts";

const stem = (text: string) => ({ kind: "stem", text });
const open = (text: string) => ({ kind: "wildcard", text });

test("parseKeywordRule reads words, stars, exact words, phrases and hyphens", () => {
  expect(parseKeywordRule("Gelernt")).toMatchObject({ parts: [[stem("gelernt")]], exclusions: [] });
  expect(parseKeywordRule("größ*")).toMatchObject({ parts: [[open("gröss*")]] });
  expect(parseKeywordRule("=Mut")).toMatchObject({ parts: [[{ kind: "exact", text: "mut" }]] });
  const phrase = [[stem("know"), stem("how")]];
  expect(parseKeywordRule("know-how")).toMatchObject({ parts: phrase });
  expect(parseKeywordRule(" know  how ")).toMatchObject({ parts: phrase });
});

test("parseKeywordRule reads distances and exclusions", () => {
  expect(parseKeywordRule("zeit* ~4 fehl* ~1 oft -~3 urlaub* -zeit haben")).toEqual({
    source: "zeit* ~4 fehl* ~1 oft -~3 urlaub* -zeit haben",
    parts: [[open("zeit*")], [open("fehl*")], [stem("oft")]],
    gaps: [4, 1],
    exclusions: [
      { phrase: [open("urlaub*")], within: 3 },
      { phrase: [stem("zeit"), stem("haben")], within: undefined },
    ],
  });
});

test.each([
  ["", "Es steht kein Wort da"],
  ["-teilnehm*", "Es steht kein Wort da"],
  ["*", "fände fast jedes Wort"],
  ["a*", "fände fast jedes Wort"],
  ["zeit ~ fehl", "„~“ ist kein Abstand"],
  ["zeit ~99 fehl", "„~99“ ist kein Abstand"],
  ["zeit ~3", "Vor oder nach dem Abstand fehlt ein Wort"],
  ["~3 zeit", "Vor oder nach dem Abstand fehlt ein Wort"],
  ["teil* - teilnehm*", "Nach dem Minus fehlt"],
  ["teil* -", "Nach dem Minus fehlt"],
  ["teil* -~x urlaub", "„~x“ ist kein Abstand"],
  ["=mut*", "zugleich genau (=) und offen (*)"],
  ["rat+hilfe", "Das Zeichen „+“ gehört nicht"],
  ["(rat", "Das Zeichen „(“ gehört nicht"],
])("parseKeywordRule refuses %j with a reason and advice in both languages", (typed, reason) => {
  const fault = parseKeywordRule(typed);
  if (!("message" in fault)) throw new Error("was read as a rule");
  expect(fault.message.de).toContain(reason);
  expect(fault.message.en).not.toBe(fault.message.de);
  expect(fault.advice.de).not.toBe("");
  expect(fault.advice.en).not.toBe(fault.advice.de);
});
