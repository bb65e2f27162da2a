import { quantileSorted } from "simple-statistics";
import { seededIndex } from "../seeded-index.ts";
import { differenceOf } from "./alpha-difference.ts";
import { disagreements, unitDisagreements } from "./alpha-disagreements.ts";
import type { AlphaDifference } from "./alpha-level.ts";
import { type NoAgreement, noAgreement } from "./no-agreement.ts";
import { distinctUnits, type PairableUnits, pairableUnits } from "./pairable-units.ts";
import type { ReliabilityData } from "./reliability-data.ts";

/** An interval of α, with everything needed to make it again. */
export type AlphaInterval = {
  exists: true;
  lower: number;
  upper: number;
  /** Share of draws between the bounds. */
  level: number;
  /** Units are drawn with all their values, and the tails of the drawn values of α are cut off. */
  algorithm: "percentile bootstrap of units";
  seed: number;
  draws: number;
  /** Draws in which nothing varied, so that α did not exist; they are left out. */
  failed: number;
  /** Units drawn from, and in each draw. */
  units: number;
};

/**
 * Percentile bootstrap of α: between which bounds α would move if other, comparable units had been coded by these coders.
 *
 * Draws units with replacement and computes α anew, expected disagreement included. Units with fewer than two values are not
 * drawn. The result depends on the data and the seed, not on the order of units or coders. Other algorithms give other
 * widths: the SPSS macro of Hayes and Krippendorff (2007) draws single pairs of values and keeps the expected disagreement.
 * Source: Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 13. Too narrow for few units.
 * @throws RangeError if there is no draw, or the level is not between 0 and 1
 * @returns "one-coder", "no-shared-unit", "too-few-units", "no-variation", "too-many-failed-draws" (more than 1 in 20)
 * @example alphaBootstrap(data, { difference: { level: "nominal" }, seed: 1, draws: 2000 })
 */
export function alphaBootstrap(
  data: ReliabilityData,
  options: { difference: AlphaDifference; seed: number; draws: number; level?: number },
): AlphaInterval | NoAgreement {
  const { difference, seed, draws, level = 0.95 } = options;
  if (!Number.isInteger(draws) || draws < 1)
    throw new RangeError("bootstrap requires draws from 1");
  if (!(level > 0 && level < 1)) throw new RangeError("bootstrap requires a level between 0 and 1");
  if (data.coderCount < 2) return noAgreement("one-coder");
  const units = distinctUnits(pairableUnits(data));
  const { unitCount, times = new Uint32Array(unitCount) } = units;
  if (unitCount === 0) return noAgreement("no-shared-unit");
  if (unitCount === 1 && times[0] === 1) return noAgreement("too-few-units");
  if (disagreements(units, difference) === undefined) return noAgreement("no-variation");
  const values = drawnAlphas(units, times, { difference, seed, draws });
  const failed = draws - values.length;
  if (failed > draws / 20) return noAgreement("too-many-failed-draws");
  const sorted = Array.from(values.sort());
  const tail = (1 - level) / 2;
  return {
    exists: true,
    lower: quantileSorted(sorted, tail),
    upper: quantileSorted(sorted, 1 - tail),
    ...{ level, algorithm: "percentile bootstrap of units", seed, draws, failed },
    units: times.reduce((sum, count) => sum + count, 0),
  };
}

/** α of every draw in which it exists. */
function drawnAlphas(
  units: PairableUnits,
  times: Uint32Array,
  { difference, seed, draws }: { difference: AlphaDifference; seed: number; draws: number },
): Float64Array {
  const owners = unitOfEach(times);
  const index = seededIndex(seed);
  const drawn = new Uint32Array(units.unitCount);
  const fixed = fixedDisagreements(units, difference);
  const kept = new Float64Array(draws);
  let count = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    drawn.fill(0);
    for (let pick = 0; pick < owners.length; pick += 1) {
      const unit = owners[index(owners.length)] ?? 0;
      drawn[unit] = (drawn[unit] ?? 0) + 1;
    }
    const found = disagreements({ ...units, times: drawn }, fixed.difference, fixed.ofUnits);
    if (found === undefined) continue;
    kept[count] = 1 - found.observed / found.expected;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** What need not be computed in every draw. Only ordinal differences depend on which values were drawn. */
function fixedDisagreements(
  units: PairableUnits,
  difference: AlphaDifference,
): { difference: AlphaDifference; ofUnits?: Float64Array } {
  if ("level" in difference && difference.level === "ordinal") return { difference };
  const found = { counts: new Float64Array(units.categoryCount), values: units.values };
  const between = differenceOf(difference, found);
  const ofUnits = unitDisagreements(units, between);
  return "level" in difference
    ? { difference, ofUnits }
    : { difference: { distance: tabled(between, units.categoryCount) }, ofUnits };
}

/** A distance looked up instead of computed. */
function tabled(
  distance: (category: number, other: number) => number,
  categoryCount: number,
): (category: number, other: number) => number {
  const table = new Float64Array(categoryCount * categoryCount);
  for (let category = 0; category < categoryCount; category += 1)
    for (let other = 0; other < categoryCount; other += 1)
      table[category * categoryCount + other] = distance(category, other);
  return (category, other) => table[category * categoryCount + other] ?? 0;
}

function unitOfEach(times: Uint32Array): Uint32Array {
  const owners = new Uint32Array(times.reduce((sum, count) => sum + count, 0));
  let place = 0;
  for (const [unit, count] of times.entries()) {
    owners.fill(unit, place, place + count);
    place += count;
  }
  return owners;
}
