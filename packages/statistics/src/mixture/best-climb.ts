import type { MixtureData } from "./mixture-data.ts";
import { type Climb, Squarem, type StopRule } from "./squarem.ts";
import { extended, randomStart, splitStart } from "./starting-points.ts";

/** All starts get a short climb, the better ones a longer one, the best are polished. */
const rounds: readonly (StopRule & { keep: number })[] = [
  { mostCycles: 30, leastGain: 2e-2, keep: 1 },
  { mostCycles: 100, leastGain: 5e-3, keep: 0.6 },
  { mostCycles: 400, leastGain: 5e-4, keep: 0.4 },
  { mostCycles: 2000, leastGain: 1e-9, keep: 0.2 },
];

/** Climbs that end closer together than this have reached the same maximum. */
const same = 1e-3;

/** What is known before the climb: the worths of all, and the best solution with one class fewer. */
export type Known = { pooled: Float64Array; fewer?: { parameters: Float64Array; value: number } };

/** The best of many climbs, with how many of the polished ones reached it. */
export type BestClimb = Climb & { starts: number; polished: number; reached: number };

/**
 * Climbs from many starts and keeps the best; without a prior never worse than the best solution with one class fewer.
 */
export function bestClimb(
  data: MixtureData,
  options: { classes: number; starts: number; pseudoChoices: number; random: () => number },
  known: Known,
): BestClimb {
  const { classes, starts, random } = options;
  const squarem = new Squarem(data, classes, options.pseudoChoices);
  const fewer = known.fewer?.parameters;
  let points = Array.from({ length: starts }, (_, turn) =>
    randomStart(data, classes, random, {
      pooled: known.pooled,
      turn,
      ...(fewer !== undefined && { fewer }),
    }),
  );
  if (fewer !== undefined)
    for (let split = 0; split < classes - 1; split += 1)
      points.push(splitStart(fewer, classes, data.itemCount, split, random));
  const total = points.length;
  let climbs: Climb[] = [];
  for (const { keep, ...rule } of rounds) {
    const most = Math.max(2, Math.ceil(keep * total));
    climbs = [];
    let toReach = -Infinity;
    for (const point of points.slice(0, most)) {
      const climb = squarem.climb(point, { ...rule, toReach });
      climbs.push(climb);
      toReach = Math.max(toReach, climb.value - same);
    }
    climbs.sort((a, b) => b.value - a.value);
    points = climbs.map(({ parameters }) => parameters);
  }
  const [best] = climbs;
  if (best === undefined) throw new RangeError("mixtures require at least one start");
  const reached = climbs.filter(({ value }) => value > best.value - same).length;
  const counted = { starts: total, polished: climbs.length, reached };
  // With a prior, values with more classes are not comparable, and nothing is promised.
  const isWorse = known.fewer !== undefined && best.value < known.fewer.value;
  if (known.fewer === undefined || !isWorse || options.pseudoChoices > 0)
    return { ...best, ...counted };
  const parameters = extended(known.fewer.parameters, classes, data.itemCount, 0);
  return { ...best, parameters, value: known.fewer.value, ...counted, reached: 0 };
}
