import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleInstrument } from "./example/sample-instrument.ts";
import { instrumentLimits } from "./parse-instrument/limits.ts";
import { parseInstrument } from "./parse-instrument.ts";

const file = new URL("../../../instruments/value-drivers/1.0.0/instrument.json", import.meta.url);
const text = readFileSync(file, "utf8");

/** The issues of the shipped file after a change to its text, as lines. */
function issuesAfter(...changes: [RegExp | string, string][]): string[] {
  const changed = changes.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new RangeError(`${from} is not in the file`);
    return after;
  }, text);
  const result = parseInstrument(JSON.parse(changed));
  const issues = result.ok ? result.warnings : result.issues;
  return issues.map(({ severity, path, message, advice }) => {
    expect(message.de).not.toBe(message.en);
    expect(advice.de).not.toBe(advice.en);
    return `${severity} ${path} ${message.en}`;
  });
}

test("parseInstrument reads the shipped instrument without a warning", () => {
  const result = parseInstrument(JSON.parse(text));
  expect(result).toMatchObject({ ok: true, warnings: [] });
  if (result.ok) expect(result.value).toEqual(JSON.parse(text));
});

describe("parseInstrument says where the shape is wrong", () => {
  test("a missing translation", () => {
    expect(issuesAfter([/"de": "Einstieg",\s*/, ""])).toEqual([
      "error /pages/0/title/de The German text is missing.",
    ]);
  });

  test("an empty translation", () => {
    expect(issuesAfter(['"en": "Start"', '"en": "  "'])).toEqual([
      "error /pages/0/title/en The text is empty.",
    ]);
  });

  test("a missing text", () => {
    expect(issuesAfter([/"title": \{ "de": "Einstieg", "en": "Start" \},/, ""])).toEqual([
      "error /pages/0/title “title” is missing.",
    ]);
  });

  test("an unknown key", () => {
    expect(issuesAfter(['"isRequired": true', '"isrequired": true'])).toEqual([
      "error /pages/0/elements/0/isrequired “isrequired” is not known here.",
      "error /pages/0/elements/0 Consent is not required.",
    ]);
  });

  test("an unknown type of question", () => {
    expect(issuesAfter(['"type": "ranking"', '"type": "dropdown"'])).toEqual([
      expect.stringMatching(
        /^error \/pages\/2\/elements\/0\/type Only these .*: radiogroup, .*rank/,
      ),
    ]);
  });

  test("a name in another form", () => {
    expect(issuesAfter(['"name": "network-experience"', '"name": "Network Experience"'])).toEqual([
      "error /pages/1/elements/0/name The name does not have the agreed form.",
    ]);
  });

  test("a key in another form", () => {
    expect(issuesAfter(['"vd-1": "knowledge', '"VD1": "knowledge'])).toEqual([
      "error /mehrwert/rankings/0/names/VD1 The name does not have the agreed form.",
    ]);
  });

  test("a version in another form", () => {
    expect(issuesAfter(['"version": "1.0.0"', '"version": "1"'])).toEqual([
      "error /mehrwert/version The version does not have the form 1.0.0.",
    ]);
  });

  test("a wrong kind of value, a wrong word, too few and too many", () => {
    expect(
      issuesAfter(
        ['"maxLength": 1000', '"maxLength": "1000"'],
        ['"maxLength": 4000', '"maxLength": 99999'],
        ['"level": "cop"', '"level": "team"'],
        ['"topK": 3', '"topK": 0'],
      ),
    ).toEqual([
      "error /pages/2/elements/1/maxLength Expected a number here.",
      "error /pages/11/elements/0/maxLength At most 10000 are possible.",
      expect.stringMatching(
        /^error \/mehrwert\/constructs\/\d+\/level Only these.*: person, cop, o/,
      ),
      "error /mehrwert/rankings/0/topK At least 1 is needed here.",
    ]);
  });

  test("the lint goes on where only texts are missing or keys unknown", () => {
    const found = issuesAfter(
      [/"de": "Einstieg",\s*/, ""],
      ["{d-lead} = 'no'", "{d-lead} = 'perhaps'"],
    );
    expect(found).toEqual([
      "error /pages/0/title/de The German text is missing.",
      "error /pages/8/elements/1/visibleIf “perhaps” is not an answer to “d-lead”.",
    ]);
  });
});

