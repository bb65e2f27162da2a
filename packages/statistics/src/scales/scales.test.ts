import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attitude } from "../example/attitude.ts";
import { feldtInterval } from "./alpha-interval.ts";
import { cronbachsAlpha } from "./cronbachs-alpha.ts";
import { intraclassCorrelation } from "./intraclass-correlation.ts";
import { ratingTable } from "./rating-table.ts";
import { floorAndCeiling, scaleScores } from "./scale-scores.ts";
import { splitHalf } from "./split-half.ts";

const departments = ratingTable(attitude);

function expectAll(actual: readonly (number | undefined)[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 10);
}

describe("cronbachsAlpha of the attitude ratings", () => {
  const alpha = cronbachsAlpha(departments);
  if (!alpha.exists) throw new Error(alpha.reason);

  test("matches psych::alpha 2.2.9: raw, standardised, mean correlation", () => {
    expect(alpha.raw).toBeCloseTo(0.84314276956476, 12);
    expect(alpha.standardised).toBeCloseTo(0.839083803029511, 12);
    expect(alpha.meanCorrelation).toBeCloseTo(0.426906642649717, 12);
    expect(alpha).toMatchObject({ k: 7, n: 30, remarks: [], suspects: [] });
  });

  test("matches psych's Feldt interval, standard error and Duhachek interval", () => {
    expectAll(alpha.interval, [0.739375685643107, 0.915773072159982]);
    expect(alpha.standardError).toBeCloseTo(0.0424356955905744, 12);
    // psych takes 1.96 for the normal quantile 1.95996…
    expect(alpha.duhachekInterval[0]).toBeCloseTo(0.759968806207234, 5);
    expect(alpha.duhachekInterval[1]).toBeCloseTo(0.926316732922286, 5);
  });

  test("matches psych's item statistics", () => {
    const of = (
      name: "itemRest" | "alphaIfDropped" | "standardisedAlphaIfDropped" | "mean" | "sd",
    ) => alpha.items.map((item) => item[name]);
    expectAll(
      of("itemRest"),
      [
        0.671262057223664, 0.742109710222238, 0.560711111480256, 0.714445498133676, 0.7862755938344,
        0.265034339196676, 0.460810549468496,
      ],
    );
    expectAll(
      of("alphaIfDropped"),
      [
        0.809760206308921, 0.79691745727414, 0.827847765938659, 0.803030975022574,
        0.795386574198205, 0.863872311446437, 0.840464868265457,
      ],
    );
    expectAll(
      of("standardisedAlphaIfDropped"),
      [
        0.808191517839204, 0.795646760628584, 0.823087915229047, 0.798366473971137,
        0.784719600042359, 0.863471564465123, 0.834626493255662,
      ],
    );
    expectAll(
      of("sd"),
      [
        12.1725619475859, 13.3147571746799, 12.2354299935244, 11.7370128765529, 10.3972255361983,
        9.89490754895157, 10.2887060053424,
      ],
    );
    expect(alpha.items[0]?.mean).toBeCloseTo(64.6333333333333, 10);
  });
});

