import type { Answers } from "@mehrwert/study";
import { Model } from "survey-core";
import { expect, test } from "vitest";
import { visiblePages } from "./routing.ts";
import { sampleInstrument } from "./sample-instrument.ts";

test("the way begins after consent and leaves out pages and questions that do not concern somebody", () => {
  expect(visiblePages(sampleInstrument, { consent: "yes", member: "no" })).toEqual([
    { name: "first", questions: ["member"] },
    { name: "last", questions: ["needed"] },
  ]);
  const long = visiblePages(sampleInstrument, { member: "yes", drivers: ["vd-2"] });
  expect(long.map(({ questions }) => questions)).toEqual([
    ["member"],
    ["items", "drivers"],
    ["reason", "needed"],
  ]);
});

test("the way is the one SurveyJS shows for the same instrument", () => {
  const { consent } = sampleInstrument.mehrwert;
  const cases: Answers[] = [
    {},
    { member: "yes" },
    { member: "no" },
    { member: "yes", drivers: ["vd-1"] },
    { member: "yes", items: { "i-1": 2 } },
  ];
  for (const answers of cases) {
    const survey = new Model(sampleInstrument);
    survey.data = answers;
    const shown = survey.visiblePages
      .map(({ name, questions }) => ({
        name,
        questions: questions
          .filter(({ isVisible, name: question }) => isVisible && question !== consent.question)
          .map(({ name: question }) => question),
      }))
      .filter(({ questions }) => questions.length > 0);
    expect(visiblePages(sampleInstrument, answers)).toEqual(shown);
  }
});
