import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExampleElements, exampleWave, simulatedWaves } from "../example/simulated-waves.ts";
import { chanceMatches } from "./chance-matches.ts";
import { linkWaves } from "./link-waves.ts";
import type { WaveCodes } from "./wave-codes.ts";

const ann: ExampleElements = ["N", "07", "G", "1", "M"];
const annSlipped: ExampleElements = ["N", "08", "G", "1", "M"];
const annElsewhere: ExampleElements = ["N", "07", "N", "1", "M"];
const bob: ExampleElements = ["O", "31", "T", "0", "E"];
const cem: ExampleElements = ["E", "12", "R", "2", "A"];

describe("linkWaves", () => {
  test("links equal codes, and codes that differ in one element", () => {
    const links = linkWaves(exampleWave(1, [ann, bob, cem]), exampleWave(2, [bob, annSlipped]));
    expect(links.pairs).toEqual([
      { first: "1-0000", second: "2-0001", kind: "tolerant", differs: "day" },
      { first: "1-0001", second: "2-0000", kind: "exact" },
    ]);
    expect(links.outcomes).toMatchObject([
      { wave: 1, respondents: 3, exact: 1, tolerant: 1, ambiguous: 0, unmatched: 1 },
      { wave: 2, respondents: 2, exact: 1, tolerant: 1, ambiguous: 0, unmatched: 0 },
    ]);
  });
  test("never links somebody with several candidates, nor their candidates", () => {
    const links = linkWaves(exampleWave(1, [ann]), exampleWave(2, [annSlipped, annElsewhere]));
    expect(links.pairs).toEqual([]);
    expect(links.outcomes).toMatchObject([{ ambiguous: 1 }, { ambiguous: 2, unmatched: 0 }]);
  });
  test("never links a code that two people of a wave have, and counts them", () => {
    const links = linkWaves(exampleWave(1, [ann, ann, bob, bob]), exampleWave(2, [ann, undefined]));
    expect(links.pairs).toEqual([]);
    expect(links.outcomes).toMatchObject([
      { duplicates: 4, ambiguous: 2, unmatched: 2 },
      { duplicates: 0, ambiguous: 1, noCode: 1 },
    ]);
  });
  test("prefers the equal code to one that differs", () => {
    const links = linkWaves(exampleWave(1, [ann, annSlipped]), exampleWave(2, [ann]));
    expect(links.pairs).toMatchObject([{ first: "1-0000", kind: "exact" }]);
    expect(links.outcomes[0]).toMatchObject({ unmatched: 1 });
  });
  test("refuses codes of different elements", () => {
    const other: WaveCodes = { ...exampleWave(2, [ann]), elements: ["own", "day"] };
    expect(() => linkWaves(exampleWave(1, [ann]), other)).toThrow(RangeError);
  });

  const few: fc.Arbitrary<ExampleElements> = fc.tuple(
    ...([
      fc.constantFrom("A", "B"),
      fc.constantFrom("01", "02", "03"),
      fc.constantFrom("A", "B"),
      fc.constantFrom("0", "1"),
      fc.constantFrom("A", "B", "C"),
    ] as const),
  );
  const typed = fc.array(fc.option(few, { nil: undefined }), { maxLength: 14 });

  test("does not depend on the order of respondents, and swapped waves give swapped pairs", () => {
    fc.assert(
      fc.property(typed, typed, (one, other) => {
        const [first, second] = [exampleWave(1, one), exampleWave(2, other)];
        const links = linkWaves(first, second);
        const turned = (wave: WaveCodes) => ({
          ...wave,
          respondents: wave.respondents.toReversed(),
        });
        expect(linkWaves(turned(first), turned(second))).toEqual(links);
        const swapped = linkWaves(second, first);
        expect(swapped.outcomes.toReversed()).toEqual(links.outcomes);
        expect(
          swapped.pairs
            .map((pair) => ({ ...pair, first: pair.second, second: pair.first }))
            .toSorted((a, b) => (a.first < b.first ? -1 : 1)),
        ).toEqual(links.pairs);
      }),
    );
  });
  test("links nobody twice, and counts everybody once", () => {
    fc.assert(
      fc.property(typed, typed, (one, other) => {
        const { pairs, outcomes } = linkWaves(exampleWave(1, one), exampleWave(2, other));
        expect(new Set(pairs.map(({ first }) => first)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ second }) => second)).size).toBe(pairs.length);
        for (const each of outcomes) {
          const { exact, tolerant, ambiguous, unmatched, noCode } = each;
          expect(exact + tolerant + ambiguous + unmatched + noCode).toBe(each.respondents);
          expect(Math.min(ambiguous, unmatched, noCode)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe("two simulated waves with 65 % returning and 5 % slips", () => {
  const runs = Array.from({ length: 40 }, (_, seed) => {
    const { first, second, truth } = simulatedWaves({
      seed,
      size: 200,
      returning: 0.65,
      slips: 0.05,
    });
    const links = linkWaves(first, second);
    const right = links.pairs.filter((pair) => truth.get(pair.first) === pair.second).length;
    const { exact, tolerant } = chanceMatches(first, second, links);
    return {
      recall: right / truth.size,
      wrong: links.pairs.length - right,
      expected: (exact.expected ?? 0) + (tolerant.expected ?? 0),
      upper: (exact.interval?.[1] ?? 0) + (tolerant.interval?.[1] ?? 0),
    };
  });
  const mean = (part: (run: (typeof runs)[number]) => number) =>
    runs.reduce((sum, run) => sum + part(run), 0) / runs.length;

  test("finds nearly everybody who returned", () => {
    expect(mean(({ recall }) => recall)).toBeGreaterThan(0.95);
  });
  test("makes no more false links than it expects, and more than half as many", () => {
    const [wrong, expected] = [mean((run) => run.wrong), mean((run) => run.expected)];
    expect(wrong).toBeGreaterThan(0);
    expect(expected).toBeGreaterThanOrEqual(wrong);
    expect(expected).toBeLessThan(wrong * 2);
    expect(runs.filter((run) => run.wrong > run.upper).length).toBeLessThanOrEqual(4);
  });
});

test("chanceMatches expects nothing where no wave has two codes", () => {
  const [first, second] = [exampleWave(1, [ann]), exampleWave(2, [ann])];
  expect(chanceMatches(first, second, linkWaves(first, second))).toEqual({
    exact: { pairs: 0, coinciding: 0 },
    tolerant: { pairs: 0, coinciding: 0 },
  });
});
