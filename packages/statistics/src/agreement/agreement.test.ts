import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alphaBootstrap } from "./alpha-bootstrap.ts";
import type { AlphaLevel } from "./alpha-level.ts";
import { brennanPrediger } from "./brennan-prediger.ts";
import { cohensKappa } from "./cohens-kappa.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetsAc1 } from "./gwets-ac1.ts";
import { krippendorffsAlpha } from "./krippendorffs-alpha.ts";
import type { NoAgreement } from "./no-agreement.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { type ReliabilityData, reliabilityData } from "./reliability-data.ts";
import { setDistance } from "./set-distance.ts";
import { setReliabilityData } from "./set-reliability-data.ts";

type Rows = (number | null)[][];
type Found = { exists: true; value: number } | NoAgreement;

const levels: AlphaLevel[] = ["nominal", "ordinal", "interval", "ratio"];
const possible = 9;

/** Every coefficient by name: its value, or why there is none. */
function coefficients(data: ReliabilityData): Record<string, number | string> {
  const found: Record<string, Found> = {
    percent: percentAgreement(data),
    cohen: cohensKappa(data),
    fleiss: fleissKappa(data),
    brennanPrediger: brennanPrediger(data, { categories: possible }),
    ac1: gwetsAc1(data, { categories: possible }),
    ...Object.fromEntries(levels.map((level) => [level, krippendorffsAlpha(data, { level })])),
  };
  return Object.fromEntries(
    Object.entries(found).map(([name, each]) => [name, each.exists ? each.value : each.reason]),
  );
}

function expectSame(actual: Record<string, number | string>, expected: typeof actual) {
  const close = Object.entries(expected).map(([name, each]) => [
    name,
    typeof each === "number" ? expect.closeTo(each, 9) : each,
  ]);
  expect(actual).toEqual(Object.fromEntries(close));
}

const cell = fc.option(fc.integer({ min: 0, max: 5 }), { freq: 5 });
const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((coders) =>
    fc.array(fc.array(cell, { minLength: coders, maxLength: coders }), { maxLength: 25 }),
  );

describe("every coefficient of agreement", () => {
  test("is a number or has a reason, and is never NaN or above 1", () => {
    void fc.assert(
      fc.property(tables, (rows) => {
        for (const each of Object.values(coefficients(reliabilityData(rows))))
          if (typeof each === "number") {
            expect(Number.isFinite(each)).toBe(true);
            expect(each).toBeLessThanOrEqual(1);
          }
      }),
    );
  });

  test("does not depend on the order of coders or units", () => {
    void fc.assert(
      fc.property(tables, (rows) => {
        const turned = rows.map((row) => row.toReversed()).reverse();
        expectSame(coefficients(reliabilityData(turned)), coefficients(reliabilityData(rows)));
      }),
    );
  });

  test("is 1 where all coders give the same values and these vary", () => {
    const values = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 2 });
    void fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 5 }), (column, coders) => {
        const rows = column.map((value) => Array<number>(coders).fill(value));
        const expected = coders === 2 ? 1 : "not-two-coders";
        const found = coefficients(reliabilityData(rows));
        expectSame(
          found,
          Object.fromEntries(
            Object.keys(found).map((name) => [name, name === "cohen" ? expected : 1]),
          ),
        );
      }),
    );
  });

  test("does not depend on the names of categories, where their order does not count", () => {
    void fc.assert(
      fc.property(tables, (rows) => {
        const renamed = rows.map((row) =>
          row.map((value) => (value === null ? null : 40 - 7 * value)),
        );
        const unordered = (each: Rows) => {
          const { ordinal, interval, ratio, ...others } = coefficients(reliabilityData(each));
          return others;
        };
        expectSame(unordered(renamed), unordered(rows));
      }),
    );
  });

  test("leaves out units without and with one value, and counts them", () => {
    const data = reliabilityData([
      [1, 1],
      [1, 2],
      [2, null],
      [null, null],
    ]);
    expect(krippendorffsAlpha(data, { level: "nominal" })).toMatchObject({
      basis: {
        ...{ coders: 2, units: 2, values: 4 },
        excluded: { unitsWithoutValue: 1, unitsWithOneValue: 1 },
      },
    });
  });
});

