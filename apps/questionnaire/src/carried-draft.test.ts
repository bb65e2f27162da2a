import { expect, test } from "vitest";
import { carriedDraft } from "./carried-draft.ts";
import type { Draft } from "./draft.ts";
import { sampleInstrument } from "./survey/sample-instrument.ts";

const kept: Draft = {
  responseId: "4be0643f-1d98-4f6e-9f1c-2f1c1b0a9d11",
  definitionHash: "a".repeat(64),
  isUnderWay: true,
  answers: {
    consent: "yes",
    member: "yes",
    items: { "i-1": 2, "i-2": 1 },
    drivers: ["vd-2", "vd-1"],
    reason: "because",
  },
  shown: { items: ["i-2", "i-1"], drivers: ["vd-2", "vd-1"] },
  moves: { drivers: 3 },
  page: "last",
};
const fresh: Draft = {
  responseId: "0a9d114b-1d98-4f6e-9f1c-2f1c1b0be064",
  definitionHash: "b".repeat(64),
  isUnderWay: false,
  answers: {},
  shown: { items: ["i-1", "i-2"], drivers: ["vd-1", "vd-2"] },
  moves: {},
};
const carry = (answers: Draft["answers"]) =>
  carriedDraft({ ...kept, answers }, fresh, sampleInstrument).answers;

test("carriedDraft keeps what fits and asks for consent again", () => {
  const { consent: _consent, ...answers } = kept.answers;
  const { isUnderWay, definitionHash } = fresh;
  const { responseId, shown, moves } = kept;
  const expected = { responseId, definitionHash, isUnderWay, answers, shown, moves };
  expect(carriedDraft(kept, fresh, sampleInstrument)).toEqual(expected);
});

test("an answer with a code that is gone does not stay, and a ranking stays whole or not at all", () => {
  expect(carry({ member: "perhaps" })).toEqual({});
  expect(carry({ drivers: ["vd-2", "vd-9"] })).toEqual({});
  expect(carry({ "no-such-question": "yes" })).toEqual({});
  expect(carry({ member: ["yes"], drivers: "vd-1", reason: 7, items: "i-1" })).toEqual({});
  expect(carry({ reason: "far longer than twenty characters" })).toEqual({});
});

test("rows of a matrix stay one by one", () => {
  expect(carry({ items: { "i-1": 2, "i-2": 9, "i-3": 1 } })).toEqual({ items: { "i-1": 2 } });
  expect(carry({ items: { "i-3": 1 } })).toEqual({});
});

test("an order of other options than now is drawn anew, and changes to a ranking that is gone are forgotten", () => {
  const older = { ...kept, answers: {}, shown: { drivers: ["vd-2", "vd-9"] } };
  expect(carriedDraft(older, fresh, sampleInstrument)).toMatchObject({
    shown: fresh.shown,
    moves: {},
  });
});
