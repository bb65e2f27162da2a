import { describe, expect, test } from "vitest";
import { answersSchema, type ResponseCircumstances } from "../answers-schema.ts";
import { sampleInstrument } from "../example/sample-instrument.ts";
import { seededRandom } from "../example/seeded-random.ts";
import { simulateAnswers } from "../simulate-answers.ts";
import type { Answers, Presentation } from "../survey-response.ts";

const schema = answersSchema(sampleInstrument);
const start: Answers = {
  consent: "yes",
  form: "full",
  method: "by-ranking",
  member: "member",
};

function complaints(
  answers: Answers,
  circumstances: ResponseCircumstances,
  presentation: Presentation = {},
): string[] {
  return schema
    .check(answers, presentation, circumstances)
    .map(({ path, message }) => `${path} ${message.en}`);
}

const ratings = { shown: ["recommend", "group-size", "agreement", "skills"] };
const rows = { shown: ["ag-2", "ag-1"] };

describe("of a participant who ended early, check", () => {
  test("requires nothing of the pages that were not seen, nor of the last one", () => {
    expect(complaints(start, {})).toEqual(["#/answers/agreement This question needs an answer."]);
    expect(complaints(start, { lastPage: "start" })).toEqual([]);
    const { member: _member, ...open } = start;
    expect(complaints(open, { lastPage: "start" })).toEqual([]);
    expect(complaints(open, { lastPage: "ratings" })).toEqual([
      "#/answers/member This question needs an answer.",
    ]);
  });

  test("lets rows of the last page be open, and no others", () => {
    const half = { ...start, agreement: { "ag-1": 2 } };
    const shown = { ratings, agreement: rows, middle: { shown: ["ratings", "ties-page"] } };
    expect(complaints(half, { lastPage: "ratings" }, shown)).toEqual([]);
    expect(complaints(half, { lastPage: "end" }, shown)).toEqual([
      "#/answers/agreement Every row of this question needs an answer.",
    ]);
  });

  test("refuses answers beyond the last page, in the order in which pages were shown", () => {
    const given = { ...start, recommend: 9 };
    const middle = (...shown: string[]) => ({ middle: { shown }, ratings });
    const beyond = "#/answers/recommend This question comes after the last page seen.";
    expect(complaints(given, { lastPage: "start" }, middle("ratings", "ties-page"))).toEqual([
      beyond,
    ]);
    expect(complaints(given, { lastPage: "ties-page" }, middle("ties-page", "ratings"))).toEqual([
      beyond,
    ]);
    const whole = { ...given, agreement: { "ag-1": 2, "ag-2": 3 } };
    const shown = { ...middle("ratings", "ties-page"), agreement: rows };
    expect(complaints(whole, { lastPage: "ties-page" }, shown)).toEqual([]);
  });

  test("still needs consent and the groups, and a last page that was seen", () => {
    const { consent: _consent, form: _form, ...rest } = start;
    expect(complaints(rest, { lastPage: "start" })).toEqual([
      "#/answers/consent Consent is missing.",
      "#/answers/form The assignment to a group or form is missing.",
    ]);
    expect(complaints(start, { lastPage: "nowhere" })).toContain(
      "#/lastPage This version of the questionnaire has no such page.",
    );
    expect(complaints({ ...start, form: "pulse" }, { lastPage: "panel" })).toContain(
      "#/lastPage With these answers this page is not shown.",
    );
  });
});

test("check compares what the study fixed, and nothing that was drawn", () => {
  const random = seededRandom(5);
  const { answers, presentation } = simulateAnswers(sampleInstrument, random, {
    assigned: { form: "pulse" },
  });
  const fixed = (assigned: ResponseCircumstances["assigned"]) =>
    complaints(answers, { assigned }, presentation);
  expect(answers.form).toBe("pulse");
  expect(fixed({ form: "pulse", method: "other" })).toEqual([]);
  expect(fixed({ form: "full" })).toEqual(["#/answers/form The study fixes another value here."]);
  expect(fixed({})).toEqual([]);
  expect(fixed(undefined)).toEqual([]);
});

test("check accepts any deal of the sets, and no sets of another shape", () => {
  const sets = [
    [1, 3, 5, 7],
    [2, 4, 6, 8],
    [1, 2, 5, 6],
    [3, 4, 7, 8],
    [1, 4, 5, 8],
    [2, 3, 6, 7],
    [1, 2, 3, 4],
    [5, 6, 7, 8],
  ].map((set) => set.map((number) => `vd-${number}`));
  const answers: Answers = {
    ...start,
    method: "by-maxdiff",
    agreement: { "ag-1": 1, "ag-2": 1 },
    "driver-sets": { "1.best": "vd-1", "1.worst": "vd-3" },
  };
  const shownWith = (version: number, shown: string[][]) => ({
    ratings,
    agreement: rows,
    middle: { shown: ["ratings", "ties-page"] },
    "driver-sets": { version, sets: shown },
  });
  const wrong =
    "#/presentation/driver-sets/sets The sets shown do not fit this version of the design.";
  expect(complaints(answers, {}, shownWith(0, sets))).toEqual([]);
  const renamed = sets.map((set) => set.map((option) => `vd-${9 - Number(option.slice(3))}`));
  expect(complaints(answers, {}, shownWith(0, renamed))).toEqual([
    "#/answers/driver-sets/1.best This option was not in the set that was shown.",
    "#/answers/driver-sets/1.worst This option was not in the set that was shown.",
  ]);
  const [first = [], second = [], ...rest] = sets;
  const twice = [...rest, first, [...first].reverse()];
  expect(complaints(answers, {}, shownWith(0, twice))).toEqual([wrong]);
  const [a = "", ...others] = first;
  const [b = "", ...more] = second;
  const swapped = [[b, ...others], [a, ...more], ...rest];
  expect(complaints(answers, {}, shownWith(0, swapped))).toEqual([wrong]);
});
