import { type MixtureFit, plackettLuceMixtures } from "./plackett-luce-mixture.ts";
import { RowChoices } from "./rankings/row-choices.ts";
import type { Rankings } from "./rankings.ts";
import { seededRandom } from "./seeded-random.ts";

/** Whether one class more explains more than chance would; `draws` = simulations that could be fitted. */
export type MixtureBootstrapTest = {
  value: number;
  p: number;
  draws: number;
  seed: number;
  classes: number;
};

/** Fits stop a little short of their maximum: gains that differ by less are the same. */
const rounding = 1e-6;

/**
 * Parametric bootstrap of the likelihood ratio between G and G + 1 classes: a guard against reading noise as groups.
 *
 * Simulates rankings from the fit with G classes (same items shown and as many places per row as in the data), fits
 * both to each, and counts ratios at least as large. p = (1 + that number) / (1 + draws).
 * Source: McLachlan (1987), Applied Statistics 36, 318–324.
 * @throws RangeError if there is no draw
 * @returns undefined if the mixtures do not exist
 * @example mixtureBootstrapTest(all, { classes: 1, draws: 99, starts: 10, seed: 1 })
 */
export function mixtureBootstrapTest(
  all: Rankings,
  options: {
    classes: number;
    draws: number;
    starts: number;
    seed: number;
    pseudoChoices?: number;
    /** Called after each simulation with how many are done, to show progress. */
    onDraw?: (done: number) => void;
  },
): MixtureBootstrapTest | undefined {
  const { classes, draws, seed } = options;
  if (!Number.isInteger(draws) || draws < 1)
    throw new RangeError("mixtureBootstrapTest requires draws from 1");
  const settings = { ...options, mostClasses: classes + 1 };
  const ratio = (rankings: Rankings, fitSeed: number) => {
    const found = plackettLuceMixtures(rankings, { ...settings, seed: fitSeed });
    const [fewer, more] = found.exists ? found.fits.slice(-2) : [];
    if (fewer === undefined || more === undefined) return undefined;
    return { fewer, value: 2 * (more.logLikelihood - fewer.logLikelihood) };
  };
  const observed = ratio(all, seed);
  if (observed === undefined) return undefined;
  const random = seededRandom(seed);
  let atLeast = 0;
  let fitted = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const simulated = ratio(simulateMixture(all, observed.fewer, random), seed);
    options.onDraw?.(draw + 1);
    if (simulated === undefined) continue;
    fitted += 1;
    if (simulated.value >= observed.value - rounding) atLeast += 1;
  }
  return { value: observed.value, p: (1 + atLeast) / (1 + fitted), draws: fitted, seed, classes };
}

/**
 * Rankings drawn from a mixture, in the shape of given ones: same items faced and as many places per row; no ties.
 *
 * @example simulateMixture(all, fit, seededRandom(1))
 */
export function simulateMixture(all: Rankings, fit: MixtureFit, random: () => number): Rankings {
  const { itemCount: k } = all;
  const repeats = all.counts ?? new Float64Array(all.rowCount).fill(1);
  const ranks: number[] = [];
  const walk = new RowChoices(all);
  for (let row = 0; row < all.rowCount; row += 1) {
    walk.load(row);
    const places = walk.starts[walk.choices] ?? 0;
    const faced = Array.from(walk.pool.subarray(0, walk.size));
    for (let respondent = 0; respondent < (repeats[row] ?? 0); respondent += 1) {
      const { logWorth } = drawClass(fit, random);
      const cells = new Array<number>(k).fill(0);
      const arrivals = faced.map((item) => ({
        item,
        time: Math.log(-Math.log(1 - random())) - (logWorth[item] ?? 0),
      }));
      arrivals.sort((a, b) => a.time - b.time);
      for (const [place, { item }] of arrivals.slice(0, places).entries()) cells[item] = place + 1;
      ranks.push(...cells);
    }
  }
  const rowCount = ranks.length / k;
  const compact = k < 256 ? Uint8Array.from(ranks) : Uint16Array.from(ranks);
  return { itemCount: k, rowCount, n: rowCount, ranks: compact, unranked: all.unranked };
}

function drawClass({ classes }: MixtureFit, random: () => number): { logWorth: number[] } {
  let left = random();
  for (const group of classes) {
    left -= group.share;
    if (left < 0) return group;
  }
  return classes[0] ?? { logWorth: [] };
}
