import type { Answers, Question } from "@mehrwert/study";
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

test("pages of a block, and questions of a page, come in the order drawn", () => {
  const pages = visiblePages(
    sampleInstrument,
    { member: "yes", drivers: ["vd-2"] },
    {
      middle: { shown: ["last", "members"] },
      last: { shown: ["needed", "reason"] },
      first: { shown: ["member"] },
    },
  );
  expect(pages).toEqual([
    { name: "first", questions: ["member"] },
    { name: "last", questions: ["needed", "reason"] },
    { name: "members", questions: ["items", "drivers"] },
  ]);
});

test("assigned questions are no part of the way, and a page of nothing else is none", () => {
  const [start, ...pages] = sampleInstrument.pages;
  if (!start) throw new Error("the sample has pages");
  const text = { de: "Form", en: "Form" };
  const form: Question = {
    type: "assigned",
    name: "form",
    title: text,
    by: "study",
    choices: [{ value: "pulse", text }],
  };
  const assigned = { name: "forms", title: text, elements: [form] };
  const instrument = { ...sampleInstrument, pages: [start, assigned, ...pages] };
  expect(visiblePages(instrument, {})).toEqual(visiblePages(sampleInstrument, {}));
});
