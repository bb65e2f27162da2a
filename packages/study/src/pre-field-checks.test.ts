import fc from "fast-check";
import { describe, expect, test } from "vitest";
import formAidDefinition from "../../../instruments/cop-form-aid/1.0.0/instrument.json" with {
  type: "json",
};
import pulseDefinition from "../../../instruments/cop-pulse/1.0.0/instrument.json" with {
  type: "json",
};
import delphiDefinition from "../../../instruments/delphi/1.0.0/instrument.json" with {
  type: "json",
};
import definition from "../../../instruments/value-drivers/1.0.0/instrument.json" with {
  type: "json",
};
import { seededRandom } from "./example/seeded-random.ts";
import { smallInstrument } from "./example/small-study.ts";
import { instrumentSchema } from "./instrument.ts";
import { demographics, smallGroups } from "./pre-field/demographics.ts";
import { syllables } from "./pre-field/reading-ease.ts";
import { wordingHints } from "./pre-field/wording-hints.ts";
import { preFieldChecks, readingEase } from "./pre-field-checks.ts";

const drivers = instrumentSchema.parse(definition);
const delphi = instrumentSchema.parse(delphiDefinition);
const formAid = instrumentSchema.parse(formAidDefinition);

describe("syllables", () => {
  test.each([
    ["Erfahrungsaustausch", 5],
    ["Netzwerk", 2],
    ["Qualität", 3],
    ["Theater", 3],
    ["ich", 1],
    ["5", 1],
  ])("counts those of the German word %s", (word, count) => {
    expect(syllables(word, "de")).toBe(count);
  });
  test.each([
    ["community", 4],
    ["practice", 2],
    ["shared", 1],
    ["table", 2],
    ["exchanges", 3],
    ["the", 1],
  ])("counts those of the English word %s", (word, count) => {
    expect(syllables(word, "en")).toBe(count);
  });
});

