import { missingReasons } from "@mehrwert/study";
import { expect, test } from "vitest";
import { keyboardJourney } from "./keyboard.ts";

const { fillsIn } = keyboardJourney("cm-competence/1.0.0");
const notShown = missingReasons["not-shown"];

test("a community manager rates 24 competences twice, in an order of areas drawn for this person", async () => {
  const row = await fillsIn({
    study: "managers",
    assigned: { form: "community-manager" },
    given: { communities: 2, "organisation-code": "Kranich" },
  });
  const competences = [...row].filter(([name]) => /^k[mvwsp]-\d\.(required|mastery)$/.test(name));
  expect(competences).toHaveLength(48);
  expect(competences.filter(([, cell]) => cell === notShown)).toEqual([]);
  expect(row.get("competences.shown")?.split("|")).toHaveLength(5);
  expect(row.get("organisation-code")).toBe("Kranich");
  expect(row.get("km-2-member")).toBe(notShown);
});

test("where there is no community, HR is asked about the organisation and about incentives only", async () => {
  const row = await fillsIn({
    study: "hr",
    assigned: { form: "hr" },
    given: { communities: 0, "incentive-areas": ["ir-4", "ir-1", "ir-5", "ir-2", "ir-3"] },
    language: "en",
  });
  expect(row.get("ir-5")).toBe("3");
  expect(row.get("gr-3")).not.toBe(notShown);
  for (const variable of ["cu-1", "is-1", "it-2", "km-1.required", "competences.shown", "wo-1"]) {
    expect([variable, row.get(variable)]).toEqual([variable, notShown]);
  }
});

test("a member answers the short form: four incentives, ten competences, nothing about the organisation", async () => {
  const row = await fillsIn({ study: "members", assigned: { form: "member" } });
  expect(row.get("is-1")).not.toBe(notShown);
  expect(
    [...row].filter(([name, cell]) => name.endsWith("-member") && cell !== notShown),
  ).toHaveLength(10);
  for (const variable of ["organisation-size", "cu-1", "is-2", "km-1.mastery", "role-years"]) {
    expect([variable, row.get(variable)]).toEqual([variable, notShown]);
  }
});
