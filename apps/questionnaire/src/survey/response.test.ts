import { expect, test } from "vitest";
import type { Draft } from "../draft.ts";
import { presentationOf, visibleAnswers } from "./response.ts";
import { sampleInstrument } from "./sample-instrument.ts";

const draft: Draft = {
  responseId: "4be0643f-1d98-4f6e-9f1c-2f1c1b0a9d11",
  definitionHash: "a".repeat(64),
  isUnderWay: true,
  answers: {
    consent: "yes",
    member: "yes",
    drivers: ["vd-2"],
    reason: "because",
    items: { "i-1": 1 },
  },
  shown: { items: ["i-2", "i-1"], drivers: ["vd-2", "vd-1"] },
  moves: { drivers: 3 },
};

test("answers to questions that no longer concern somebody are not sent, nor those that depended on them", () => {
  expect(visibleAnswers(sampleInstrument, draft.answers)).toEqual(draft.answers);
  expect(visibleAnswers(sampleInstrument, { ...draft.answers, member: "no" })).toEqual({
    consent: "yes",
    member: "no",
  });
});

test("the orders shown are sent for every random question that was shown, moves for rankings only", () => {
  expect(presentationOf(sampleInstrument, draft)).toEqual({
    items: { shown: ["i-2", "i-1"] },
    drivers: { shown: ["vd-2", "vd-1"], moves: 3 },
  });
  expect(presentationOf(sampleInstrument, { ...draft, moves: {} }).drivers?.moves).toBe(0);
  const other = { ...draft, answers: { consent: "yes", member: "no" } };
  expect(presentationOf(sampleInstrument, other)).toEqual({});
});
