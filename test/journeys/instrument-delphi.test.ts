import { missingReasons } from "@mehrwert/study";
import { expect, test } from "vitest";
import { keyboardJourney } from "./keyboard.ts";

const { fillsIn } = keyboardJourney("delphi/1.0.0");
const { skipped, dk } = missingReasons;

test("a panelist judges every statement on all three scales and gives one reason", async () => {
  const row = await fillsIn({
    study: "round",
    assigned: {},
    given: {
      "panel-group": "training",
      statements: {
        ...rated("st-1", 9, 5, 3),
        "st-1.reason": "Ohne feste Zeit kommt niemand.",
        ...rated("st-2", 1, "dk", 2),
        ...rated("st-3", 5, 3, 1),
        ...rated("st-4", 7, 4, 3),
        ...rated("st-5", 8, 1, 3),
        ...rated("st-6", 4, 2, 2),
        ...rated("st-7", 6, 5, 1),
      },
    },
  });
  expect(row.get("st-1.reason")).toBe("Ohne feste Zeit kommt niemand.");
  expect(row.get("st-2.agreement")).toBe(dk);
  expect(row.get("st-7.reason")).toBe(skipped);
});

test("a panelist judges what they can, in English: the rest counts as skipped", async () => {
  const row = await fillsIn({
    study: "part",
    assigned: {},
    given: { "panel-group": "staff-council", statements: { "st-5.relevance": 9 } },
    language: "en",
  });
  const answered = [...row].filter(([name, cell]) => name.startsWith("st-") && cell !== skipped);
  expect(answered).toEqual([["st-5.relevance", "9"]]);
});

function rated(statement: string, relevance: number, agreement: number | "dk", confidence: number) {
  return {
    [`${statement}.relevance`]: relevance,
    [`${statement}.agreement`]: agreement,
    [`${statement}.confidence`]: confidence,
  };
}
