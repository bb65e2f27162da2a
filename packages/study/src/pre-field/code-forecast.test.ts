import fc from "fast-check";
import { describe, expect, test } from "vitest";
import pulse from "../../../../instruments/cop-pulse/1.0.0/instrument.json" with { type: "json" };
import { seededRandom } from "../example/seeded-random.ts";
import { smallInstrument } from "../example/small-study.ts";
import { type Instrument, instrumentSchema } from "../instrument.ts";
import { preFieldChecks } from "../pre-field-checks.ts";
import { type CodeElement, elementClasses, sameValueChance } from "./code-elements.ts";
import { codeForecasts, codeHints, sharedCodes } from "./code-forecast.ts";

const kinds = ["letter", "day", "digit"] as const;
const element = (kind: CodeElement["kind"], de = "Angabe", en = "Element"): CodeElement => {
  return { value: `${kind}-of-${en.toLowerCase().replaceAll(" ", "-")}`, kind, text: { de, en } };
};
const asking = (elements: CodeElement[]): Instrument => {
  const [page] = smallInstrument.pages;
  if (page === undefined) throw new RangeError("the example has a page");
  const title = { de: "Ihr Code", en: "Your code" };
  const question = { type: "code" as const, name: "wave-code", title, elements };
  return { ...smallInstrument, pages: [{ ...page, elements: [question] }] };
};

test.each(kinds)("elementClasses of a %s add up to 1, from a card and otherwise", (kind) => {
  for (const each of [element(kind), element(kind, "Zeichen Ihrer Karte", "Sign of your card")]) {
    const total = elementClasses(each).reduce((sum, one) => sum + one.count * one.probability, 0);
    expect(total).toBeCloseTo(1, 12);
  }
});

describe("sharedCodes", () => {
  test("of equally likely codes is one less the chance that nobody else has one's own", () => {
    const digits = elementClasses(element("digit", "Karte", "Card"));
    expect(sharedCodes([digits, digits, digits], 50)).toBeCloseTo(1 - 0.999 ** 49, 10);
  });
  test("agrees with counting simulated codes", () => {
    const random = seededRandom(7);
    const elements = [element("letter"), element("day"), element("digit")].map(elementClasses);
    const chances = elements.map((classes) =>
      classes.flatMap(({ count, probability }) => Array.from({ length: count }, () => probability)),
    );
    const drawn = () =>
      chances
        .map((values) => {
          let left = random();
          return values.findIndex((probability) => {
            left -= probability;
            return left < 0;
          });
        })
        .join();
    const shares = Array.from({ length: 200 }, () => {
      const codes = Array.from({ length: 100 }, drawn);
      const counts = new Map<string, number>();
      for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
      return codes.filter((code) => (counts.get(code) ?? 0) > 1).length / codes.length;
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(Math.abs(sharedCodes(elements, 100) - mean)).toBeLessThan(0.01);
  });
  test("lies between 0 and 1, grows with people and falls with elements", () => {
    const chosen = fc.array(fc.constantFrom(...kinds), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(chosen, fc.integer({ min: 1, max: 5000 }), (of, people) => {
        const elements = of.map((kind) => elementClasses(element(kind)));
        const shared = sharedCodes(elements, people);
        expect(shared).toBeGreaterThanOrEqual(0);
        expect(shared).toBeLessThanOrEqual(1 + 1e-12);
        expect(sharedCodes(elements, people + 1)).toBeGreaterThan(shared);
        expect(sharedCodes(elements.slice(1), people)).toBeGreaterThanOrEqual(shared);
      }),
      { numRuns: 30 },
    );
  });
});

test("codeForecasts says of the pulse what colleagues know, and how often codes coincide", () => {
  const checks = preFieldChecks(instrumentSchema.parse(pulse), {
    random: seededRandom(1),
    expectedRespondents: 200,
  });
  const [forecast] = checks.codes;
  expect(forecast).toMatchObject({
    question: "wave-code",
    codes: 26 ** 3 * 31 * 5,
    fewValues: ["siblings"],
    known: ["own-name", "birthday"],
    isRandom: false,
  });
  const letter = sameValueChance(elementClasses(element("letter")));
  const digit = sameValueChance(elementClasses(element("digit")));
  expect(forecast?.guesses).toBeCloseTo(1 / (letter ** 2 * digit), 6);
  expect(forecast?.expected?.shared).toBeGreaterThan(0);
  expect(forecast?.expected?.shared).toBeLessThan(0.01);
  const [hint, ...others] = checks.hints.filter(({ about }) => about === "codes");
  expect(others).toEqual([]);
  expect(hint?.message.de).toContain("Wer „own-name“, „birthday“ kennt, hat noch etwa 200");
  expect(hint?.advice.en).toContain("Offer a random card instead");
});

test("codeHints asks for more elements where many codes coincide", () => {
  const instrument = asking([
    element("digit"),
    element("letter"),
    element("letter", "Zwei", "Two"),
  ]);
  const hints = codeHints(instrument, codeForecasts(instrument, 300));
  expect(hints.map(({ advice }) => advice.en)).toContain("Ask for one or two more elements.");
});

test("codeHints has nothing to say against a random card", () => {
  const card = ["First", "Second", "Third", "Fourth"].map((place) =>
    element("letter", `${place}: Buchstabe der Karte`, `${place} letter of the card`),
  );
  const instrument = asking(card);
  const forecasts = codeForecasts(instrument, 300);
  expect(forecasts).toMatchObject([{ isRandom: true, fewValues: [], known: [] }]);
  expect(codeHints(instrument, forecasts)).toEqual([]);
});

test("codeForecasts says nothing where no code is asked for", () => {
  expect(codeForecasts(smallInstrument, 50)).toEqual([]);
});
