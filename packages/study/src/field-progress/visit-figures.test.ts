import fc from "fast-check";
import { expect, test } from "vitest";
import { nextFigures, type ProgressFigures, smallestStep } from "../field-progress.ts";
import { type DeviceClass, deviceClassSchema, visitSchema } from "../visit.ts";
import { exactVisits, type VisitCount, type VisitFigures } from "./visit-figures.ts";

const devices = deviceClassSchema.options;

/** So many responses from each device, all after the same minutes. */
const counted = (of: Partial<Record<DeviceClass, number>>, minutes = 12): VisitCount[] =>
  devices.flatMap((device) => {
    const responses = of[device] ?? 0;
    return responses === 0 ? [] : [{ device, minutes, responses }];
  });

const figures = (visits: VisitFigures | undefined): ProgressFigures => ({
  ...{ begun: 0, complete: 0, partial: 0, lastPages: [], units: [] },
  ...(visits && { visits }),
});

/** What is shown after day upon day, of what had been counted by then. */
function shownAfter(
  days: readonly (readonly VisitCount[])[],
  minimumGroupSize = 10,
): VisitFigures[] {
  const shown: ProgressFigures[] = [];
  for (const day of days) {
    const next = nextFigures(shown.at(-1), figures(exactVisits(day)), minimumGroupSize);
    if (next !== undefined) shown.push(next);
  }
  return shown.flatMap(({ visits }) => (visits === undefined ? [] : [visits]));
}

test("exactVisits gives the median of all minutes counted and every device", () => {
  expect(
    exactVisits([
      { minutes: 30, device: "computer", responses: 2 },
      { minutes: 5, device: "phone", responses: 1 },
      { minutes: 8, device: "phone", responses: 3 },
    ]),
  ).toEqual({
    responses: 6,
    medianMinutes: 8,
    devices: [
      { device: "phone", responses: 4 },
      { device: "tablet", responses: 0 },
      { device: "computer", responses: 2 },
    ],
  });
  expect(exactVisits([])).toBeUndefined();
});

test("exactVisits gives the median that sorting all the minutes gives", () => {
  const some = fc.array(fc.integer({ min: 0, max: 240 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(some, (minutes) => {
      const sorted = minutes.toSorted((one, other) => one - other);
      const middle = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)];
      const expected = middle.reduce((sum, at) => sum + (sorted[at] ?? 0), 0) / 2;
      const counts = minutes.map((one) => ({
        ...{ minutes: one, device: "tablet" as const },
        responses: 1,
      }));
      expect(exactVisits(counts)?.medianMinutes).toBe(expected);
    }),
  );
});

test("nothing of visits is shown below the smallest group, and nothing moves for fewer than five more", () => {
  expect(shownAfter([counted({ phone: 9 })])).toEqual([]);
  const ten = counted({ phone: 10 }, 10);
  const fourMore = [...ten, ...counted({ phone: 4 }, 200)];
  const fiveMore = [...ten, ...counted({ phone: 5 }, 200), ...counted({ computer: 6 }, 200)];
  expect(shownAfter([ten, fourMore])).toHaveLength(1);
  expect(shownAfter([ten, fourMore, fiveMore])).toMatchObject([
    { responses: 10, medianMinutes: 10 },
    { responses: 21, medianMinutes: 200 },
  ]);
});

test("a device of few is one with another, or none is shown, so that it does not follow from the rest", () => {
  const devicesOf = (of: Partial<Record<DeviceClass, number>>) =>
    shownAfter([counted(of)])[0]?.devices.map(({ device, responses }) => [device, responses]);
  expect(devicesOf({ phone: 30, tablet: 5, computer: 8 })).toEqual([
    ["phone", 30],
    ["tablet", 5],
    ["computer", 8],
  ]);
  for (const tablet of [0, 4])
    expect(devicesOf({ phone: 30, tablet, computer: 8 })).toEqual([
      ["phone-or-tablet", 30 + tablet],
      ["computer", 8],
    ]);
  expect(devicesOf({ phone: 3, tablet: 3, computer: 8 })?.[0]).toEqual(["phone-or-tablet", 6]);
  expect(devicesOf({ phone: 30, tablet: 10, computer: 4 })).toEqual([]);
  expect(devicesOf({ phone: 30 })).toEqual([]);
});

