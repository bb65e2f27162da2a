import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { krippendorffSegments, segmentsOf } from "../example/published-codings.ts";
import { krippendorffsAlpha } from "./krippendorffs-alpha.ts";
import type { NoAgreement } from "./no-agreement.ts";
import { positionAgreement } from "./position-agreement.ts";
import { reliabilityData } from "./reliability-data.ts";
import { segmentAgreement } from "./segment-agreement.ts";
import { overlappingSegments, type Segment, type Unitization } from "./unitization.ts";
import { unitizingAlphas } from "./unitizing-alphas.ts";

type Found = { exists: true; value: number } | NoAgreement;

function foundValue(found: Found | undefined): number {
  if (found === undefined || !found.exists) throw new Error(found?.reason ?? "nothing found");
  return found.value;
}

const numberOrReason = (found: Found) => (found.exists ? found.value : found.reason);

/** Every value of the family, reasons where there is none. */
const allOf = (unitization: Unitization) => {
  const { uAlpha, uAlphaBinary, cuAlpha, perCode } = unitizingAlphas(unitization);
  return [uAlpha, uAlphaBinary, cuAlpha, ...perCode.map(({ kuAlpha }) => kuAlpha)].map(
    numberOrReason,
  );
};

describe("unitizingAlphas of three observers (Krippendorff 2019, figure 12.11)", () => {
  const found = unitizingAlphas(krippendorffSegments);

  test("gives uα .510 and cuα .724", () => {
    expect(foundValue(found.uAlpha)).toBeCloseTo(0.51, 3);
    expect(foundValue(found.cuAlpha)).toBeCloseTo(0.724, 3);
  });

  // The book prints .413. Its formula gives .4136, here and in two other programs.
  test("gives the binary uα .4136", () => {
    expect(foundValue(found.uAlphaBinary)).toBeCloseTo(0.4136, 4);
  });

  test("gives (k)uα 1 for the codes 1, 5 and 6, 0 for 2, 3 and 4, none for 7", () => {
    const values = found.perCode.map(({ kuAlpha }) => numberOrReason(kuAlpha));
    expect(values).toEqual([
      1,
      ...[expect.closeTo(0, 12), expect.closeTo(0, 12), expect.closeTo(0, 12)],
      ...[1, 1, "no-shared-passage"],
    ]);
    const coverages = found.perCode.map(({ coverage }) => coverage);
    expect(coverages).toEqual([1, 1, 1, 1, expect.closeTo(8 / 18, 12), 1, 0]);
  });
});

/** Segments of one coder on 40 positions, as codes with lengths, gap being −1. */
const stretches = fc.array(
  fc.record({ code: fc.integer({ min: -1, max: 2 }), extent: fc.integer({ min: 1, max: 9 }) }),
  {
    maxLength: 12,
  },
);

function asSegments(coder: number, found: readonly { code: number; extent: number }[]): Segment[] {
  let start = 0;
  return found.flatMap(({ code, extent }) => {
    const end = Math.min(40, start + extent);
    const segment = { coder, code, start, end };
    start = end;
    return code < 0 || segment.start >= end ? [] : [segment];
  });
}

const unitizations = fc
  .array(stretches, { minLength: 2, maxLength: 4 })
  .map((coders): Unitization => {
    const segments = coders.flatMap((found, coder) => asSegments(coder, found));
    return { length: 40, coderCount: coders.length, codeCount: 3, segments };
  });

function expectClose(actual: (number | string)[], expected: (number | string)[]) {
  expect(actual).toEqual(
    expected.map((each) => (typeof each === "number" ? expect.closeTo(each, 9) : each)),
  );
}

