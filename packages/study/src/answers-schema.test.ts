import { readFileSync } from "node:fs";
import fc from "fast-check";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { Model } from "survey-core";
import { describe, expect, test, vi } from "vitest";
import { maximumIssues } from "./answers-schema/issues.ts";
import { answersSchema } from "./answers-schema.ts";
import { drawPresentation } from "./draw-presentation.ts";
import { anyAnswersTo } from "./example/any-answers.ts";
import { sampleInstrument } from "./example/sample-instrument.ts";
import { type Instrument, instrumentSchema } from "./instrument.ts";
import { randomlyOrdered } from "./random-order.ts";
import { simulateAnswers } from "./simulate-answers.ts";
import type { Answers } from "./survey-response.ts";
import { visibleQuestions } from "./visible-questions.ts";

vi.setConfig({ testTimeout: 60_000 });

const file = new URL("../../../instruments/value-drivers/1.0.0/instrument.json", import.meta.url);
const instrument = instrumentSchema.parse(JSON.parse(readFileSync(file, "utf8")));
const schema = answersSchema(instrument);

function randomFrom(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

const valid: Answers = {
  consent: "yes",
  "network-experience": "member",
  "networking-importance": { "ni-1": 5 },
  "value-drivers": ["vd-5", "vd-1", "vd-3"],
  "value-drivers-reason": "Weil es hilft.",
  "results-orientation": { "ro-1": 5, "ro-2": 1 },
  "meeting-format": ["workshop"],
};

/** What the questionnaire sends along with answers: an order for every random question answered, moves of rankings. */
function shownWith(answers: { [key: string]: unknown }): { [question: string]: unknown } {
  const entries = instrument.pages
    .flatMap(({ elements }) => elements)
    .flatMap((question) => {
      const shown = randomlyOrdered(question)?.map(String);
      if (shown === undefined || !Object.hasOwn(answers, question.name)) return [];
      return [
        [question.name, question.type === "ranking" ? { shown, moves: 3 } : { shown }] as const,
      ];
    });
  return Object.fromEntries(entries);
}

/** What `check` says of the valid answers with some of them replaced, as path and English message. */
function complaints(
  changed: { [key: string]: unknown },
  presentation: { [question: string]: unknown } = {},
): string[] {
  const answers = { ...valid, ...changed };
  const issues = schema.check(answers, { ...shownWith(answers), ...presentation });
  return issues.map(({ path, message }) => `${path} ${message.en}`);
}

describe("answersSchema accepts", () => {
  test("a partial response with consent", () => {
    expect(complaints({})).toEqual([]);
    expect(schema.check({ consent: "yes" }, {})).toEqual([]);
  });

  test("the longest text in UTF-16 units, line breaks and astral characters included", () => {
    expect(complaints({ "value-drivers-reason": "a".repeat(1000) })).toEqual([]);
    expect(complaints({ "value-drivers-reason": "😀".repeat(500) })).toEqual([]);
    expect(complaints({ "value-drivers-reason": "Zeile\n\tZeile ß €" })).toEqual([]);
  });

  test("cannot-judge where it is offered", () => {
    expect(complaints({ "cond-time": { "ct-1": "dk" } })).toEqual([]);
  });

  test("the order shown and the moves of a ranking", () => {
    const shown = ["vd-8", "vd-7", "vd-6", "vd-5", "vd-4", "vd-3", "vd-2", "vd-1"];
    expect(complaints({}, { "value-drivers": { shown, moves: 7 } })).toEqual([]);
    expect(
      complaints({}, { "results-orientation": { shown: ["ro-2", "ro-4", "ro-1", "ro-3"] } }),
    ).toEqual([]);
  });

  test("all simulated respondents, and survey-core finds nothing wrong with them either", () => {
    const model = new Model({ pages: structuredClone(instrument.pages) });
    fc.assert(
      fc.property(seeds, (seed) => {
        const { answers, presentation } = simulateAnswers(instrument, randomFrom(seed));
        expect(schema.check(answers, presentation)).toEqual([]);
        model.clear(true, true);
        model.data = structuredClone(answers);
        expect(model.validate(true, false)).toBe(true);
        expect(model.data).toEqual(answers);
      }),
      { numRuns: 40 },
    );
  });

  test("any allowed answers to the questions that are shown", () => {
    fc.assert(
      fc.property(anyAnswersTo(instrument), (given) => {
        const answers: Answers = { ...given, consent: "yes" };
        const visible = visibleQuestions(instrument, answers);
        const shown = Object.entries(answers).filter(([name]) => visible.has(name));
        expect(
          schema.check(Object.fromEntries(shown), shownWith(Object.fromEntries(shown))),
        ).toEqual([]);
        const hidden = Object.keys(answers).filter((name) => !visible.has(name));
        const issues = schema.check(answers, shownWith(answers));
        expect(issues.map(({ path }) => path).sort()).toEqual(
          hidden.map((name) => `#/answers/${name}`).sort(),
        );
      }),
    );
  });
});

test("answersSchema accepts any allowed answers to questions of all types", () => {
  const given = anyAnswersTo({
    ...sampleInstrument,
    pages: sampleInstrument.pages.map((page) => ({
      ...page,
      elements: page.elements.map((question) =>
        question.type === "matrix" ? { ...question, isAllRowRequired: false } : question,
      ),
    })),
  });
  const ofSample = answersSchema(sampleInstrument);
  const fixed = { consent: "yes", form: "full", method: "by-ranking", member: "guest" };
  fc.assert(
    fc.property(given, seeds, fc.integer({ min: 1, max: 5 }), (some, seed, rating) => {
      const agreement = { "ag-1": rating, "ag-2": "dk" };
      const presentation = drawPresentation(sampleInstrument, randomFrom(seed));
      const { drivers: order } = presentation;
      const shown = { ...presentation, drivers: { ...order, moves: 3 } };
      const all: Answers = { ...some, ...fixed, agreement };
      const visible = visibleQuestions(sampleInstrument, all);
      const answers = Object.entries(all).filter(([name]) => visible.has(name));
      expect(ofSample.check(Object.fromEntries(answers), shown)).toEqual([]);
    }),
  );
});

describe("answersSchema refuses", () => {
  const option = "This answer is not among the options.";
  const asText = "Here a number is written as text.";

  test.each<[string, { [key: string]: unknown }, string]>([
    [
      "an unknown question",
      { nope: 1 },
      "#/answers/nope This version of the questionnaire has no such question.",
    ],
    [
      "a rating of 99",
      { "results-orientation": { "ro-1": 99 } },
      `#/answers/results-orientation/ro-1 ${option}`,
    ],
    [
      "a rating of 2.5",
      { "results-orientation": { "ro-1": 2.5 } },
      `#/answers/results-orientation/ro-1 ${option}`,
    ],
    [
      "a rating as text",
      { "results-orientation": { "ro-1": "5" } },
      `#/answers/results-orientation/ro-1 ${asText}`,
    ],
    [
      "cannot-judge where it is not offered",
      { "results-orientation": { "ro-1": "dk" } },
      `#/answers/results-orientation/ro-1 ${option}`,
    ],
    [
      "a truth value",
      { "results-orientation": { "ro-1": true } },
      `#/answers/results-orientation/ro-1 ${option}`,
    ],
    [
      "null",
      { "results-orientation": { "ro-1": null } },
      `#/answers/results-orientation/ro-1 ${option}`,
    ],
    [
      "an unknown row",
      { "results-orientation": { "ro-9": 1 } },
      "#/answers/results-orientation/ro-9 The question has no such row.",
    ],
    [
      "an empty matrix",
      { "results-orientation": {} },
      "#/answers/results-orientation This answer is empty.",
    ],
    [
      "a list for a matrix",
      { "results-orientation": [5] },
      "#/answers/results-orientation An object is expected here.",
    ],
    ["an unknown choice", { "meeting-size": "huge" }, `#/answers/meeting-size ${option}`],
    ["a list for a single choice", { "meeting-size": ["any"] }, `#/answers/meeting-size ${option}`],
    [
      "an inherited name as a choice",
      { "meeting-size": "constructor" },
      `#/answers/meeting-size ${option}`,
    ],
    ["null for an answer", { "meeting-size": null }, `#/answers/meeting-size ${option}`],
    [
      "an unknown checkbox option",
      { "meeting-format": ["nope"] },
      `#/answers/meeting-format/0 ${option}`,
    ],
    [
      "a checkbox option twice",
      { "meeting-format": ["workshop", "workshop"] },
      "#/answers/meeting-format/1 A code occurs twice.",
    ],
    [
      "too many checkbox options",
      { "meeting-format": ["workshop", "short-input", "peer-case"] },
      "#/answers/meeting-format At most 2 entries are possible here.",
    ],
    [
      "an empty checkbox",
      { "meeting-format": [] },
      "#/answers/meeting-format This answer is empty.",
    ],
    [
      "a text for a checkbox",
      { "meeting-format": "workshop" },
      "#/answers/meeting-format A list of codes is expected here.",
    ],
    [
      "a ranking with a duplicate",
      { "value-drivers": ["vd-1", "vd-2", "vd-1"] },
      "#/answers/value-drivers/2 A code occurs twice.",
    ],
    [
      "a ranking with an unknown option",
      { "value-drivers": ["vd-9"] },
      `#/answers/value-drivers/0 ${option}`,
    ],
    ["a ranking of ranks", { "value-drivers": [1] }, `#/answers/value-drivers/0 ${option}`],
    [
      "a fourth place in a top three",
      { "transformation-barriers": ["tb-1", "tb-2", "tb-3", "tb-4"] },
      "#/answers/transformation-barriers At most 3 entries are possible here.",
    ],
    [
      "a text that is too long",
      { "value-drivers-reason": "a".repeat(1001) },
      "#/answers/value-drivers-reason The text is too long; 1000 characters are possible.",
    ],
    [
      "a text too long by half a character",
      { "value-drivers-reason": `${"😀".repeat(500)}a` },
      "#/answers/value-drivers-reason The text is too long; 1000 characters are possible.",
    ],
    [
      "a number for a text",
      { "value-drivers-reason": 5 },
      "#/answers/value-drivers-reason A text is expected here.",
    ],
    [
      "an empty text",
      { "value-drivers-reason": "" },
      "#/answers/value-drivers-reason This answer is empty.",
    ],
    [
      "NUL",
      { "value-drivers-reason": "a\0b" },
      "#/answers/value-drivers-reason The text contains the character U+0000, which cannot be stored.",
    ],
    [
      "a high surrogate alone",
      { "value-drivers-reason": "a\ud83d" },
      "#/answers/value-drivers-reason The text contains half a character (a lone surrogate).",
    ],
    [
      "a low surrogate alone",
      { "value-drivers-reason": "\ude00a" },
      "#/answers/value-drivers-reason The text contains half a character (a lone surrogate).",
    ],
    ["no consent", { consent: "no" }, "#/answers/consent Consent is missing."],
    [
      "an answer to a hidden question",
      { "results-benefit": { "rb-1": 5 } },
      "#/answers/results-benefit With these answers this question is not asked.",
    ],
  ])("%s", (_what, different, complaint) => {
    expect(complaints(different)).toEqual([complaint]);
  });

  test("a response without consent", () => {
    expect(schema.check({}, {}).map(({ path }) => path)).toEqual(["#/answers/consent"]);
  });

  test("what is no object", () => {
    for (const wrong of [null, undefined, 5, "x", true, [], [valid]]) {
      expect(schema.check(wrong, {}).map(({ path }) => path)).toEqual(["#/answers"]);
      expect(schema.check(valid, wrong).map(({ path }) => path)).toEqual(["#/presentation"]);
    }
  });

  test("keys that belong to JavaScript, at every depth, and pollutes nothing", () => {
    for (const key of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
      const own = `{"${key}": {"consent": "yes", "isAdmin": true}}`;
      const issues = schema.check(
        JSON.parse(`{"consent": "yes", ${own.slice(1)}`),
        JSON.parse(own),
      );
      const name = encodeURIComponent(key);
      expect(issues.map(({ path }) => path)).toEqual([
        `#/answers/${name}`,
        `#/presentation/${name}`,
      ]);
      const inRow = JSON.parse(`{"consent": "yes", "results-orientation": ${own}}`);
      expect(schema.check(inRow, shownWith(inRow)).map(({ path }) => path)).toEqual([
        `#/answers/results-orientation/${name}`,
      ]);
    }
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
    expect(schema.check(JSON.parse('{"__proto__": {"consent": "yes"}}'), {})).not.toEqual([]);
  });

  test.each<[string, { [question: string]: unknown }, string]>([
    [
      "an unknown question",
      { nope: { shown: ["a"] } },
      "#/presentation/nope This version of the questionnaire has no such question.",
    ],
    [
      "a question in fixed order",
      { "meeting-size": { shown: ["any"] } },
      "#/presentation/meeting-size This question has no random order.",
    ],
    [
      "a missing option",
      { "meeting-format": { shown: ["workshop"] } },
      "#/presentation/meeting-format/shown The order shown does not name every option or row exactly once.",
    ],
    [
      "an option twice",
      { "results-orientation": { shown: ["ro-1", "ro-1", "ro-2", "ro-3"] } },
      "#/presentation/results-orientation/shown The order shown does not name every option or row exactly once.",
    ],
    [
      "no order",
      { "results-orientation": {} },
      "#/presentation/results-orientation/shown The order shown does not name every option or row exactly once.",
    ],
    [
      "moves of a matrix",
      { "results-orientation": { shown: ["ro-4", "ro-1", "ro-2", "ro-3"], moves: 1 } },
      "#/presentation/results-orientation/moves Moves are counted for rankings only.",
    ],
    [
      "a list",
      { "results-orientation": ["ro-1"] },
      "#/presentation/results-orientation An object is expected here.",
    ],
  ])("a presentation with %s", (_what, presentation, complaint) => {
    expect(complaints({}, presentation)).toEqual([complaint]);
  });

  test("an answer to a question in random order without the order that was shown", () => {
    expect(schema.check(valid, {}).map(({ path, message }) => `${path} ${message.en}`)).toEqual(
      ["value-drivers", "results-orientation", "meeting-format"].map(
        (name) =>
          `#/presentation/${name} The question has a random order and is answered, but the order shown is missing.`,
      ),
    );
  });

  test("a ranking without the number of moves, if it is answered", () => {
    const shown = ["vd-1", "vd-2", "vd-3", "vd-4", "vd-5", "vd-6", "vd-7", "vd-8"];
    expect(complaints({}, { "value-drivers": { shown } })).toEqual([
      "#/presentation/value-drivers/moves The number of moves of this ranking is missing.",
    ]);
    expect(schema.check({ consent: "yes" }, { "value-drivers": { shown } })).toEqual([]);
  });

  test("moves that are no count, and details nobody asked for", () => {
    const shown = ["vd-1", "vd-2", "vd-3", "vd-4", "vd-5", "vd-6", "vd-7", "vd-8"];
    for (const moves of [-1, 1.5, "3", 100_001, null]) {
      expect(complaints({}, { "value-drivers": { shown, moves } })).toEqual([
        "#/presentation/value-drivers/moves A whole number from 0 to 100000 is expected here.",
      ]);
    }
    expect(complaints({}, { "value-drivers": { shown, moves: 0, userAgent: "x" } })).toEqual([
      "#/presentation/value-drivers/userAgent There is no such detail of presentation.",
    ]);
  });

  test("an unanswered required question, a partly answered one, and too short a list", () => {
    const strict = answersSchema(
      changed((question) => {
        if (question.type === "matrix") return { ...question, isAllRowRequired: true };
        if (question.type === "ranking") return { ...question, minSelectedChoices: 3 };
        return question.name === "meeting-size" ? { ...question, isRequired: true } : question;
      }),
    );
    const found = strict.check({ consent: "yes", "d-lead": "no" }, {}).map(({ path }) => path);
    expect(found).toContain("#/answers/meeting-size");
    expect(found).toContain("#/answers/results-orientation");
    expect(found).toContain("#/answers/lead-role-model");
    expect(found).not.toContain("#/answers/lead-role-model-self");
    const tooFew = { consent: "yes", "value-drivers": ["vd-1"] };
    const partly = { consent: "yes", "results-orientation": { "ro-1": 1 } };
    expect(complaintsOf(strict, tooFew)).toEqual([
      "#/answers/value-drivers At least 3 entries are needed here.",
    ]);
    expect(complaintsOf(strict, partly)).toContain(
      "#/answers/results-orientation Every row of this question needs an answer.",
    );
  });
});

function complaintsOf(checked: typeof schema, answers: { [key: string]: unknown }): string[] {
  const issues = checked.check(answers, shownWith(answers));
  return issues.map(({ path, message }) => `${path} ${message.en}`);
}

function changed(
  change: (question: Instrument["pages"][number]["elements"][number]) => unknown,
): Instrument {
  const pages = instrument.pages.map((page) => ({ ...page, elements: page.elements.map(change) }));
  return instrumentSchema.parse({ ...instrument, pages });
}

describe.each([
  ["value drivers", instrument],
  ["a sample of all types", sampleInstrument],
])("whatever is sent about %s, check", (_name, asked) => {
  const checked = answersSchema(asked);
  const anything = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)));
  const lastPage = fc.option(
    fc.oneof(fc.string(), fc.constantFrom(...asked.pages.map(({ name }) => name))),
    { nil: undefined },
  );

  function expectJudged(answers: unknown, presentation: unknown, ended?: string): void {
    const before = JSON.stringify([answers, presentation]);
    const issues = checked.check(answers, presentation, { lastPage: ended });
    expect(JSON.stringify([answers, presentation])).toBe(before);
    expect(issues.length).toBeLessThanOrEqual(maximumIssues);
    for (const { path, severity, message, advice } of issues) {
      expect(path).toMatch(/^#\/(answers|presentation|lastPage)(\/[\w.!~*'()%-]*){0,3}$/);
      expect(severity).toBe("error");
      for (const text of [message.de, message.en, advice.de, advice.en])
        expect(text).toMatch(/\.$/);
    }
  }

  test("does not throw and changes nothing, for any JSON", () => {
    fc.assert(fc.property(anything, anything, lastPage, expectJudged));
  });

  test("does not throw and changes nothing, for valid responses with one part replaced", () => {
    const part = fc.oneof(
      anything,
      fc.constantFrom(0, -0, "5", "", [], {}, null, "vd-1", ["vd-1"], 1e308, "\ud800"),
      fc.constantFrom([[]], [["vd-1"]], [null], { "1.best": "vd-1" }, { office: 1 }, [1, 2]),
      fc.string({ unit: "binary", maxLength: 2000 }),
      fc.dictionary(fc.string({ unit: "binary" }), anything),
    );
    const where = fc.record({ place: fc.nat(), inner: fc.nat(), way: fc.nat(), key: fc.string() });
    fc.assert(
      fc.property(
        seeds,
        where,
        part,
        lastPage,
        (seed, { place, inner, way, key }, value, ended) => {
          const sent = JSON.parse(JSON.stringify(simulateAnswers(asked, randomFrom(seed))));
          const half = way % 2 === 0 ? sent.answers : sent.presentation;
          const names = Object.keys(half);
          const name = names[place % names.length] ?? "consent";
          if (way % 3 === 0) half[key] = value;
          else if (way % 3 === 1) half[name] = value;
          else if (typeof half[name] === "object") {
            const keys = Object.keys(half[name]);
            half[name][keys[inner % keys.length] ?? ""] = value;
          }
          expectJudged(sent.answers, sent.presentation, ended);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("of hostile answers, check", () => {
  test("reports at most a hundred issues, with short and well-formed paths", () => {
    const many = Array.from({ length: 5000 }, (_, number) => [
      `\ud800~/${"x".repeat(99)}${number}`,
      1,
    ]);
    const issues = schema.check(Object.fromEntries(many), {});
    expect(issues).toHaveLength(maximumIssues);
    expect(issues[0]?.path).toBe(`#/answers/${encodeURIComponent("\uFFFD~0~1")}${"x".repeat(61)}`);
  });

  test("looks at no more of a long text than its length", () => {
    const long = "a".repeat(50_000_000);
    const started = performance.now();
    for (let round = 0; round < 300; round += 1) {
      expect(complaints({ "closing-comment": long })).toHaveLength(1);
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
