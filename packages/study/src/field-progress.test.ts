import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dispositions,
  estimatedEligibility,
  nextFigures,
  outcomeCounts,
  type ProgressFigures,
  responseRates,
  smallestStep,
} from "./field-progress.ts";

test("responseRates gives the rates of the published example of the R package outcomerate 1.0.1", () => {
  const counts = {
    complete: 4,
    partial: 2,
    refusal: 1,
    nonContact: 1,
    other: 1,
    unknown: 2,
    notEligible: 1,
  };
  const rates = responseRates(counts, estimatedEligibility(counts));
  const published = { rr1: 0.364, rr2: 0.545, rr3: 0.37, rr4: 0.556, rr5: 0.444, rr6: 0.667 };
  for (const [name, rate] of Object.entries(rates))
    expect(rate, name).toBeCloseTo(published[name as keyof typeof published], 3);
});

const counts = fc.record({
  complete: fc.nat(500),
  partial: fc.nat(500),
  refusal: fc.nat(500),
  nonContact: fc.nat(500),
  other: fc.nat(500),
  unknown: fc.nat(500),
  notEligible: fc.nat(500),
});

test("responseRates lie between 0 and 1, rise from 1 to 3 to 5 and from 2 to 4 to 6, and agree with e = 1 and e = 0", () => {
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (given, e) => {
      const { rr1, rr2, rr3, rr4, rr5, rr6 } = responseRates(given, e);
      for (const [low, middle, high] of [
        [rr1, rr3, rr5],
        [rr2, rr4, rr6],
      ]) {
        if (low === undefined || middle === undefined || high === undefined) continue;
        expect(0 <= low && low <= middle + 1e-12 && middle <= high + 1e-12 && high <= 1).toBe(true);
      }
      expect(responseRates(given, 1).rr3).toBe(rr1);
      expect(responseRates(given, 0).rr4).toBe(rr6);
    }),
  );
});

test("responseRates of nobody are undefined, and impossible counts are refused", () => {
  const nobody = {
    complete: 0,
    partial: 0,
    refusal: 0,
    nonContact: 0,
    other: 0,
    unknown: 0,
    notEligible: 0,
  };
  expect(Object.values(responseRates(nobody, 1))).toEqual(Array(6).fill(undefined));
  expect(() => responseRates({ ...nobody, complete: -1 }, 1)).toThrow(RangeError);
  expect(() => responseRates(nobody, 1.1)).toThrow(RangeError);
});

test("dispositions count each person asked once, however the figures were shown", () => {
  const facts = fc.record({
    invited: fc.nat(500),
    unsent: fc.nat(50),
    undelivered: fc.nat(50),
    begun: fc.nat(300),
    complete: fc.nat(200),
    partial: fc.nat(100),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const by = dispositions(given);
      for (const count of Object.values(by)) expect(count).toBeGreaterThanOrEqual(0);
      const sum = Object.values(by).reduce((total, count) => total + count, 0);
      const reacted = Math.max(given.begun, given.complete + given.partial);
      expect(sum).toBe(Math.max(given.invited, reacted));
    }),
  );
  const example = dispositions({
    invited: 10,
    unsent: 1,
    undelivered: 1,
    begun: 5,
    complete: 3,
    partial: 1,
  });
  expect(example).toEqual({ "1.1": 3, "1.2": 1, "2.12": 1, "3.11": 1, "3.19": 3, "3.30": 1 });
  expect(responseRates(outcomeCounts(example), 1).rr2).toBe(0.4);
});

const figures = (begun: number, more: Partial<ProgressFigures> = {}): ProgressFigures => ({
  ...{ begun, complete: begun, partial: 0, lastPages: [], units: [] },
  ...more,
});

test("whoever watches day after day sees every figure stand still or move by at least five people", () => {
  const units = ["a", "b", "c"];
  const day = fc.record({
    complete: fc.nat(7),
    partial: fc.nat(7),
    pages: fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }),
    units: fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(day, { maxLength: 20 }), (days) => {
      const truth = { complete: 0, partial: 0, pages: [0, 0, 0], units: [0, 0, 0] };
      let shown: ProgressFigures | undefined;
      for (const one of days) {
        truth.complete += one.complete;
        truth.partial += one.partial;
        truth.pages = truth.pages.map((count, at) => count + (one.pages[at] ?? 0));
        truth.units = truth.units.map((count, at) => Math.min(60, count + (one.units[at] ?? 0)));
        const now = figures(truth.complete + truth.partial, {
          complete: truth.complete,
          partial: truth.partial,
          lastPages: truth.pages.map((partial, at) => ({ page: `p${at}`, partial })),
          units: truth.units.map((begun, at) => ({ unit: units[at] ?? "", invited: 60, begun })),
        });
        const next = nextFigures(shown, now, 10) ?? shown;
        for (const [name, cell] of cells(next)) {
          const before = cells(shown).get(name) ?? 0;
          expect(cell === before || Math.abs(cell - before) >= smallestStep, name).toBe(true);
        }
        shown = next;
      }
    }),
  );
});

function cells(shown: ProgressFigures | undefined): Map<string, number> {
  if (shown === undefined) return new Map();
  return new Map([
    ["begun", shown.begun],
    ["complete", shown.complete],
    ["partial", shown.partial],
    ...shown.lastPages.map(({ page, partial }): [string, number] => [`page ${page}`, partial]),
    ...shown.units.map(({ unit, begun }): [string, number] => [`unit ${unit}`, begun]),
  ]);
}

test("small groups are not listed, nor is one that would follow from a single hidden one", () => {
  const unit = (name: string, invited: number, begun: number) => ({ unit: name, invited, begun });
  const listed = (...units: ProgressFigures["units"]) =>
    nextFigures(undefined, figures(50, { units }), 10)?.units.map((one) => one.unit);
  expect(listed(unit("a", 30, 10), unit("b", 40, 20), unit("c", 9, 5))).toEqual(["b"]);
  expect(listed(unit("a", 30, 10), unit("b", 9, 5), unit("c", 8, 5))).toEqual(["a"]);
  expect(listed(unit("a", 30, 26), unit("b", 40, 20), unit("c", 20, 10))).toEqual(["b"]);
  expect(listed(unit("", 100, 20))).toEqual([]);
});