describe("unitizingAlphas", () => {
  test("is 1 for identical coding of different codes", () => {
    void fc.assert(
      fc.property(stretches, fc.integer({ min: 2, max: 4 }), (found, coderCount) => {
        const segments = Array.from({ length: coderCount }, (_, coder) => asSegments(coder, found));
        const values = allOf({ length: 40, coderCount, codeCount: 3, segments: segments.flat() });
        expectClose(
          values,
          values.map((value) => (typeof value === "number" ? 1 : value)),
        );
      }),
    );
  });

  test("does not depend on the order of coders or segments", () => {
    void fc.assert(
      fc.property(unitizations, (unitization) => {
        const { coderCount, segments } = unitization;
        const turned = segments.map((each) => ({ ...each, coder: coderCount - 1 - each.coder }));
        expectClose(allOf({ ...unitization, segments: turned.reverse() }), allOf(unitization));
      }),
    );
  });

  test("uα is nominal α when every segment has length one", () => {
    const rows = fc.array(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
      { minLength: 1, maxLength: 30 },
    );
    void fc.assert(
      fc.property(rows, (units) => {
        const segments = units.flatMap((row, start) =>
          row.flatMap((code, coder) =>
            code === 0 ? [] : [{ coder, code: code - 1, start, end: start + 1 }],
          ),
        );
        const { uAlpha } = unitizingAlphas({
          ...{ length: units.length, coderCount: 3, codeCount: 3, segments },
        });
        const alpha = krippendorffsAlpha(reliabilityData(units), { level: "nominal" });
        expect(uAlpha.exists).toBe(alpha.exists);
        if (uAlpha.exists && alpha.exists) expect(uAlpha.value).toBeCloseTo(alpha.value, 12);
      }),
    );
  });

  test("never rises when a segment is split", () => {
    void fc.assert(
      fc.property(unitizations, fc.nat(), fc.nat(), (unitization, which, where) => {
        const long = unitization.segments.filter(({ start, end }) => end - start > 1);
        const whole = long[which % Math.max(1, long.length)];
        if (whole === undefined) return;
        const middle = whole.start + 1 + (where % (whole.end - whole.start - 1));
        const halves = [
          { ...whole, end: middle },
          { ...whole, start: middle },
        ];
        const others = unitization.segments.filter((segment) => segment !== whole);
        const before = allOf(unitization);
        const after = allOf({ ...unitization, segments: [...others, ...halves] });
        for (const [place, value] of after.entries()) {
          const earlier = before[place];
          if (typeof value === "number" && typeof earlier === "number")
            expect(value).toBeLessThanOrEqual(earlier + 1e-12);
          else expect(value).toBe(earlier);
        }
      }),
    );
  });

  test("gives the same for two texts end to end, wherever the gap between them is cut", () => {
    const segments = [...segmentsOf(0, "1:0-5 2:12-20"), ...segmentsOf(1, "1:1-5 2:12-18")];
    const joined = { length: 30, coderCount: 2, codeCount: 2, segments };
    const shifted = segments.map((each) =>
      each.start < 10 ? each : { ...each, start: each.start + 5, end: each.end + 5 },
    );
    expectClose(allOf({ ...joined, length: 30, segments: shifted }), allOf(joined));
  });

  test.each<[string, number, Segment[], (number | string)[]]>([
    ["one coder", 1, segmentsOf(0, "1:0-5"), Array(5).fill("one-coder")],
    ["nothing", 2, [], ["nothing-marked", "nothing-marked", ...Array(3).fill("no-shared-passage")]],
    [
      "everything, by everybody, with one code",
      2,
      [...segmentsOf(0, "1:0-10"), ...segmentsOf(1, "1:0-10")],
      ["no-variation", "everything-marked", "no-variation", "no-variation", "no-shared-passage"],
    ],
    [
      "different passages",
      2,
      [...segmentsOf(0, "1:0-5"), ...segmentsOf(1, "2:5-10")],
      [expect.any(Number), expect.any(Number), ...Array(3).fill("no-shared-passage")],
    ],
    [
      "overlapping segments of one coder",
      2,
      [...segmentsOf(0, "1:0-5 2:4-8"), ...segmentsOf(1, "1:0-5")],
      Array(5).fill("overlapping-segments"),
    ],
  ])("names the reason for %s", (_, coderCount, segments, expected) => {
    expect(allOf({ length: 10, coderCount, codeCount: 2, segments })).toEqual(expected);
  });

  test("coders who marked quite different passages agree less than by chance", () => {
    const segments = [...segmentsOf(0, "1:0-5"), ...segmentsOf(1, "2:5-10")];
    const { uAlpha } = unitizingAlphas({ length: 10, coderCount: 2, codeCount: 2, segments });
    expect(foundValue(uAlpha)).toBeLessThan(0);
  });

  test.each([
    ["empty", { start: 3, end: 3 }],
    ["reversed", { start: 5, end: 3 }],
    ["before the start", { start: -1, end: 3 }],
    ["behind the end", { start: 8, end: 11 }],
    ["fractional", { start: 0.5, end: 3 }],
  ])("refuses a segment that is %s", (_, place) => {
    const segments = [{ coder: 0, code: 0, ...place }];
    const unitization = { length: 10, coderCount: 2, codeCount: 1, segments };
    expect(() => unitizingAlphas(unitization)).toThrow(RangeError);
    expect(() => segmentAgreement(unitization, { rule: "union", ratio: 0.5 })).toThrow(RangeError);
    expect(() => positionAgreement(unitization)).toThrow(RangeError);
  });
});

