import { expect, test } from "vitest";
import { rankings } from "./build-rankings.ts";
import { normalQuantile, normalTwoSidedTail } from "./distributions/standard-normal.ts";
import { driversSynth, driversSynthRankings } from "./example/drivers-synth.ts";
import { plackettLuce } from "./plackett-luce.ts";
import { selectRankings } from "./select-rankings.ts";
import { groupContrast, itemContrast } from "./wald-contrasts.ts";

function fit(keep: (group: string) => boolean) {
  const all = driversSynthRankings();
  const rows = driversSynth.rows.flatMap((row, index) => (keep(row.charAt(0)) ? [index] : []));
  const found = plackettLuce(selectRankings(all, rows));
  if (!found.exists) throw new Error(found.reason);
  return found;
}

test("groupContrast agrees with coxph with interactions, per item", () => {
  const [others, groupC] = [fit((group) => group !== "C"), fit((group) => group === "C")];
  const { coef, se } = driversSynth.interactionC;
  for (let item = 1; item < 8; item += 1) {
    const found = groupContrast(groupC, others, item, { reference: 0 });
    expect(found?.difference).toBeCloseTo(coef[6 + item] ?? 0, 6);
    expect(found?.standardError).toBeCloseTo(se[6 + item] ?? 0, 7);
  }
  expect(groupContrast(groupC, others, 0, { reference: 0 })).toBeUndefined();
});

test("itemContrast against the first item has the estimate and error of the first-item convention", () => {
  const found = fit(() => true);
  const contrast = itemContrast(found, 4, 0);
  expect(contrast?.difference).toBeCloseTo(driversSynth.complete.logWorth[4] ?? 0, 9);
  expect(contrast?.standardError).toBeCloseTo(driversSynth.complete.standardError[4] ?? 0, 9);
  expect(contrast?.interval[1]).toBeCloseTo(-1.692518667 + 1.959963985 * 0.073673852, 7);
  expect(itemContrast(found, 2, 2)).toBeUndefined();
});

test("normalQuantile and normalTwoSidedTail agree with tables", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(0.005)).toBeCloseTo(-2.5758293035489004, 12);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalTwoSidedTail(1.959963984540054)).toBeCloseTo(0.05, 14);
  expect(() => normalQuantile(1)).toThrow(RangeError);
});

test("contrasts are those of the rankings in any order", () => {
  const all = driversSynthRankings();
  const turned = rankings({
    itemCount: 8,
    rows: Array.from({ length: all.n }, (_, row) =>
      Array.from(all.ranks.slice(row * 8, row * 8 + 8)).reverse(),
    ),
  });
  if (!turned.ok) throw new Error("not ok");
  const found = plackettLuce(turned.rankings);
  if (!found.exists) throw new Error(found.reason);
  expect(itemContrast(found, 7, 3)?.z).toBeCloseTo(
    itemContrast(
      fit(() => true),
      0,
      4,
    )?.z ?? 0,
    8,
  );
});
