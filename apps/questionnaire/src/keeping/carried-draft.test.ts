import type { Instrument, Question } from "@mehrwert/study";
import { expect, test } from "vitest";
import { sampleInstrument } from "../survey/sample-instrument.ts";
import { carriedDraft } from "./carried-draft.ts";
import type { Draft } from "./draft.ts";

const text = { de: "Text", en: "Text" };
const named = (...values: string[]) => values.map((value) => ({ value, text }));
const drawn: Question[] = [
  { type: "assigned", name: "arm", title: text, by: "random", choices: named("a", "b") },
  { type: "assigned", name: "form", title: text, by: "study", choices: named("t0", "t1") },
  {
    type: "vignette",
    name: "story",
    title: text,
    variants: named("short", "long"),
    rows: [{ value: "ask", text, columns: [1, 2].map((value) => ({ value, text })) }],
  },
];
const instrument: Instrument = {
  ...sampleInstrument,
  pages: [...sampleInstrument.pages, { name: "drawn", title: text, elements: drawn }],
};

const kept: Draft = {
  definitionHash: "a".repeat(64),
  isUnderWay: true,
  answers: {
    consent: "yes",
    member: "yes",
    items: { "i-1": 2, "i-2": 1 },
    drivers: ["vd-2", "vd-1"],
    reason: "because",
  },
  presentation: {
    items: { shown: ["i-2", "i-1"] },
    drivers: { shown: ["vd-2", "vd-1"], moves: 3 },
    story: { variant: "long" },
  },
  seen: ["first", "members", "last"],
  page: "last",
};
const fresh: Draft = {
  definitionHash: "b".repeat(64),
  isUnderWay: false,
  answers: { arm: "b" },
  presentation: {
    items: { shown: ["i-1", "i-2"] },
    drivers: { shown: ["vd-1", "vd-2"] },
    story: { variant: "short" },
  },
  seen: [],
};
const carry = (answers: Draft["answers"]) =>
  carriedDraft({ ...kept, answers }, fresh, instrument).answers;

test("carriedDraft keeps what fits and asks for consent again", () => {
  const { consent: _consent, ...answers } = kept.answers;
  const { isUnderWay, definitionHash, seen } = fresh;
  const { presentation } = kept;
  const expected = { definitionHash, isUnderWay, answers, presentation, seen };
  expect(carriedDraft(kept, { ...fresh, answers: {} }, instrument)).toEqual(expected);
});

test("an answer with a code that is gone does not stay, and a ranking stays whole or not at all", () => {
  expect(carry({ member: "perhaps" })).toEqual({ arm: "b" });
  expect(carry({ drivers: ["vd-2", "vd-9"] })).toEqual({ arm: "b" });
  expect(carry({ "no-such-question": "yes" })).toEqual({ arm: "b" });
  expect(carry({ member: ["yes"], drivers: "vd-1", reason: 7, items: "i-1" })).toEqual({
    arm: "b",
  });
  expect(carry({ reason: "far longer than twenty characters" })).toEqual({ arm: "b" });
});

test("rows of a matrix stay one by one", () => {
  expect(carry({ items: { "i-1": 2, "i-2": 9, "i-3": 1 } })).toEqual({
    arm: "b",
    items: { "i-1": 2 },
  });
  expect(carry({ items: { "i-3": 1 } })).toEqual({ arm: "b" });
});

test("an order of other options than now is drawn anew, and changes to such a ranking are forgotten", () => {
  const older = {
    ...kept,
    answers: {},
    presentation: { drivers: { shown: ["vd-2", "vd-9"], moves: 1 } },
  };
  expect(carriedDraft(older, fresh, instrument).presentation.drivers).toEqual({
    shown: ["vd-1", "vd-2"],
  });
});

test("a group drawn before stays, one fixed by the study is what it fixes now", () => {
  expect(carry({ arm: "a", form: "t0" })).toEqual({ arm: "a" });
  expect(carry({ arm: "gone" })).toEqual({ arm: "b" });
});

test("a variant stays with the answer to it, one that is told no more goes with it", () => {
  const told = { ...kept, answers: { story: { ask: 2 } } };
  expect(carriedDraft(told, fresh, instrument)).toMatchObject({
    answers: { story: { ask: 2 } },
    presentation: { story: { variant: "long" } },
  });
  const gone = carriedDraft(
    { ...told, presentation: { story: { variant: "gone" } } },
    fresh,
    instrument,
  );
  expect(gone.answers).toEqual({ arm: "b" });
  expect(gone.presentation.story).toEqual({ variant: "short" });
});
