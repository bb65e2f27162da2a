import { visibleQuestions } from "@mehrwert/study";
import { expect, test } from "vitest";
import { sampleInstrument } from "../survey/sample-instrument.ts";
import { answersLeadingTo } from "./answers-leading-to.ts";

/** A linear congruential generator (Numerical Recipes), so that the test gives the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test("what is shown already needs no answers", () => {
  const found = answersLeadingTo(sampleInstrument, { page: "first" }, {}, seeded(1));
  expect(found).toEqual(new Map());
});

test("a hidden page is reached by the one answer that decides, whatever it was before", () => {
  const found = answersLeadingTo(
    sampleInstrument,
    { page: "members" },
    { member: "no", needed: "yes" },
    seeded(1),
  );
  expect([...(found ?? [])]).toEqual([["member", "yes"]]);
});

test("a question that depends on a question that depends on another is reached with both", () => {
  const found = answersLeadingTo(
    sampleInstrument,
    { page: "last", question: "reason" },
    { member: "no" },
    seeded(1),
  );
  const answers = Object.fromEntries(
    [...(found ?? [])].flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])),
  );
  expect(Object.keys(answers).sort()).toEqual(["drivers", "member"]);
  expect(visibleQuestions(sampleInstrument, answers).has("reason")).toBe(true);
});

test("where no answers lead, it says so", () => {
  const pages = sampleInstrument.pages.map((page) =>
    page.name === "members" ? { ...page, visibleIf: "{member} = 'neither'" } : page,
  );
  const instrument = { ...sampleInstrument, pages };
  expect(answersLeadingTo(instrument, { page: "members" }, {}, seeded(1))).toBeUndefined();
});