test("overlappingSegments finds each segment that begins before an earlier one has ended", () => {
  const segments = [...segmentsOf(0, "1:0-9 1:2-4 2:5-7 1:9-12"), ...segmentsOf(1, "1:3-5 1:5-6")];
  const starts = overlappingSegments(segments).map(([before, after]) => [
    before.start,
    after.start,
  ]);
  expect(starts).toEqual([
    [0, 2],
    [0, 5],
  ]);
});

describe("segmentAgreement", () => {
  const segments = [...segmentsOf(0, "1:0-10 1:20-24 2:30-34"), ...segmentsOf(1, "1:0-9 1:18-26")];
  const unitization = { length: 40, coderCount: 2, codeCount: 2, segments };

  test.each([
    // 0–10 and 0–9 share 9 of 10; 20–24 lies inside 18–26, 4 of 8; 30–34 has no counterpart.
    ["union", 0.9, 2],
    ["union", 0.5, 4],
    ["longer", 0.9, 2],
    ["shorter", 0.9, 4],
    ["union", 1, 0],
    ["shorter", 1, 4],
  ] as const)("under the rule %s at %d finds %d of 5", (rule, ratio, agreeing) => {
    const found = segmentAgreement(unitization, { rule, ratio });
    expect(found).toEqual({
      ...{ exists: true, rule, ratio, agreeing, compared: 5, value: agreeing / 5 },
    });
  });

  test("asks each segment about every other coder", () => {
    const three = [...segmentsOf(0, "1:0-4"), ...segmentsOf(1, "1:0-4"), ...segmentsOf(2, "1:8-9")];
    expect(
      segmentAgreement(
        { length: 10, coderCount: 3, codeCount: 1, segments: three },
        { rule: "union", ratio: 0.5 },
      ),
    ).toMatchObject({ agreeing: 2, compared: 6 });
  });

  test("names what is missing, and refuses a ratio of 0", () => {
    const rule = { rule: "union", ratio: 0.5 } as const;
    expect(segmentAgreement({ ...unitization, segments: [] }, rule)).toMatchObject({
      reason: "nothing-marked",
    });
    expect(segmentAgreement({ ...unitization, coderCount: 1, segments: [] }, rule)).toMatchObject({
      reason: "one-coder",
    });
    expect(() => segmentAgreement(unitization, { ...rule, ratio: 0 })).toThrow(RangeError);
  });
});

describe("positionAgreement", () => {
  test("counts the positions on which pairs of coders have the same", () => {
    const segments = [...segmentsOf(0, "1:0-5"), ...segmentsOf(1, "1:2-5 2:5-7")];
    const found = positionAgreement({ length: 10, coderCount: 2, codeCount: 2, segments });
    // Gap, code 1 and code 2 have shares 10/20, 8/20 and 2/20; three categories.
    const chance = (0.5 * 0.5 + 0.4 * 0.6 + 0.1 * 0.9) / 2;
    expect(found).toEqual({
      ...{ exists: true, percentAgreement: expect.closeTo(0.6, 12), categories: 3 },
      gapShare: 0.5,
      gwetsAc1: {
        ...{ exists: true, expected: expect.closeTo(chance, 12) },
        value: expect.closeTo((0.6 - chance) / (1 - chance), 12),
      },
    });
  });

  test("has no AC1 where everybody marked everything with the same code", () => {
    const segments = [...segmentsOf(0, "1:0-9"), ...segmentsOf(1, "1:0-9")];
    const found = positionAgreement({ length: 9, coderCount: 2, codeCount: 1, segments });
    expect(found).toMatchObject({ percentAgreement: 1, gwetsAc1: { reason: "no-variation" } });
  });

  test("is the agreement of the units that the positions are", () => {
    void fc.assert(
      fc.property(unitizations, (unitization) => {
        const rows = Array.from({ length: 40 }, (_, position) =>
          Array.from({ length: unitization.coderCount }, (__, coder) => {
            const found = unitization.segments.find(
              ({ start, end, ...each }) =>
                each.coder === coder && start <= position && position < end,
            );
            return found === undefined ? 0 : found.code + 1;
          }),
        );
        const alone = positionAgreement(unitization);
        if (!alone.exists) {
          expect(unitization.segments).toEqual([]);
          return;
        }
        let equal = 0;
        let pairs = 0;
        for (const row of rows)
          for (const [coder, value] of row.entries())
            for (const other of row.slice(coder + 1)) {
              equal += value === other ? 1 : 0;
              pairs += 1;
            }
        expect(alone.percentAgreement).toBeCloseTo(equal / pairs, 10);
      }),
    );
  });
});
