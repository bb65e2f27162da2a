import { missingReasons } from "@mehrwert/study";
import { expect, test } from "vitest";
import { keyboardJourney } from "./keyboard.ts";

const { fillsIn } = keyboardJourney("eco-review/1.0.0");
const notShown = missingReasons["not-shown"];
const learner = { form: "learner" };

test("a leader who uses the learning offer is asked about the platform and about themselves", async () => {
  const row = await fillsIn({
    study: "leaders",
    assigned: learner,
    given: { "offer-use": "over-5", "d-lead": "yes", "org-benefit": ["ob-4", "ob-2", "ob-1"] },
    language: "en",
  });
  expect(row.get("ep-1")).not.toBe(notShown);
  expect(row.get("lr-1-self")).not.toBe(notShown);
  expect(row.get("lr-1")).toBe(notShown);
  expect(row.get("ob-2")).toBe("2");
  expect(row.get("ob-3")).toBe(missingReasons.unranked);
});

test("who does not use it says why, is not asked about the platform, and speaks of their manager", async () => {
  const row = await fillsIn({
    study: "non-users",
    assigned: learner,
    given: {
      "offer-use": "not-at-all",
      "d-lead": "no",
      "non-use-reasons": ["no-time", "other-ways"],
    },
  });
  expect(row.get("non-use-reasons.other-ways")).toBe("1");
  expect(row.get("non-use-reasons.unknown")).toBe("0");
  expect(row.get("ep-1")).toBe(notShown);
  expect(row.get("le-3")).not.toBe(notShown);
  expect(row.get("le-3-self")).toBe(notShown);
});

test("the team for HR and learning fills in the grid of maturity and nothing that staff are asked", async () => {
  const row = await fillsIn({ study: "hr-team", assigned: { form: "hr-team" } });
  const grid = [...row].filter(([name]) => /^(em-\d+|et-\d)$/.test(name));
  expect(grid).toHaveLength(13);
  expect(grid.filter(([, cell]) => cell === notShown)).toEqual([]);
  for (const variable of ["ea2-4", "eg-1", "d-lead", "ob-1", "d-size"]) {
    expect([variable, row.get(variable)]).toEqual([variable, notShown]);
  }
});