describe("krippendorffsAlpha", () => {
  /** α as it is written down: every pair of values, δ² from the definition. */
  function bruteAlpha(rows: Rows, level: AlphaLevel): number {
    const units = rows
      .map((row) => row.filter((value) => value !== null))
      .filter((row) => row.length > 1);
    const all = units.flat();
    const count = (value: number) => all.filter((each) => each === value).length;
    const difference = (a: number, b: number) => {
      if (a === b) return 0;
      if (level === "nominal") return 1;
      if (level === "interval") return (a - b) ** 2;
      if (level === "ratio") return ((a - b) / (a + b)) ** 2;
      const between = all.filter((each) => each >= Math.min(a, b) && each <= Math.max(a, b)).length;
      return (between - (count(a) + count(b)) / 2) ** 2;
    };
    const pairs = (values: number[]) =>
      values.flatMap((a, i) => values.map((b, j) => (i === j ? 0 : difference(a, b))));
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const observed = sum(units.map((unit) => sum(pairs(unit)) / (unit.length - 1))) / all.length;
    return 1 - observed / (sum(pairs(all)) / (all.length * (all.length - 1)));
  }

  test.each(levels)("at the %s level is what its definition says", (level) => {
    void fc.assert(
      fc.property(tables, (rows) => {
        const found = krippendorffsAlpha(reliabilityData(rows), { level });
        if (found.exists) expect(found.value).toBeCloseTo(bruteAlpha(rows, level), 9);
      }),
    );
  });

  test("at the interval level does not move with the origin or unit of the scale", () => {
    void fc.assert(
      fc.property(tables, fc.integer({ min: -2000, max: 2000 }), (rows, shift) => {
        const moved = rows.map((row) =>
          row.map((value) => (value === null ? null : 3 * value + shift)),
        );
        const [before, after] = [rows, moved].map((each) =>
          krippendorffsAlpha(reliabilityData(each), { level: "interval" }),
        );
        if (before?.exists && after?.exists) expect(after.value).toBeCloseTo(before.value, 9);
      }),
    );
  });

  test("refuses values below 0 at the ratio level", () => {
    const data = reliabilityData([
      [-1, 1],
      [1, 1],
    ]);
    expect(() => krippendorffsAlpha(data, { level: "ratio" })).toThrow(RangeError);
  });
});

describe("coefficients that do not exist name the reason", () => {
  const all = (reason: string, ...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, reason]));
  const every = ["percent", "fleiss", "brennanPrediger", "ac1", ...levels];

  test("one coder", () => {
    expect(coefficients(reliabilityData([[1], [2]]))).toEqual(all("one-coder", "cohen", ...every));
  });

  test.each<[string, Rows]>([
    ["no unit", []],
    ["only empty units", [[null, null]]],
    [
      "each unit with another coder",
      [
        [1, null],
        [null, 2],
      ],
    ],
  ])("%s", (_, rows) => {
    const reason = rows.length === 0 ? "one-coder" : "no-shared-unit";
    expect(coefficients(reliabilityData(rows))).toEqual(all(reason, "cohen", ...every));
  });

  test("no variation: chance-corrected by the values used do not exist, the others do", () => {
    const found = coefficients(
      reliabilityData([
        [3, 3],
        [3, 3],
      ]),
    );
    expect(found).toEqual({
      ...all("no-variation", "cohen", "fleiss", ...levels),
      ...{ percent: 1, brennanPrediger: 1, ac1: 1 },
    });
    const data = reliabilityData([
      [3, 3],
      [3, 3],
    ]);
    expect(brennanPrediger(data, { categories: 1 })).toMatchObject({ reason: "one-category" });
    expect(gwetsAc1(data, { categories: 1 })).toMatchObject({ reason: "one-category" });
  });

  test("one unit differs from no variation", () => {
    const found = coefficients(reliabilityData([[3, 4]]));
    expect(found).toMatchObject({ nominal: 0, cohen: 0, percent: 0 });
  });

  test("fewer possible categories than used are a broken promise", () => {
    const data = reliabilityData([
      [1, 2],
      [3, 3],
    ]);
    for (const categories of [2, 2.5, Number.NaN]) {
      expect(() => brennanPrediger(data, { categories })).toThrow(RangeError);
      expect(() => gwetsAc1(data, { categories })).toThrow(RangeError);
    }
  });

  test("rows of unequal length and values that are no numbers are refused", () => {
    expect(() => reliabilityData([[1, 2], [1]])).toThrow(RangeError);
    expect(() => reliabilityData([[1, Number.NaN]])).toThrow(RangeError);
    expect(() => reliabilityData([[1, Number.POSITIVE_INFINITY]])).toThrow(RangeError);
  });
});

