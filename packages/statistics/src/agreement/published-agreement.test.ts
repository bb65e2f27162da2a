import { describe, expect, test } from "vitest";
import {
  artsteinPoesio2008,
  brennanPrediger1981,
  cohen1960,
  fleiss1971,
  gwetAbstractors,
  hayesKrippendorff2007,
  krippendorffBinary,
  krippendorffFiveValues,
  krippendorffFourCoders,
  krippendorffThreeCoders,
  krippendorffThreeValues,
} from "../example/published-codings.ts";
import { alphaBootstrap } from "./alpha-bootstrap.ts";
import type { AlphaLevel } from "./alpha-level.ts";
import { brennanPrediger } from "./brennan-prediger.ts";
import { cohensKappa } from "./cohens-kappa.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetsAc1 } from "./gwets-ac1.ts";
import { krippendorffsAlpha } from "./krippendorffs-alpha.ts";
import type { NoAgreement } from "./no-agreement.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { reliabilityData } from "./reliability-data.ts";

type Rows = Parameters<typeof reliabilityData>[0];

function foundValue(found: { exists: true; value: number } | NoAgreement): number {
  if (!found.exists) throw new Error(found.reason);
  return found.value;
}

const alpha = (rows: Rows, level: AlphaLevel = "nominal") =>
  foundValue(krippendorffsAlpha(reliabilityData(rows), { level }));

describe("krippendorffsAlpha gives the printed values", () => {
  test.each([
    ["two coders, two values (2004, p. 224)", krippendorffBinary, "nominal", 0.095],
    ["two coders, five values (2011)", krippendorffFiveValues, "nominal", 0.692],
    ["two coders, three values (2004, p. 227)", krippendorffThreeValues, "nominal", 0.734],
    ["three coders (1980, p. 139)", krippendorffThreeCoders, "nominal", 0.642],
    ["four coders, missing values (2011)", krippendorffFourCoders, "nominal", 0.743],
    ["four coders, missing values (2011)", krippendorffFourCoders, "ordinal", 0.815],
    ["four coders, missing values (2011)", krippendorffFourCoders, "interval", 0.849],
    ["four coders, missing values (2011)", krippendorffFourCoders, "ratio", 0.797],
  ] as const)("%s, %s", (_, rows, level, printed) => {
    expect(alpha(rows, level)).toBeCloseTo(printed, 3);
  });

  test("five observers, ordinal (Hayes and Krippendorff 2007): .7598", () => {
    const found = krippendorffsAlpha(reliabilityData(hayesKrippendorff2007), { level: "ordinal" });
    expect(foundValue(found)).toBeCloseTo(0.7598, 4);
    expect(found).toMatchObject({
      basis: { coders: 5, units: 40, excluded: { unitsWithoutValue: 0, unitsWithOneValue: 0 } },
    });
  });

  test("two dialogue-act coders (Artstein and Poesio 2008): .80, weighted .8156", () => {
    const [, second = []] = artsteinPoesio2008;
    expect(alpha(second)).toBeCloseTo(0.8005, 4);
    // Weights of 1, and of 0.5 where one value is "check" (p. 568 ff.).
    const distance = (a: number, b: number) => (a === b ? 0 : a === 2 || b === 2 ? 0.5 : 1);
    const weighted = krippendorffsAlpha(reliabilityData(second), { distance });
    expect(foundValue(weighted)).toBeCloseTo(0.8156, 4);
    expect(weighted).toMatchObject({ observedDisagreement: 0.09 });
  });

  test("two abstractors (Gwet 2014, table 4.1): 0.79726", () => {
    expect(alpha(gwetAbstractors)).toBeCloseTo(0.7972585, 6);
  });
});

describe("cohensKappa gives the printed values", () => {
  test("Cohen (1960), p. 45: po .70, pe .41, κ .492", () => {
    const found = cohensKappa(reliabilityData(cohen1960));
    expect(foundValue(found)).toBeCloseTo(0.492, 3);
    expect(found).toMatchObject({ observed: 0.7, basis: { units: 200, coders: 2 } });
    if (found.exists) expect(found.expected).toBeCloseTo(0.41, 10);
  });

  test.each([
    ["Brennan and Prediger (1981), p. 689", brennanPrediger1981[0], 0.27, 2],
    ["Brennan and Prediger (1981), p. 691", brennanPrediger1981[1], 0.29, 2],
    ["Artstein and Poesio (2008), p. 558", artsteinPoesio2008[0], 0.348, 3],
    ["Artstein and Poesio (2008), p. 568", artsteinPoesio2008[1], 0.8013, 4],
    ["Gwet (2014), table 4.1", gwetAbstractors, 0.7964094, 6],
  ])("%s", (_, rows = [], printed, digits) => {
    expect(foundValue(cohensKappa(reliabilityData(rows)))).toBeCloseTo(printed, digits);
  });
});