describe("cronbachsAlpha", () => {
  test("of a worked example is 0.9439", () => {
    const alpha = cronbachsAlpha(
      ratingTable([
        [4, 5, 4, 4],
        [3, 3, 4, 3],
        [5, 5, 5, 4],
        [2, 3, 2, 2],
        [4, 4, 5, 4],
        [3, 4, 3, 3],
      ]),
    );
    expect(alpha.exists && alpha.raw.toFixed(4)).toBe("0.9439");
  });

  test("turns reverse-keyed items, and finds those that were forgotten", () => {
    const turned = attitude.map((row) => row.map((x, item) => (item === 4 ? 100 - x : x)));
    const forgotten = cronbachsAlpha(ratingTable(turned));
    expect(forgotten.exists && forgotten.suspects).toEqual([4]);
    expect(forgotten.exists && forgotten.remarks).toEqual(["suspected-reverse-keyed"]);
    const remembered = cronbachsAlpha(ratingTable(turned, { reverseKeyed: [4], range: [0, 100] }));
    expect(remembered.exists && remembered.raw).toBeCloseTo(0.84314276956476, 12);
  });

  test("below zero carries a remark", () => {
    const alpha = cronbachsAlpha(
      ratingTable([
        [1, 5],
        [2, 3],
        [3, 4],
        [4, 1],
        [5, 3],
      ]),
    );
    expect(alpha.exists && alpha.raw).toBeLessThan(0);
    expect(alpha.exists && alpha.remarks).toContain("negative-alpha");
  });

  test("pairwise and listwise differ only where ratings are missing", () => {
    const gaps = attitude.map((row, index) => row.map((x, item) => (index === item ? null : x)));
    const pairwise = cronbachsAlpha(ratingTable(gaps));
    const listwise = cronbachsAlpha(ratingTable(gaps), { missing: "listwise" });
    const complete = cronbachsAlpha(ratingTable(attitude.slice(7)));
    if (!pairwise.exists || !listwise.exists || !complete.exists) throw new Error("no alpha");
    expect(listwise.raw).toBeCloseTo(complete.raw, 12);
    expect(listwise.n).toBe(23);
    expect(pairwise.n).toBe(28);
    expect(pairwise.items.map(({ n }) => n)).toEqual([29, 29, 29, 29, 29, 29, 29]);
    expect(pairwise.raw).not.toBeCloseTo(listwise.raw, 3);
  });

  test("pairwise with gaps matches numpy: covariances over the respondents who rated both", () => {
    const gaps = attitude.map((row, r) =>
      row.map((x, item) => (r === item || (item === 3 && r >= 20 && r < 25) ? null : x)),
    );
    const alpha = cronbachsAlpha(ratingTable(gaps));
    if (!alpha.exists) throw new Error(alpha.reason);
    expect(alpha.raw).toBeCloseTo(0.8246929148165802, 12);
    expect(alpha.standardised).toBeCloseTo(0.8157262311907028, 12);
    expect(alpha.items[0]?.itemRest).toBeCloseTo(0.6478374234149878, 12);
    expect(alpha.items[3]?.itemRest).toBeCloseTo(0.6156178649708505, 12);
    expect(alpha.n).toBe(23);
  });

  test("names what is missing instead of giving NaN", () => {
    const reason = (rows: (number | null)[][]) => {
      const alpha = cronbachsAlpha(ratingTable(rows));
      return alpha.exists ? undefined : alpha;
    };
    expect(reason([[1], [2]])).toMatchObject({ reason: "one-item" });
    expect(reason([[1, 2]])).toMatchObject({ reason: "fewer-than-two-respondents" });
    expect(reason([])).toMatchObject({ reason: "one-item" });
    expect(
      reason([
        [1, 2],
        [3, 2],
      ]),
    ).toMatchObject({ reason: "constant-item", items: [1] });
    expect(
      reason([
        [1, 2],
        [2, 1],
      ]),
    ).toMatchObject({ reason: "no-variance" });
    expect(
      reason([
        [1, null],
        [2, null],
        [null, 1],
        [null, 3],
      ]),
    ).toMatchObject({
      ...{ reason: "no-overlap", items: [0, 1] },
    });
  });

  test("does not depend on the order of respondents or on shifting and stretching all items", () => {
    const anyRatings = fc.array(
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 4, maxLength: 4 }),
      { minLength: 3, maxLength: 30 },
    );
    void fc.assert(
      fc.property(anyRatings, (rows) => {
        const alpha = cronbachsAlpha(ratingTable(rows));
        const other = cronbachsAlpha(
          ratingTable([...rows].reverse().map((row) => row.map((x) => 3 * x + 7))),
        );
        expect(other.exists).toBe(alpha.exists);
        if (!alpha.exists || !other.exists) return;
        expect(Math.abs(alpha.raw - other.raw)).toBeLessThan(
          1e-8 * Math.max(1, Math.abs(alpha.raw)),
        );
        expect(alpha.raw).toBeLessThanOrEqual(1 + 1e-12);
        expect(alpha.interval.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test("refuses ragged rows, ratings outside the range and reversal without a range", () => {
    expect(() => ratingTable([[1, 2], [1]])).toThrow(RangeError);
    expect(() => ratingTable([[1, 9]], { range: [1, 5] })).toThrow(RangeError);
    expect(() => ratingTable([[1, 2]], { reverseKeyed: [0] })).toThrow(RangeError);
    expect(() => ratingTable([[1, Number.NaN]])).toThrow(RangeError);
  });
});

test("feldtInterval of α = 0.79, 26 items, 41 people is 0.70 to 0.86 (Feldt, Woodruff and Salih 1987)", () => {
  const [lower, upper] = feldtInterval({ alpha: 0.79, k: 26, n: 41, level: 0.9 });
  expect(lower.toFixed(2)).toBe("0.70");
  expect(upper.toFixed(2)).toBe("0.86");
});

describe("splitHalf", () => {
  test("is α for two items of equal variance, and follows its formulas", () => {
    const rows = [
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
    ];
    const halves = splitHalf(ratingTable(rows));
    const alpha = cronbachsAlpha(ratingTable(rows));
    if (!halves.exists || !alpha.exists) throw new Error("no reliability");
    expect(halves.correlation).toBeCloseTo(0.6, 12);
    expect(halves.spearmanBrown).toBeCloseTo(0.75, 12);
    expect(halves.guttman).toBeCloseTo(alpha.raw, 12);
  });

  test("over all halvings of an even scale, Guttman's λ₄ has α as its mean (Cronbach 1951)", () => {
    const rows = attitude.map((row) => row.slice(0, 4));
    const all = [
      [0, 1],
      [0, 2],
      [0, 3],
    ].map((firstHalf) => splitHalf(ratingTable(rows), { firstHalf }));
    const alpha = cronbachsAlpha(ratingTable(rows));
    const mean = all.reduce((sum, half) => sum + (half.exists ? half.guttman : Number.NaN), 0) / 3;
    expect(alpha.exists && alpha.raw).toBeCloseTo(mean, 12);
  });

  test("requires halves of the items", () => {
    expect(() => splitHalf(departments, { firstHalf: [0, 0] })).toThrow(RangeError);
    expect(() => splitHalf(departments, { firstHalf: [0, 1, 2, 3, 4, 5, 6] })).toThrow(RangeError);
    expect(
      splitHalf(
        ratingTable([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toMatchObject({ reason: "no-variance" });
  });
});

describe("intraclassCorrelation", () => {
  test("of the attitude ratings matches psych::ICC", () => {
    const icc = intraclassCorrelation(departments);
    if (!icc.exists) throw new Error(icc.reason);
    const forms = [
      icc.icc1.single,
      icc.icc2.single,
      icc.icc3.single,
      icc.icc1.average,
      icc.icc2.average,
      icc.icc3.average,
    ];
    expectAll(
      forms.map((form) => form?.value),
      [
        0.188561737092503, 0.24033988829792, 0.43435367892838, 0.619288015672671, 0.688923883233208,
        0.84314276956476,
      ],
    );
    expectAll(
      forms.map((form) => form?.interval[0]),
      [
        0.0769508546586779, 0.0967486956359178, 0.288396634643041, 0.368512070122811,
        0.428499982898669, 0.739375685643107,
      ],
    );
    expectAll(
      forms.map((form) => form?.interval[1]),
      [
        0.357030096126799, 0.430683334611163, 0.608340940947897, 0.795374617032346,
        0.84115491638878, 0.915773072159981,
      ],
    );
    expect(icc.icc1.single.p / 5.52295860976558e-5).toBeCloseTo(1, 9);
    expect(icc.icc3.single.p / 1.28621633732218e-15).toBeCloseTo(1, 7);
  });

  test("of four raters and six targets is 0.17, 0.29 and 0.71 (Shrout and Fleiss 1979, table 4)", () => {
    const rows = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const icc = intraclassCorrelation(ratingTable(rows));
    if (!icc.exists) throw new Error(icc.reason);
    const values = [icc.icc1.single, icc.icc2.single, icc.icc3.single].map(({ value }) => value);
    expect(values.map((value) => value.toFixed(2))).toEqual(["0.17", "0.29", "0.71"]);
  });

  test("names constant ratings and perfect agreement, and is never NaN", () => {
    expect(
      intraclassCorrelation(
        ratingTable([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toMatchObject({ reason: "no-variance" });
    expect(
      intraclassCorrelation(
        ratingTable([
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toMatchObject({
      reason: "perfect-agreement",
    });
    // Equal means of all objects and of all raters: the degrees of freedom of ICC(2) are 0 / 0.
    const square = [
      [1, 3, 4],
      [3, 2, 3],
      [4, 3, 1],
    ];
    expect(JSON.stringify(intraclassCorrelation(ratingTable(square)))).not.toContain("null");
    const anyRatings = fc.array(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
      { minLength: 1, maxLength: 12 },
    );
    void fc.assert(
      fc.property(anyRatings, (rows) => {
        const icc = intraclassCorrelation(ratingTable(rows));
        expect(JSON.stringify(icc)).not.toContain("null");
      }),
    );
  });
});

describe("scaleScores", () => {
  test("are means over the rated items, with two thirds of them rated, rounded up", () => {
    const result = scaleScores(
      ratingTable([
        [1, 2, 3, 4],
        [1, 2, 3, null],
        [1, 2, null, null],
        [null, null, null, null],
      ]),
    );
    expect(result).toMatchObject({
      ...{ scores: [2.5, 2, undefined, undefined], minimumItems: 3, n: 2, tooFewItems: 2 },
      mean: 2.25,
    });
    expect(scaleScores(ratingTable([])).mean).toBeUndefined();
  });

  test("floorAndCeiling counts the ends of the scale", () => {
    const ends = floorAndCeiling([1, 1, 3, 5, undefined, 4, 2, 2, 2, 2, 2], [1, 5]);
    expect(ends).toMatchObject({
      n: 10,
      floor: { count: 2, share: 0.2, isNotable: true },
      ceiling: { count: 1, share: 0.1, isNotable: false },
    });
    expect(floorAndCeiling([undefined], [1, 5])).toBeUndefined();
  });
});