test("one prevailing category: percent .93, AC1 and Brennan–Prediger high, κ and α half of it", () => {
  const rows = [
    ...Array(89).fill([1, 1]),
    ...Array(4).fill([2, 2]),
    ...Array(4).fill([1, 2]),
    ...Array(3).fill([2, 1]),
  ];
  const data = reliabilityData(rows);
  const value = (found: Found) => (found.exists ? found.value : Number.NaN);
  expect(value(percentAgreement(data))).toBeCloseTo(0.93, 12);
  expect(value(brennanPrediger(data, { categories: 2 }))).toBeCloseTo(0.86, 12);
  // Expected by AC1: 2 · .925 · .075.
  expect(value(gwetsAc1(data, { categories: 2 }))).toBeCloseTo(
    (0.93 - 0.13875) / (1 - 0.13875),
    12,
  );
  expect(value(cohensKappa(data))).toBeCloseTo((0.93 - 0.8612) / (1 - 0.8612), 12);
  expect(value(krippendorffsAlpha(data, { level: "nominal" }))).toBeCloseTo(0.4976, 3);
});

describe("setDistance", () => {
  const of = (...codes: number[]) => new Set(codes);

  test.each([
    ["the same set", of(1, 2), of(2, 1), 0, 0, 0],
    ["two empty sets", of(), of(), 0, 0, 0],
    ["an empty set and another", of(), of(1), 1, 1, 1],
    ["nothing in common", of(1), of(2, 3), 1, 1, 1],
    ["one holds the other", of(1), of(1, 2), 1, 1 / 2, 1 - (1 / 2) * (2 / 3)],
    ["one holds the other, three", of(1, 2, 3), of(2), 1, 2 / 3, 1 - (1 / 3) * (2 / 3)],
    ["overlap", of(1, 2), of(1, 3), 1, 2 / 3, 1 - (1 / 3) * (1 / 3)],
    ["overlap of two in four", of(1, 2, 3), of(2, 3, 4), 1, 1 / 2, 1 - (1 / 2) * (1 / 3)],
  ])("of %s", (_, set, other, nominal, jaccard, masi) => {
    const distances = ["nominal", "jaccard", "masi"] as const;
    for (const [one, another] of [
      [set, other],
      [other, set],
    ] as const) {
      const found = distances.map((distance) => setDistance(one, another, distance));
      for (const [place, expected] of [nominal, jaccard, masi].entries())
        expect(found[place]).toBeCloseTo(expected, 12);
    }
  });
});

