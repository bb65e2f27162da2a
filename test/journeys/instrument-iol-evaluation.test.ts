import { missingReasons } from "@mehrwert/study";
import { expect, test } from "vitest";
import { keyboardJourney } from "./keyboard.ts";

const { fillsIn } = keyboardJourney("iol-evaluation/1.0.0");
const notShown = missingReasons["not-shown"];

/** Which of the variables were not asked. */
const notAsked = (row: ReadonlyMap<string, string>, ...variables: string[]) =>
  variables.filter((variable) => row.get(variable) === notShown);

test("before the programme: goals, expectations, a situation to imagine, one rating of each learning goal", async () => {
  const row = await fillsIn({ study: "t0", assigned: { form: "t0", linking: "code" } });
  expect(notAsked(row, "pf-1", "pq-1", "tr-1", "vg-1", "ti-4", "lg-5", "ea-2")).toEqual([]);
  expect(row.get("disclosure-vignette.variant")).toMatch(/^(fair-partner|new-partner|competitor)$/);
  expect(notAsked(row, "pq-4", "rx-1", "lt-1.now", "kt-1", "ea-3")).toHaveLength(5);
});

test("right after it, in English: experience, the programme, learning goals today and before", async () => {
  const row = await fillsIn({
    study: "t1",
    assigned: { form: "t1", linking: "unlinked" },
    language: "en",
  });
  expect(row.get("rx-2")).toBe("7");
  expect(notAsked(row, "pq-4", "vg-2", "iq-3", "lt-1.now", "lt-5.before")).toEqual([]);
  expect(notAsked(row, "wave-code.code", "pf-1", "lg-1", "io-1", "ea-1")).toHaveLength(5);
});

test("months later: transfer and effect; learning with competitors only where there were some", async () => {
  const t2 = { form: "t2", linking: "unlinked" };
  const without = await fillsIn({ study: "t2", assigned: t2, given: { competitors: "no" } });
  expect(notAsked(without, "ti-1", "kt-5", "mu-4", "lx-1", "io-1", "ea-3")).toEqual([]);
  expect(notAsked(without, "ch-1", "tr-1", "rx-1", "projects-started")).toHaveLength(4);
  const withSome = await fillsIn({
    study: "t2-rivals",
    assigned: t2,
    given: { competitors: "yes" },
  });
  expect(notAsked(withSome, "ch-1", "ch-2", "ch-3")).toEqual([]);
});

test("the contact person of an organisation answers for it, at the start and months later", async () => {
  const start = await fillsIn({
    study: "organisation-t0",
    assigned: { form: "organisation-t0", linking: "code" },
  });
  expect(
    notAsked(start, "organisation-goal", "organisation-success", "organisation-hours"),
  ).toEqual([]);
  expect(notAsked(start, "wave-code.code", "ti-1", "projects-started")).toHaveLength(3);
  const later = await fillsIn({
    study: "organisation-t2",
    assigned: { form: "organisation-t2", linking: "unlinked" },
    given: { "projects-started": 4, "projects-implemented": 2 },
  });
  expect([later.get("projects-started"), later.get("projects-implemented")]).toEqual(["4", "2"]);
  expect(notAsked(later, "organisation-goal", "ti-1")).toHaveLength(2);
});
