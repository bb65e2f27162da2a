import { seededRandom } from "@mehrwert/statistics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleSplit } from "../example/example-split.ts";
import { agreementTest } from "./agreement-test.ts";
import { compareWithRanking, type MethodComparison } from "./compare-with-ranking.ts";
import { methodComparisonDocument } from "./method-comparison-document.ts";
import { methodComparisonSection } from "./method-comparison-section.ts";

const items = ["a", "b", "c", "d", "e"];
const values = [1, 0.5, 0, -0.5, -1];
const settings = { seed: 1, draws: 200 };

function compared(utilities: readonly number[], seed: number, n = 200): MethodComparison {
  const { rankings, choices } = exampleSplit({
    ...{ logWorths: values, utilities, n },
    random: seededRandom(seed),
  });
  const found = compareWithRanking(
    { ranking: { items, rankings }, maxDiff: { items, choices, likelihood: "sequential" } },
    settings,
  );
  if (!found.exists) throw new Error(found.reason);
  return found;
}

test("estimates that are the same, but for a factor, agree wholly, and the factor is found", () => {
  const variance = (size: number) =>
    values.map((_, i) => values.map((_, j) => (i === j ? size : 0)));
  const own = { values, covariance: variance(0.01) };
  const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
  fc.assert(
    fc.property(factor, (scale) => {
      const other = { values: values.map((value) => value * scale), covariance: variance(0.02) };
      const found = agreementTest(own, other, { isScaleFree: true });
      expect(found.chiSquare).toBeCloseTo(0, 6);
      expect(found.scale).toBeCloseTo(scale, 3);
      expect(found.df).toBe(3);
      const [low, high] = found.scaleInterval ?? [0, 0];
      expect(low < scale && scale < high).toBe(true);
    }),
    { numRuns: 20 },
  );
  const [first, second] = [agreementTest(own, own, { isScaleFree: false }), 4];
  expect(first).toMatchObject({ chiSquare: 0, df: second, p: 1, scale: 1 });
});

test("agreementTest is chi-square: by hand for two values", () => {
  const own = {
    values: [1, -1],
    covariance: [
      [0.5, -0.5],
      [-0.5, 0.5],
    ],
  };
  const other = {
    values: [0, 0],
    covariance: [
      [0.5, -0.5],
      [-0.5, 0.5],
    ],
  };
  // Difference of items: 2 against 0, variance of it 2 + 2; 4 / 4 = 1.
  expect(agreementTest(own, other, { isScaleFree: false }).chiSquare).toBeCloseTo(1, 12);
});

test("equal values are called different about as rarely as promised, whatever the scale", () => {
  let rejected = 0;
  for (let seed = 1; seed <= 60; seed += 1)
    if (
      compared(
        values.map((value) => 0.7 * value),
        seed,
        120,
      ).sameUpToScale.p < 0.05
    )
      rejected += 1;
  expect(rejected).toBeLessThanOrEqual(8);
});

test("an item that one method lifts is found and named", () => {
  const comparison = compared([1, 0.5, 0, 1.5, -1], 3);
  expect(comparison.sameUpToScale.p).toBeLessThan(0.001);
  const german = methodComparisonSection(comparison, "de").sentences.join(" ");
  expect(german).toContain("zeichnen nicht dasselbe Bild");
  expect(german).toContain("Am deutlichsten ist das bei „d“: in der Rangfolge niedriger");
  expect(comparison.kendallTau?.value).toBeLessThan(1);
});

test("items may stand in another order in the choices; the results follow their names", () => {
  const { rankings, choices } = exampleSplit({
    ...{ logWorths: values, utilities: [-1, -0.5, 0, 0.5, 1], n: 200 },
    random: seededRandom(5),
  });
  const found = compareWithRanking(
    {
      ranking: { items, rankings },
      maxDiff: { items: items.toReversed(), choices, likelihood: "sequential" },
    },
    settings,
  );
  if (!found.exists) throw new Error(found.reason);
  expect(found.sameUpToScale.p).toBeGreaterThan(0.01);
  expect(found.items[0]).toMatchObject({ name: "a", ranking: { place: 1 }, maxDiff: { place: 1 } });
  expect(found).toEqual(
    compareWithRanking(
      {
        ranking: { items, rankings },
        maxDiff: { items: items.toReversed(), choices, likelihood: "sequential" },
      },
      settings,
    ),
  );
});

test("what cannot be compared has a reason and a sentence", () => {
  const { rankings, choices } = exampleSplit({
    ...{ logWorths: values, utilities: values, n: 50 },
    random: seededRandom(1),
  });
  const other = { items: ["a", "b", "c", "d", "x"], choices, likelihood: "pair" as const };
  const found = compareWithRanking({ ranking: { items, rankings }, maxDiff: other }, settings);
  expect(found).toMatchObject({ reason: "items-differ", onlyRanking: ["e"], onlyMaxDiff: ["x"] });
  expect(methodComparisonSection(found, "en").sentences[0]).toContain("Only in the ranking: e");
  expect(methodComparisonDocument(found)).toMatchObject({ items: null, reason: "items-differ" });
  const alike = exampleSplit({
    ...{ logWorths: [300, 150, 0, -150, -300], utilities: values, n: 20 },
    random: seededRandom(1),
  });
  const none = compareWithRanking(
    {
      ranking: { items, rankings: alike.rankings },
      maxDiff: { items, choices: alike.choices, likelihood: "pair" },
    },
    settings,
  );
  expect(none).toMatchObject({ exists: false, reason: "no-ranking-worths" });
  expect(methodComparisonSection(none, "de").sentences[0]).toContain("„rank“");
});

test("no number is missing or endless, in both languages", () => {
  const comparison = compared(values, 2, 20);
  expect(comparison.errors).toBe("robust");
  for (const language of ["de", "en"] as const)
    expect(JSON.stringify(methodComparisonSection(comparison, language))).not.toMatch(
      /NaN|undefined|Infinity/,
    );
  expect(JSON.stringify(methodComparisonDocument(comparison))).not.toMatch(/NaN|Infinity/);
});