describe("readingEase", () => {
  test("of a German text is the first Wiener Sachtextformel of its counts", () => {
    // 8 words in 2 sentences; 2 of three syllables or more, 2 of more than six letters, 5 of one syllable.
    const ease = readingEase("Ich lese gern. Wir besprechen Ergebnisse im Kreis.", "de");
    expect(ease).toMatchObject({ words: 8, sentences: 2 });
    const expected = 0.1935 * 25 + 0.1672 * 4 + 0.1297 * 25 - 0.0327 * 62.5 - 0.875;
    expect(ease?.value).toBeCloseTo(expected, 10);
  });
  test("of an English text is Flesch's reading ease", () => {
    const ease = readingEase("The cat sat on the mat.", "en");
    expect(ease?.value).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 10);
  });
  test("does not exist without words, and is a number for any other text", () => {
    expect(readingEase(" … ", "de")).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("de" as const, "en" as const), (text, language) => {
        const value = readingEase(text, language)?.value ?? 0;
        expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe("wordingHints", () => {
  const hints = (de: string, en: string) => {
    const asked = { variable: "x", path: "/x", text: { de, en } };
    return [...wordingHints(asked, "de"), ...wordingHints(asked, "en")].map(
      ({ message }) => message.en,
    );
  };
  test("look for two things in one, negation, suggestion and length", () => {
    expect(
      hints(
        "Die Treffen sind nützlich und angenehm.",
        "Of course the meetings are never too long for me.",
      ),
    ).toEqual([
      "“nützlich und angenehm”: does this ask two things?",
      "Negated by “never”.",
      "“Of course” suggests an answer.",
    ]);
    const words = Array.from({ length: 21 }, () => "ja").join(" ");
    expect(hints(words, "Yes.")).toEqual(["21 words; more than 20 is hard."]);
  });
  test("leave plain sentences and words that only look alike alone", () => {
    expect(
      hints(
        "Ich finde in meinem Netzwerk schnell Rat.",
        "I note that my network gives me advice quickly.",
      ),
    ).toEqual([]);
  });
});

describe("smallGroups", () => {
  test("of one combination is everybody, who is no small group from five on", () => {
    expect(smallGroups(1, 120).smallGroups).toBe(0);
    expect(smallGroups(1, 4)).toEqual({ respondents: 4, smallGroups: 1, people: 4 });
  });
  test("agrees with counting for few people", () => {
    // Two people over two groups: together in one (half the time) or one in each.
    expect(smallGroups(2, 2).smallGroups).toBeCloseTo(1.5, 10);
    expect(smallGroups(2, 2).people).toBeCloseTo(2, 10);
  });
  test("never holds more people than there are", () => {
    const counts = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(counts, counts, (combinations, respondents) => {
        const { people, smallGroups: groups } = smallGroups(combinations, respondents);
        expect(people).toBeLessThanOrEqual(respondents + 1e-6);
        expect(groups).toBeLessThanOrEqual(Math.min(combinations, respondents) + 1e-6);
      }),
    );
  });
});

describe("preFieldChecks of the value drivers", () => {
  const checks = preFieldChecks(drivers, { random: seededRandom(1), expectedRespondents: 120 });
  test("estimates a duration near the one announced", () => {
    const [form] = checks.durations.de;
    expect(checks.durations.de).toHaveLength(1);
    expect(form?.form).toBeUndefined();
    expect(form?.typical).toBeGreaterThan(8);
    expect(form?.typical).toBeLessThan(16);
    expect(form?.shortest).toBeLessThanOrEqual(form?.typical ?? 0);
    expect(form?.longest).toBeGreaterThanOrEqual(form?.typical ?? 0);
  });
  test("multiplies what is asked about the person, and says what would help", () => {
    expect(checks.demographics?.combinations).toBe(2 * 5 * 3 * 4 * 5);
    const [hint] = checks.hints.filter(({ about }) => about === "demographics");
    expect(hint?.message.en).toContain("600 groups; with 120 respondents");
    expect(hint?.advice.en).toContain("Leave out “d-level” (then 120 groups)");
  });
  test("finds rankings that are too long and questions that force a guess", () => {
    const found = checks.hints.filter(({ about }) => about === "structure");
    expect(found.filter(({ message }) => message.en.startsWith("Putting"))).toEqual([]);
    const pages = drivers.pages.map((page) => ({
      ...page,
      elements: page.elements.map((question) => {
        if (question.type !== "ranking") return question;
        const { maxSelectedChoices: _three, ...allOfThem } = question;
        return allOfThem;
      }),
    }));
    const long = preFieldChecks({ ...drivers, pages }, { random: seededRandom(1) });
    expect(long.hints.some(({ message }) => message.en.startsWith("Putting 9 options"))).toBe(true);
    expect(found.some(({ message }) => message.en.includes("“cannot judge” is missing"))).toBe(
      true,
    );
  });
  test("has the same numbers for the same random sequence, and all texts in both languages", () => {
    const again = preFieldChecks(drivers, { random: seededRandom(1), expectedRespondents: 120 });
    expect(again).toEqual(checks);
    for (const { message, advice } of checks.hints)
      expect([message.de, message.en, advice.de, advice.en].every((text) => text !== "")).toBe(
        true,
      );
  });
});

test.each([delphi, formAid])(
  "$mehrwert.slug: judgements and reasons take their time",
  (instrument) => {
    const { announcedMinutes, durations, hints } = preFieldChecks(instrument, {
      random: seededRandom(1),
    });
    expect(durations.de[0]?.typical).toBeGreaterThan(0.75 * announcedMinutes.from);
    expect(durations.en[0]?.typical).toBeLessThan(1.25 * announcedMinutes.to);
    expect(hints.filter(({ about }) => about === "duration")).toEqual([]);
  },
);

test("only what changes the duration by more than a minute makes a form of its own", () => {
  const pulse = instrumentSchema.parse(pulseDefinition);
  const { durations } = preFieldChecks(pulse, { random: seededRandom(1) });
  expect(durations.de.map(({ form }) => form?.de)).toEqual([
    "Grundmessung (etwa 10 Minuten)",
    "Puls (etwa 4 Minuten)",
  ]);
});

test("nothing is said about groups where no details are asked", () => {
  expect(demographics(smallInstrument, 50)).toBeUndefined();
});