describe("fleissKappa gives the printed values", () => {
  test("Fleiss (1971): observed .5556, expected .2201, κ .430", () => {
    const found = fleissKappa(reliabilityData(fleiss1971));
    expect(foundValue(found)).toBeCloseTo(0.43, 3);
    if (!found.exists) throw new Error(found.reason);
    expect(found.observed).toBeCloseTo(0.5556, 4);
    expect(found.expected).toBeCloseTo(0.2201, 3);
  });

  test("with two coders it is Scott's π: .7962397 (Gwet 2014), .7995 (Artstein and Poesio 2008)", () => {
    expect(foundValue(fleissKappa(reliabilityData(gwetAbstractors)))).toBeCloseTo(0.7962397, 6);
    const [, second = []] = artsteinPoesio2008;
    expect(foundValue(fleissKappa(reliabilityData(second)))).toBeCloseTo(0.7995, 4);
  });

  test("with missing values .76117 (irrCAC, data of Krippendorff 2004)", () => {
    const found = fleissKappa(reliabilityData(krippendorffFourCoders));
    expect(foundValue(found)).toBeCloseTo(0.76117, 5);
    expect(found).toMatchObject({ basis: { units: 11, excluded: { unitsWithOneValue: 1 } } });
  });
});

describe("coefficients robust to prevalence give the printed values", () => {
  test("Brennan and Prediger (1981), p. 689 and 691: κn .40 for three categories", () => {
    for (const rows of brennanPrediger1981)
      expect(foundValue(brennanPrediger(reliabilityData(rows), { categories: 3 }))).toBeCloseTo(
        0.4,
      );
  });

  test("Brennan–Prediger is Bennett's S: .40 and .82 (Artstein and Poesio 2008)", () => {
    const [first = [], second = []] = artsteinPoesio2008;
    expect(foundValue(brennanPrediger(reliabilityData(first), { categories: 2 }))).toBeCloseTo(0.4);
    expect(foundValue(brennanPrediger(reliabilityData(second), { categories: 3 }))).toBeCloseTo(
      0.82,
    );
  });

  test("Brennan–Prediger of the abstractors is .835 (Gwet 2014, table 4.1)", () => {
    const found = brennanPrediger(reliabilityData(gwetAbstractors), { categories: 3 });
    expect(foundValue(found)).toBeCloseTo(0.835, 10);
  });

  test("AC1 of the abstractors is .84933, percent .89 (Gwet 2014, table 4.1)", () => {
    const data = reliabilityData(gwetAbstractors);
    expect(foundValue(gwetsAc1(data, { categories: 3 }))).toBeCloseTo(0.8493305, 6);
    expect(foundValue(percentAgreement(data))).toBeCloseTo(0.89, 10);
  });

  test("AC1 with missing values is .77544, percent .81818 (Gwet 2014; irrCAC)", () => {
    const data = reliabilityData(krippendorffFourCoders);
    const found = gwetsAc1(data, { categories: 5 });
    expect(foundValue(found)).toBeCloseTo(0.77544, 5);
    if (found.exists) expect(found.expected).toBeCloseTo(0.19032, 5);
    expect(foundValue(percentAgreement(data))).toBeCloseTo(0.81818, 5);
  });
});

test("two coders, ten units: percent .80, κ .6923, α .7054, by hand", () => {
  const [first, second] = ["1123213321", "1123113221"];
  const data = reliabilityData(
    [...first].map((value, unit) => [Number(value), Number(second[unit])]),
  );
  expect(foundValue(percentAgreement(data))).toBeCloseTo(0.8, 10);
  expect(foundValue(cohensKappa(data))).toBeCloseTo(0.6923, 4);
  expect(foundValue(krippendorffsAlpha(data, { level: "nominal" }))).toBeCloseTo(0.7054, 4);
});

test("alphaBootstrap encloses α, names its algorithm and repeats itself", () => {
  const data = reliabilityData(hayesKrippendorff2007);
  const settings = { difference: { level: "ordinal" as const }, seed: 1, draws: 2000 };
  const interval = alphaBootstrap(data, settings);
  if (!interval.exists) throw new Error(interval.reason);
  // The same resampling in numpy, 5,000 draws with other random numbers: .616 to .842.
  expect(Math.abs(interval.lower - 0.616)).toBeLessThan(0.015);
  expect(Math.abs(interval.upper - 0.842)).toBeLessThan(0.015);
  expect(interval).toMatchObject({
    ...{ level: 0.95, seed: 1, draws: 2000, failed: 0, units: 40 },
    algorithm: "percentile bootstrap of units",
  });
  expect(alphaBootstrap(data, settings)).toEqual(interval);
  expect(alphaBootstrap(data, { ...settings, seed: 2 })).not.toEqual(interval);
});
