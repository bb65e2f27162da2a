import { readFileSync } from "node:fs";
import { Model, type Question as SurveyQuestion } from "survey-core";
import "survey-core/i18n/german";
import { describe, expect, test } from "vitest";
import { type Instrument, instrumentSchema } from "./instrument.ts";
import type { LocalizedText } from "./localized-text.ts";

const file = new URL("../../../instruments/value-drivers/1.0.0/instrument.json", import.meta.url);
const json = JSON.parse(readFileSync(file, "utf8"));
const instrument: Instrument = instrumentSchema.parse(json);
const questions = instrument.pages.flatMap((page) => page.elements);

function surveyQuestion(survey: Model, name: string): SurveyQuestion {
  const found = survey.getQuestionByName(name);
  if (found === null) throw new RangeError(`no question ${name}`);
  return found;
}

const textsOf = (list: readonly { text: string }[]) => list.map(({ text }) => text);

/** Visible pages after some answers. */
function pagesAfter(answers: { [question: string]: unknown }): string[] {
  const survey = new Model(json);
  for (const [name, answer] of Object.entries(answers)) survey.setValue(name, answer);
  return survey.visiblePages.map((page) => page.name);
}

function isShown(name: string, answers: { [question: string]: unknown }): boolean {
  const survey = new Model(json);
  for (const [key, answer] of Object.entries(answers)) survey.setValue(key, answer);
  return surveyQuestion(survey, name).isVisible;
}

describe("SurveyJS loads the shipped instrument", () => {
  test("without complaint but for the properties that are ours", () => {
    const found = new Model(json).jsonErrors ?? [];
    const ours = /'mehrwert(Layout|Explanation)?'/;
    expect(found.map(({ message }) => message).filter((message) => !ours.test(message))).toEqual(
      [],
    );
  });

  test.each(["de", "en"] as const)("with every title, option and row in %s", (language) => {
    const survey = new Model(json);
    survey.locale = language;
    expect(survey.title).toBe(instrument.title[language]);
    expect(survey.pages.map((page) => page.title)).toEqual(
      instrument.pages.map((page) => page.title[language]),
    );
    for (const question of questions) {
      const shown = surveyQuestion(survey, question.name);
      expect(shown.title).toBe(question.title[language]);
      if (question.type === "matrix") {
        const wanted = (list: readonly { text: LocalizedText }[]) =>
          list.map(({ text }) => text[language]).sort();
        expect(textsOf(shown.columns).sort()).toEqual(wanted(question.columns));
        expect(textsOf(shown.rows).sort()).toEqual(wanted(question.rows));
      } else if ("choices" in question) {
        expect(textsOf(shown.choices)).toEqual(question.choices.map(({ text }) => text[language]));
      }
    }
  });
});

describe("the routing of the shipped instrument", () => {
  const withoutNetwork = ["results-in-depth", "network-life"];

  test("never: skips results in depth, everyday life and barriers of the network", () => {
    const answers = { "network-experience": "never" };
    const all = instrument.pages.map((page) => page.name);
    expect(pagesAfter(answers)).toEqual(all.filter((name) => !withoutNetwork.includes(name)));
    expect(isShown("barrier-network", answers)).toBe(false);
    expect(isShown("barrier-work", answers)).toBe(true);
  });

  test.each(["former", "member", "lead"])("%s: sees every section", (experience) => {
    expect(pagesAfter({ "network-experience": experience })).toHaveLength(12);
    expect(isShown("barrier-network", { "network-experience": experience })).toBe(true);
  });

  test("benefit of results: only for those with a joint result; conditions: for all of 3b", () => {
    for (const [experience, isSeen] of [
      ["yes", true],
      ["no", false],
    ] as const) {
      const answers = { "network-experience": "member", "joint-result-experience": experience };
      expect(isShown("results-benefit", answers)).toBe(isSeen);
      expect(isShown("results-conditions", answers)).toBe(true);
    }
  });

  test.each([
    ["yes", "-self"],
    ["no", ""],
    ["refused", undefined],
    [undefined, undefined],
  ])("leadership %s: sees the version %j", (lead, version) => {
    const answers = lead === undefined ? {} : { "d-lead": lead };
    for (const name of ["lead-role-model", "lead-supporter", "lead-enabler"]) {
      expect(isShown(name, answers)).toBe(version === "");
      expect(isShown(`${name}-self`, answers)).toBe(version === "-self");
    }
  });

  test("the reason is asked once something is ranked", () => {
    expect(isShown("value-drivers-reason", {})).toBe(false);
    expect(isShown("value-drivers-reason", { "value-drivers": ["vd-5"] })).toBe(true);
  });

  test("nothing but consent is required", () => {
    const required = new Model(json).getAllQuestions().filter((question) => question.isRequired);
    expect(required.map(({ name }) => name)).toEqual(["consent"]);
  });
});

describe("the measurement of the shipped instrument", () => {
  const { items, constructs, rankings } = instrument.mehrwert;
  const of = (prefix: string) =>
    items.filter(({ id }) => id.startsWith(`${prefix}-`)).map(({ id }) => id);

  test("has the items of every block", () => {
    const counts = ["ni", "ro", "mf", "rb", "rc", "pr", "pm", "bp", "bn", "bw"].map(
      (prefix) => of(prefix).length,
    );
    expect(counts).toEqual([1, 4, 3, 4, 4, 2, 1, 4, 4, 4]);
    expect(["ct", "cb", "cs", "ce", "cf"].map((prefix) => of(prefix).length)).toEqual([
      2, 2, 2, 2, 2,
    ]);
    expect(["cv", "lr", "ls", "le", "nt", "d"].map((prefix) => of(prefix).length)).toEqual([
      3, 6, 6, 6, 3, 5,
    ]);
    expect(rankings.map(({ names }) => Object.keys(names).length)).toEqual([8, 9]);
    expect(constructs).toHaveLength(30);
  });

  test("mirrors every item of staff on leadership by one of leaders", () => {
    const staff = items.filter(({ id }) => /^l[rse]-\d$/.test(id)).map(({ id }) => id);
    const mirrored = items.flatMap(({ mirrors }) => (mirrors === undefined ? [] : [mirrors]));
    expect(mirrored).toEqual(staff);
  });

  test("reverses one item and keeps one out of the scores", () => {
    expect(items.filter(({ reverseKeyed }) => reverseKeyed).map(({ id }) => id)).toEqual(["cv-3"]);
    expect(items.filter(({ scored }) => scored === false).map(({ id }) => id)).toEqual(["ro-3"]);
  });
});
