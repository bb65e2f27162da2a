import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Instrument, instrumentSchema, type Question } from "./instrument.ts";
import { lintInstrument } from "./lint-instrument.ts";
import { parseInstrument } from "./parse-instrument.ts";

const file = new URL("../../../instruments/value-drivers/1.0.0/instrument.json", import.meta.url);
const json = () => JSON.parse(readFileSync(file, "utf8"));
const both = (text: string) => ({ de: text, en: `${text} (en)` });

/** The first question of a type, to be changed in place. */
function first<T extends Question["type"]>({ pages }: Instrument, type: T) {
  const isIt = (one: Question): one is Extract<Question, { type: T }> => one.type === type;
  const found = pages.flatMap(({ elements }) => elements).find(isIt);
  if (found === undefined) throw new RangeError(`no ${type}`);
  return found;
}

/** What the lint says of an instrument after a change, beside what it said before. */
function warned(change: (instrument: Instrument) => void): string[] {
  const instrument = instrumentSchema.parse(json());
  change(instrument);
  const before = new Set(lintInstrument(instrumentSchema.parse(json())).map(({ path }) => path));
  return lintInstrument(instrument)
    .filter(({ path }) => !before.has(path))
    .map(({ severity, path, message }) => `${severity} ${path} ${message.en}`);
}

const barriers = /signs|columns; enlarged/;

test("a matrix with more than seven columns is warned about, one with seven is not", () => {
  const widened = (columns: number) =>
    warned((instrument) => {
      const matrix = first(instrument, "matrix");
      matrix.columns = Array.from({ length: columns }, (_, index) => ({
        value: index + 1,
        text: both(`Stufe ${index + 1}`),
      }));
    }).filter((line) => barriers.test(line));
  expect(widened(7)).toEqual([]);
  expect(widened(8)).toEqual([
    expect.stringMatching(/^warning \/pages\/1\S+\/columns The matrix has 8/),
  ]);
});

test("options told by a coloured sign alone are warned about, and so are two that differ by it alone", () => {
  const coloured = (texts: string[]) =>
    warned((instrument) => {
      const question = first(instrument, "checkbox");
      for (const [index, text] of texts.entries()) {
        const choice = question.choices[index];
        if (choice) choice.text = { de: text, en: text };
      }
    }).filter((line) => barriers.test(line));
  expect(coloured(["🟢", "🔴"])).toEqual([
    expect.stringMatching(/^warning \S+\/choices\/0\/text The text consists of signs only/),
    expect.stringMatching(/^warning \S+\/choices\/1\/text The text consists of signs only/),
  ]);
  expect(coloured(["🟢 weiter so", "🔴 weiter so"])).toEqual([
    expect.stringMatching(/^warning \S+\/choices\/1\/text The text differs .* only by signs/),
  ]);
  expect(coloured(["🟢 ja", "🔴 nein"])).toEqual([]);
});

test("a scale whose points are unlabelled is refused, not only warned about", () => {
  const found = warned(({ mehrwert }) => {
    const option = mehrwert.scales[0]?.options[0];
    if (option) option.label = { de: "☹", en: "☹" };
  });
  expect(found).toContainEqual(
    expect.stringMatching(/^error \S+\/label The point .* has no words/),
  );
});

/** What other tools allow and ours has no word for: nobody can leave out what makes it accessible. */
test.each<[string, (question: Record<string, unknown>) => void, RegExp]>([
  [
    "a picture, with or without a text for it",
    (q) => Object.assign(q, { type: "image", imageLink: "a.png" }),
    /Only these are possible/,
  ],
  [
    "a choice of pictures",
    (q) => Object.assign(q, { type: "imagepicker" }),
    /Only these are possible/,
  ],
  [
    "HTML",
    (q) => Object.assign(q, { type: "html", html: "<img src=a.png>" }),
    /Only these are possible/,
  ],
  [
    "a slider, labelled or not",
    (q) => Object.assign(q, { type: "slider" }),
    /Only these are possible/,
  ],
  [
    "a rating with colours or smileys",
    (q) => Object.assign(q, { type: "rating", rateType: "smileys" }),
    /Only these are possible/,
  ],
  [
    "a picture beside a question",
    (q) => Object.assign(q, { imageLink: "a.png" }),
    /“imageLink” is not known here/,
  ],
  [
    "a colour for a question",
    (q) => Object.assign(q, { scaleColorMode: "colored" }),
    /“scaleColorMode” is not known here/,
  ],
])("no instrument can hold %s", (_, spoil, says) => {
  const instrument = structuredClone<{ pages: { elements: Record<string, unknown>[] }[] }>(json());
  const question = instrument.pages[1]?.elements[0];
  if (question) spoil(question);
  const read = parseInstrument(instrument);
  const issues = read.ok ? [] : read.issues;
  expect(issues.map(({ message }) => message.en)).toContainEqual(expect.stringMatching(says));
});
