import { type Answers, visibleQuestions } from "@mehrwert/study";
import { expect, test } from "vitest";
import { createRouting } from "./routing.ts";
import { sampleInstrument } from "./sample-instrument.ts";

const routing = createRouting(sampleInstrument);

test("the way begins after consent and leaves out pages and questions that do not concern somebody", () => {
  expect(routing({ consent: "yes", member: "no" })).toEqual([
    { name: "first", questions: ["member"] },
    { name: "last", questions: ["needed"] },
  ]);
  expect(routing({ member: "yes", drivers: ["vd-2"] }).map(({ questions }) => questions)).toEqual([
    ["member"],
    ["items", "drivers"],
    ["reason", "needed"],
  ]);
});

test("the way is the one the server checks answers against", () => {
  const cases: Answers[] = [
    {},
    { member: "yes" },
    { member: "no" },
    { member: "yes", drivers: ["vd-1"] },
    { member: "yes", items: { "i-1": 2 } },
  ];
  for (const answers of cases) {
    const shown = routing(answers).flatMap(({ questions }) => questions);
    expect(new Set(["consent", ...shown])).toEqual(
      new Set(visibleQuestions(sampleInstrument, answers)),
    );
  }
});

test("finding the way changes no answer", () => {
  const answers: Answers = { member: "no", drivers: ["vd-2", "vd-2", "unknown"], items: { x: 9 } };
  const before = structuredClone(answers);
  routing(answers);
  expect(answers).toEqual(before);
});
