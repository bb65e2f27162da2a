import { demoStudy } from "@mehrwert/study";
import { expect, test } from "vitest";
import type { Draft } from "../keeping/draft.ts";
import { lastPageSeen, presentationOf, responseOf, visibleAnswers } from "./response.ts";
import { sampleInstrument } from "./sample-instrument.ts";

const draft: Draft = {
  definitionHash: "a".repeat(64),
  isUnderWay: true,
  answers: {
    consent: "yes",
    member: "yes",
    drivers: ["vd-2"],
    reason: "because",
    items: { "i-1": 1 },
  },
  presentation: {
    items: { shown: ["i-2", "i-1"] },
    drivers: { shown: ["vd-2", "vd-1"], moves: 3 },
  },
  seen: ["first", "members"],
  page: "members",
};
const study = demoStudy(sampleInstrument, draft.definitionHash);
const responseId = "4be0643f-1d98-4f6e-9f1c-2f1c1b0a9d11";
const sent = (of: Draft, lastPage?: string) =>
  responseOf(
    { study, instrument: sampleInstrument, draft: of, reading: "de", responseId },
    lastPage,
  );

test("answers to questions that no longer concern somebody are not sent, nor those that depended on them", () => {
  expect(visibleAnswers(sampleInstrument, draft.answers)).toEqual(draft.answers);
  expect(visibleAnswers(sampleInstrument, { ...draft.answers, member: "no" })).toEqual({
    consent: "yes",
    member: "no",
  });
});

test("what was drawn is sent for what was shown: questions, their page and their block, moves for rankings only", () => {
  const presentation = {
    ...draft.presentation,
    last: { shown: ["needed", "reason"] },
    middle: { shown: ["members", "last"] },
    story: { variant: "long" },
  };
  expect(presentationOf(sampleInstrument, { ...draft, presentation })).toEqual({
    ...draft.presentation,
    last: { shown: ["needed", "reason"] },
    middle: { shown: ["members", "last"] },
  });
  const unmoved = { ...draft, presentation: { drivers: { shown: ["vd-2", "vd-1"] } } };
  expect(presentationOf(sampleInstrument, unmoved).drivers?.moves).toBe(0);
  const other = { ...draft, answers: { consent: "yes", member: "no" } };
  expect(presentationOf(sampleInstrument, other)).toEqual({});
});

test("a ranking in a fixed order says nothing about what was shown", () => {
  const fixed = { ...draft, presentation: { drivers: { moves: 2 } } };
  expect(presentationOf(sampleInstrument, fixed)).toEqual({});
});

test("who ends early sends nothing of the pages behind the last one seen", () => {
  const ended = { ...draft, answers: { ...draft.answers, needed: "yes" } };
  expect(lastPageSeen(sampleInstrument, ended)).toBe("members");
  expect(lastPageSeen(sampleInstrument, { ...ended, page: "first" })).toBe("members");
  const response = sent(ended, "members");
  const { reason: _reason, ...answers } = draft.answers;
  expect(response).toMatchObject({ lastPage: "members", presentation: draft.presentation });
  expect(response.answers).toEqual(answers);
  const early = sent(ended, "first");
  expect(early.answers).toEqual({ consent: "yes", member: "yes" });
  expect(early.presentation).toEqual({});
  expect(sent(ended)).not.toHaveProperty("lastPage");
});
