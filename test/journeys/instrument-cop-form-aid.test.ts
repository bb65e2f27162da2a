import { missingReasons } from "@mehrwert/study";
import { expect, test } from "vitest";
import { keyboardJourney } from "./keyboard.ts";

const { fillsIn } = keyboardJourney("cop-form-aid/1.0.0");
const skipped = missingReasons.skipped;

const weighted = {
  "co-1": 2,
  "co-1.weight": 3,
  "co-2": 5,
  "co-2.weight": 3,
  "co-3": 3,
  "co-3.weight": 1,
  "co-4": 4,
  "co-4.weight": 1,
  "co-5": 1,
};

test("a planner rates and weighs the criteria: what was chosen is kept, not what follows from it", async () => {
  const row = await fillsIn({
    study: "weighted",
    assigned: {},
    given: { "cop-form": weighted, "decision-notes": "Erst die Vertraulichkeit klären." },
  });
  expect([...row.keys()].filter((name) => /score|outcome|recommend/.test(name))).toEqual([]);
  expect(row.get("co-2.weight")).toBe("3");
  expect(row.get("decision-notes")).toBe("Erst die Vertraulichkeit klären.");
});

test("a planner who weighs nothing, in English: every weight is skipped, so the default holds", async () => {
  const ratings = { "co-1": 5, "co-2": 4, "co-3": 5, "co-4": 2, "co-5": 4 };
  const row = await fillsIn({
    study: "unweighted",
    assigned: {},
    given: { "cop-form": ratings },
    language: "en",
  });
  const weights = ["co-1", "co-2", "co-3", "co-4"].map((name) => row.get(`${name}.weight`));
  expect(weights).toEqual([skipped, skipped, skipped, skipped]);
});
