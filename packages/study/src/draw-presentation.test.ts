import fc from "fast-check";
import { expect, test } from "vitest";
import { drawAssigned } from "./draw-assigned.ts";
import { drawPresentation } from "./draw-presentation.ts";
import { seededRandom } from "./example/seeded-random.ts";
import { smallInstrument } from "./example/small-study.ts";
import type { Instrument, Question } from "./instrument.ts";
import type { LocalizedText } from "./localized-text.ts";
import { maxdiffVersions } from "./maxdiff-design.ts";

const text = (en: string): LocalizedText => ({ de: `${en} (de)`, en });
const named = (...values: string[]) => values.map((value) => ({ value, text: text(value) }));

const cards = named("a", "b", "c", "d", "e", "f", "g", "h");
const elements: Question[] = [
  {
    type: "maxdiff",
    name: "best-worst",
    title: text("Best and worst"),
    choices: cards,
    best: text("best"),
    worst: text("worst"),
    design: "couples-of-8",
  },
  {
    type: "checkbox",
    name: "formats",
    title: text("Formats"),
    choicesOrder: "random",
    choices: named("dk", "one", "two", "three", "refused"),
  },
  {
    type: "vignette",
    name: "story",
    title: text("Story"),
    variants: named("short", "long"),
    rows: [{ value: "ask", text: text("ask"), columns: named("yes", "no") }],
  },
  {
    type: "assigned",
    name: "arm",
    title: text("Arm"),
    by: "random",
    choices: [
      { value: "ranking", text: text("r"), share: 3 },
      { value: "maxdiff", text: text("m") },
      { value: "none", text: text("n"), share: 0 },
    ],
  },
  {
    type: "assigned",
    name: "form",
    title: text("Form"),
    by: "study",
    choices: named("baseline", "pulse"),
  },
];
const pages = ["one", "two", "three"].map((name) => ({
  name,
  title: text(name),
  elements: name === "one" ? elements : [],
}));
const instrument: Instrument = {
  ...smallInstrument,
  pages: pages.map((page) => ({ ...page, questionOrder: "random" })),
  mehrwert: { ...smallInstrument.mehrwert, blocks: [{ name: "both", pages: ["two", "three"] }] },
};
const anySeed = fc.integer();

test("drawPresentation deals the options into a version of the design", () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const drawn = drawPresentation(instrument, seededRandom(seed))["best-worst"];
      const version = maxdiffVersions({ design: "couples-of-8" })[drawn?.version ?? -1];
      expect(version).toBeDefined();
      const sets = drawn?.sets ?? [];
      expect(sets.map((set) => new Set(set).size)).toEqual([4, 4, 4, 4, 4, 4, 4, 4]);
      for (const { value } of cards) {
        expect(sets.filter((set) => set.includes(value))).toHaveLength(4);
      }
      for (const first of [0, 2, 4, 6]) {
        expect(new Set([...(sets[first] ?? []), ...(sets[first + 1] ?? [])]).size).toBe(8);
      }
    }),
  );
});

test("drawPresentation shuffles options but leaves those that are no opinion at the end", () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const shown = drawPresentation(instrument, seededRandom(seed)).formats?.shown ?? [];
      expect(shown.slice(0, 3).toSorted()).toEqual(["one", "three", "two"]);
      expect(shown.slice(3).toSorted()).toEqual(["dk", "refused"]);
    }),
  );
});

test("drawPresentation orders questions of pages and pages of blocks, but nothing that is assigned", () => {
  const drawn = drawPresentation(instrument, seededRandom(1));
  expect(drawn.one?.shown?.toSorted()).toEqual(["best-worst", "formats", "story"]);
  expect(drawn.both?.shown?.toSorted()).toEqual(["three", "two"]);
  expect(["short", "long"]).toContain(drawn.story?.variant);
  expect(drawn.arm).toBeUndefined();
});

test("drawAssigned follows the study, and otherwise the shares", () => {
  const random = seededRandom(2);
  const drawn = Array.from({ length: 4000 }, () =>
    drawAssigned(instrument, random, { form: "pulse" }),
  );
  expect(drawn.every(({ form }) => form === "pulse")).toBe(true);
  const share = drawn.filter(({ arm }) => arm === "ranking").length / drawn.length;
  expect(share).toBeCloseTo(0.75, 1);
  expect(drawn.some(({ arm }) => arm === "none")).toBe(false);
});

test("drawAssigned refuses a study that does not say what the instrument needs", () => {
  const random = seededRandom(3);
  expect(() => drawAssigned(instrument, random, {})).toThrow("“form”");
  expect(() => drawAssigned(instrument, random, { form: "t0" })).toThrow("“form”");
  expect(["baseline", "pulse"]).toContain(drawAssigned(instrument, random).form);
});