test("whatever of devices was ever shown, compared with whatever else, differs by nobody or by at least five people", () => {
  const day = fc.record({
    phone: fc.nat(9),
    tablet: fc.nat(3),
    computer: fc.nat(9),
    minutes: fc.nat(240),
  });
  let moved = 0;
  fc.assert(
    fc.property(fc.array(day, { maxLength: 25 }), (days) => {
      let soFar: VisitCount[] = [];
      const each = days.map(({ minutes, ...of }) => {
        soFar = [...soFar, ...counted(of, minutes)];
        return soFar;
      });
      const shown = shownAfter(each);
      const totals = shown.map(({ responses }) => responses);
      const tables = shown.map((one) => one.devices).filter(({ length }) => length > 0);
      for (const [at, later] of tables.entries()) {
        expect(totals).toContain(sumOf(later));
        for (const { responses } of later) expect(responses).toBeGreaterThanOrEqual(smallestStep);
        for (const earlier of tables.slice(0, at))
          for (const part of partsOfBoth(earlier, later)) expectNobodyOrMany(part);
      }
      for (const [at, total] of totals.entries()) expectNobodyOrMany(total - (totals[at - 1] ?? 0));
      moved += tables.length;
    }),
    { numRuns: 400 },
  );
  expect(moved).toBeGreaterThan(400);
});

const sumOf = (table: VisitFigures["devices"]) =>
  table.reduce((sum, { responses }) => sum + responses, 0);

/** By how much everything has changed that two tables both tell, each alone or together with others. */
function partsOfBoth(earlier: VisitFigures["devices"], later: VisitFigures["devices"]): number[] {
  const of = (table: VisitFigures["devices"], device: string) =>
    table.find((one) => one.device === device)?.responses ?? 0;
  const handhelds = (table: VisitFigures["devices"]) => sumOf(table) - of(table, "computer");
  const areBothParted = [earlier, later].every((table) => table.length === devices.length);
  const changes = areBothParted
    ? devices.map((device) => of(later, device) - of(earlier, device))
    : [handhelds(later) - handhelds(earlier), of(later, "computer") - of(earlier, "computer")];
  const [one = 0, other = 0, third = 0] = changes;
  return [one, other, third, one + other, one + third, other + third, one + other + third];
}

function expectNobodyOrMany(change: number): void {
  expect(change === 0 || change >= smallestStep).toBe(true);
}

test("what an installation counts anew does not move what was shown elsewhere before it has caught up", () => {
  const elsewhere = counted({ phone: 20, computer: 20 });
  const anew = counted({ phone: 12, computer: 40 });
  const caughtUp = counted({ phone: 25, computer: 45 });
  const [first, second, third] = shownAfter([elsewhere, anew, caughtUp]);
  expect(second).toMatchObject({ responses: 52, devices: first?.devices });
  expect(third?.devices).toEqual([
    { device: "phone-or-tablet", responses: 25 },
    { device: "computer", responses: 45 },
  ]);
});

test("visitSchema takes whole minutes up to four hours and three kinds of device, and nothing else", () => {
  for (const minutes of [0, 17, 240])
    expect(visitSchema.safeParse({ minutes, device: "phone" }).success).toBe(true);
  for (const visit of [
    { minutes: 241, device: "phone" },
    { minutes: -1, device: "phone" },
    { minutes: 1.5, device: "phone" },
    { minutes: 1, device: "watch" },
    { minutes: 1, device: "phone", userAgent: "x" },
    { minutes: 1 },
  ])
    expect(visitSchema.safeParse(visit).success).toBe(false);
});