describe("α of sets", () => {
  const [a, b, c] = [1, 2, 3];
  const nine = [
    [[], []],
    [[a], []],
    [[a], [a]],
    [[a], [b]],
    [[a, b], [a]],
    [
      [a, b],
      [a, c],
    ],
    [
      [a, b, c],
      [c, b, a],
    ],
    [[c], [a, c]],
    [[c], [c, a]],
  ];

  const alphaOf = (rows: (number[] | null)[][], distance: "nominal" | "jaccard" | "masi") => {
    const { data, sets } = setReliabilityData(rows);
    const found = krippendorffsAlpha(data, {
      distance: (one, other) =>
        setDistance(sets[one] ?? new Set(), sets[other] ?? new Set(), distance),
    });
    return found.exists ? found.value : found.reason;
  };

  // Every pair of sets by the formulas, in Python: .238806, .315620, .273081. MASI with .67 and .33 would give .273097.
  test.each([
    ["nominal", 0.23880597],
    ["jaccard", 0.31561997],
    ["masi", 0.27308066],
  ] as const)("with %s distance", (distance, expected) => {
    expect(alphaOf(nine, distance)).toBeCloseTo(expected, 8);
  });

  test("an empty set is a value, a missing one is not", () => {
    const empty = [
      [[a], [a]],
      [[b], [b]],
      [[a], []],
    ];
    const missing = [
      [[a], [a]],
      [[b], [b]],
      [[a], null],
    ];
    expect(alphaOf(missing, "masi")).toBe(1);
    expect(alphaOf(empty, "masi")).toBeLessThan(0.8);
  });

  test("one code in each set is nominal α, whatever the distance", () => {
    void fc.assert(
      fc.property(tables, (rows) => {
        const sets = rows.map((row) => row.map((value) => (value === null ? null : [value])));
        const found = krippendorffsAlpha(reliabilityData(rows), { level: "nominal" });
        for (const distance of ["nominal", "jaccard", "masi"] as const)
          expect(alphaOf(sets, distance)).toEqual(
            found.exists ? expect.closeTo(found.value, 9) : found.reason,
          );
      }),
    );
  });
});

describe("alphaBootstrap", () => {
  const settings = { difference: { level: "nominal" as const }, seed: 7, draws: 200 };

  test("does not depend on the order of units or coders", () => {
    void fc.assert(
      fc.property(tables, (rows) => {
        const turned = rows.map((row) => row.toReversed()).reverse();
        expect(alphaBootstrap(reliabilityData(turned), settings)).toEqual(
          alphaBootstrap(reliabilityData(rows), settings),
        );
      }),
      { numRuns: 30 },
    );
  });

  test("with sets gives the same as with their precomputed nominal categories", () => {
    const rows = [
      [1, 1],
      [1, 2],
      [2, 2],
      [3, 1],
      [2, 2],
      [3, 3],
      [1, 1],
      [3, 3],
    ];
    const data = reliabilityData(rows);
    const distance = (one: number, other: number) => (one === other ? 0 : 1);
    expect(alphaBootstrap(data, { ...settings, difference: { distance } })).toEqual(
      alphaBootstrap(data, settings),
    );
  });

  test("becomes narrower with more units", () => {
    const rows = [
      [1, 1],
      [1, 2],
      [2, 2],
      [3, 1],
      [2, 2],
      [3, 3],
      [1, 1],
      [3, 3],
    ];
    const width = (times: number) => {
      const found = alphaBootstrap(reliabilityData(Array(times).fill(rows).flat()), settings);
      return found.exists ? found.upper - found.lower : Number.NaN;
    };
    expect(width(16)).toBeLessThan(width(1) / 2);
  });

  test.each<[string, Rows, string]>([
    ["one coder", [[1], [2]], "one-coder"],
    ["no unit of two coders", [[1, null]], "no-shared-unit"],
    ["one unit", [[1, 2]], "too-few-units"],
    [
      "nothing that varies",
      [
        [1, 1],
        [1, 1],
      ],
      "no-variation",
    ],
    [
      "variation in one unit of three",
      [
        [1, 1],
        [1, 1],
        [2, 2],
      ],
      "too-many-failed-draws",
    ],
  ])("names the reason for %s", (_, rows, reason) => {
    expect(alphaBootstrap(reliabilityData(rows), settings)).toEqual({ exists: false, reason });
  });

  test("refuses no draws and an impossible level", () => {
    const data = reliabilityData([
      [1, 1],
      [2, 2],
    ]);
    expect(() => alphaBootstrap(data, { ...settings, draws: 0 })).toThrow(RangeError);
    expect(() => alphaBootstrap(data, { ...settings, level: 1 })).toThrow(RangeError);
  });
});
