import { normalDraws } from "./rank-sets/normal-draws.ts";
import { type RankSet, setsFromVerdicts } from "./rank-sets/sets-from-verdicts.ts";

export type { RankSet } from "./rank-sets/sets-from-verdicts.ts";

/** Rank sets for every item, with how they were made. */
export type RankConfidenceSets = {
  sets: RankSet[];
  kind: "simultaneous" | "marginal";
  level: number;
  draws: number;
  seed: number;
};

/** Estimates with their covariance (as from `plackettLuce`, or of means), and how to judge them. */
export type RankSetInput = {
  estimates: readonly number[];
  covariance: readonly (readonly number[])[];
  higherIsBetter: boolean;
  kind: "simultaneous" | "marginal";
  level?: number;
  draws?: number;
  seed: number;
};

/**
 * Confidence sets for ranks: which ranks an item may really have, given that the estimates are uncertain.
 *
 * Simultaneous: the sets of all items hold together with the stated probability. Marginal: each set by itself.
 * Method: all differences are tested against the distribution of the greatest standardised difference (simulated from
 * the normal distribution), stepping down after every round of rejections; sets follow from the verdicts.
 * Source: Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91, 476–518; Romano and Wolf (2005).
 * @throws RangeError if the level is not between 0 and 1 or there is no draw
 * @returns undefined if some difference between items has no variance
 * @example rankConfidenceSets({ estimates: [2, 0], covariance: [[0.1, 0], [0, 0.1]], higherIsBetter: true,
 *   kind: "simultaneous", seed: 1 })?.sets // [{ lower: 1, rank: 1, upper: 1 }, { lower: 2, rank: 2, upper: 2 }]
 */
export function rankConfidenceSets(input: RankSetInput): RankConfidenceSets | undefined {
  const { covariance, higherIsBetter, kind, level = 0.95, draws = 20_000, seed } = input;
  if (!(level > 0 && level < 1)) throw new RangeError("rank sets require a level between 0 and 1");
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError("rank sets require draws from 1");
  const estimates = input.estimates.map((estimate) => (higherIsBetter ? estimate : -estimate));
  const k = estimates.length;
  const how = { kind, level, draws, seed };
  if (k === 1) return { sets: [{ lower: 1, rank: 1, upper: 1 }], ...how };
  const values = normalDraws(covariance, draws, seed);
  if (values === undefined) return undefined;
  const errors = differenceErrors(covariance);
  const rule = { estimates, errors, values, level };
  const pairs = orderedPairs(k);
  if (kind === "simultaneous") {
    const certain = steppedDown(pairs, rule);
    return { sets: setsFromVerdicts(estimates, (i, j) => certain.has(i * k + j)), ...how };
  }
  const sets = estimates.map((_, item) => {
    const own = pairs.filter(([i, j]) => i === item || j === item);
    const certain = steppedDown(own, rule);
    return setsFromVerdicts(estimates, (i, j) => certain.has(i * k + j))[item];
  });
  return { sets: sets.filter((set) => set !== undefined), ...how };
}

type Pair = readonly [number, number];

function orderedPairs(k: number): Pair[] {
  const items = Array.from({ length: k }, (_, item) => item);
  return items.flatMap((i) => items.filter((j) => j !== i).map((j): Pair => [i, j]));
}

function differenceErrors(covariance: readonly (readonly number[])[]): Float64Array {
  const k = covariance.length;
  const at = (i: number, j: number) => covariance[i]?.[j] ?? 0;
  return Float64Array.from({ length: k * k }, (_, cell) => {
    const [i, j] = [Math.floor(cell / k), cell % k];
    return Math.sqrt(Math.max(0, at(i, i) + at(j, j) - 2 * at(i, j)));
  });
}

type Rule = {
  estimates: readonly number[];
  errors: Float64Array;
  values: Float64Array;
  level: number;
};

/** Pairs (as i × k + j) for which "i is not better than j" is rejected. */
function steppedDown(pairs: readonly Pair[], rule: Rule): Set<number> {
  const { estimates, errors } = rule;
  const k = estimates.length;
  const rejected = new Set<number>();
  let left = pairs;
  for (;;) {
    if (left.length === 0) return rejected;
    const critical = criticalValue(left, rule);
    const next = left.filter(([i, j]) => {
      const z = ((estimates[i] ?? 0) - (estimates[j] ?? 0)) / (errors[i * k + j] ?? 0);
      if (z > critical) rejected.add(i * k + j);
      return !(z > critical);
    });
    if (next.length === left.length) return rejected;
    left = next;
  }
}

/** The value that the greatest of the simulated standardised differences exceeds in 1 − level of the draws. */
function criticalValue(pairs: readonly Pair[], { estimates, errors, values, level }: Rule): number {
  const k = estimates.length;
  const greatest = new Float64Array(values.length / k);
  const firsts = Uint16Array.from(pairs, ([i]) => i);
  const seconds = Uint16Array.from(pairs, ([, j]) => j);
  const scales = Float64Array.from(pairs, ([i, j]) => 1 / (errors[i * k + j] ?? 0));
  for (let draw = 0; draw < greatest.length; draw += 1) {
    let most = -Infinity;
    for (let pair = 0; pair < scales.length; pair += 1) {
      const difference =
        (values[draw * k + (firsts[pair] ?? 0)] ?? 0) -
        (values[draw * k + (seconds[pair] ?? 0)] ?? 0);
      const z = difference * (scales[pair] ?? 0);
      if (z > most) most = z;
    }
    greatest[draw] = most;
  }
  greatest.sort();
  const place = Math.min(Math.ceil(level * greatest.length), greatest.length) - 1;
  return greatest[place] ?? Infinity;
}