test.each([null, undefined, 1, "x", [], {}, { pages: [] }, { pages: [{}], mehrwert: 3 }])(
  "parseInstrument refuses %j",
  (json) => {
    expect(parseInstrument(json).ok).toBe(false);
  },
);

test("parseInstrument refuses an instrument with an error of the lint", () => {
  const found = issuesAfter(["\"{joint-result-experience} = 'yes'\"", '"{joint-result} = 1"']);
  expect(found).toHaveLength(1);
});

test.each([
  ["direction", 2, "Only these are possible here: -1, 0, 1."],
  ["design", "couples-of-9", "The design is neither “couples-of-8” nor a list of versions."],
  ["type", "slider", /^Only these are possible here: radiogroup, checkbox/],
])("parseInstrument says what %s can be", (key, value, expected) => {
  const pattern = new RegExp(`"${key}":(-?\\d|"[^"]*")`);
  const spoilt = JSON.stringify(sampleInstrument).replace(
    pattern,
    `"${key}":${JSON.stringify(value)}`,
  );
  const result = parseInstrument(JSON.parse(spoilt));
  expect(result.ok ? [] : result.issues.map(({ message }) => message.en)).toContainEqual(
    expect.stringMatching(expected),
  );
});

describe("parseInstrument refuses hostile files", () => {
  test.each(["__proto__", "constructor", "prototype"])("with the key %s anywhere", (key) => {
    expect(issuesAfter(['"vd-1": "knowledge', `"${key}": "x", "vd-1": "knowledge`])).toEqual([
      `error /mehrwert/rankings/0/names/${key} The key “${key}” is not allowed.`,
    ]);
  });

  test("too deep", () => {
    const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
    const result = parseInstrument(deep);
    expect(result.ok ? [] : result.issues.map(({ message }) => message.en)).toEqual([
      `The file is nested deeper than ${instrumentLimits.depth} levels.`,
    ]);
  });

  test.each([
    ["wide", (list: unknown[]) => list],
    ["nested", (list: unknown[]) => Array.from({ length: 1000 }, () => list)],
  ])("too large, %s, without reading all of it", (_, fileOf) => {
    let reads = 0;
    const list = new Proxy<unknown[]>(new Array(20_000).fill(1), {
      get(target, key) {
        reads += 1;
        return Reflect.get(target, key);
      },
    });
    const result = parseInstrument(fileOf([list, list, list, list]));
    expect(reads).toBeLessThan(2 * instrumentLimits.values);
    expect(result.ok ? [] : result.issues).toMatchObject([{ path: "" }]);
  });

  test("with a text too long", () => {
    expect(issuesAfter(["Einstieg", "x".repeat(instrumentLimits.characters + 1)])).toEqual([
      "error /pages/0/title/de The text has more than 10000 characters.",
    ]);
  });
});

test("parseInstrument never throws, and never both refuses and returns, whatever it reads", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => {
      const result = parseInstrument(json);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
    }),
    { numRuns: 200, seed: 1 },
  );
});

/** Every place of the file, as the keys that lead there. */
function placesOf(value: unknown, keys: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [keys];
  return [keys, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...keys, key]))];
}

function replaced(value: unknown, keys: readonly string[], by: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((part, index) => (String(index) === key ? replaced(part, rest, by) : part));
  }
  const entries = Object.entries(Object(value));
  return Object.fromEntries(
    entries.map(([name, part]) => [name, name === key ? replaced(part, rest, by) : part]),
  );
}

test.each([
  ["shipped instrument", JSON.parse(text)],
  ["sample of all types", sampleInstrument],
])(
  "parseInstrument answers in both languages to any one value of the %s replaced",
  (_, whole) => {
    const places = placesOf(whole);
    const replacement = fc.oneof(fc.jsonValue(), fc.constantFrom("", "x", "a b", 0, 99, -1, []));
    fc.assert(
      fc.property(fc.constantFrom(...places), replacement, (keys, by) => {
        const result = parseInstrument(replaced(whole, keys, by));
        for (const { message, advice } of result.ok ? result.warnings : result.issues) {
          expect([message.de, message.en, advice.de, advice.en]).not.toContain("");
          expect(message.de + message.en).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 60, seed: 2 },
    );
  },
  60_000,
);
