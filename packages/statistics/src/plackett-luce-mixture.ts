import { bestClimb, type Known } from "./mixture/best-climb.ts";
import { mixtureData } from "./mixture/mixture-data.ts";
import { type MixtureFit, mixtureFit } from "./mixture/mixture-fit.ts";
import { fitChoiceCounts, type NoPlackettLuceFit } from "./plackett-luce.ts";
import type { Rankings } from "./rankings.ts";
import { seededRandom } from "./seeded-random.ts";

export type { MixtureClass, MixtureFit } from "./mixture/mixture-fit.ts";

/** How to look for classes; see `plackettLuceMixtures`. */
export type MixtureOptions = {
  mostClasses: number;
  seed: number;
  starts?: number;
  /**
   * Weak prior: in each class, each item is taken as chosen this many times more from all items (Dirichlet on worths).
   * 0 = maximum likelihood; 0.5 keeps worths off the boundary.
   */
  pseudoChoices?: number;
};

/** Fits with 1, 2, … classes, and the number of classes that BIC and ICL choose. */
export type PlackettLuceMixtures = {
  exists: true;
  seed: number;
  starts: number;
  pseudoChoices: number;
  fits: MixtureFit[];
  chosen: { bic: number; icl: number };
};

/** Why there are no classes: with one class already there is no maximum, or there are fewer than two respondents. */
export type NoPlackettLuceMixtures =
  | { exists: false; reason: "one-respondent" }
  | { exists: false; reason: "no-maximum"; fit: NoPlackettLuceFit };

/**
 * Latent classes of respondents: whether there are groups that value the items differently, how large, and who.
 *
 * A mixture of Plackett–Luce models, fitted by accelerated EM from many seeded starts; each number of classes also
 * starts from the best solution with one class fewer, so that without a prior the log-likelihood never falls. Ties count as each chosen
 * from the same set (Breslow). Weights: weighted likelihood, sandwich errors. BIC counts respondents; a class costs
 * its worths and its share. Classes found are a description: sharp borders between people need not exist.
 * Source: Gormley and Murphy (2008), J. American Statistical Association 103, 1014–1027; Mollica and Tardella (2017),
 * Psychometrika 82, 442–458; SQUAREM: Varadhan and Roland (2008); ICL: Biernacki, Celeux and Govaert (2000).
 * @throws RangeError if there are no classes, no starts, or the prior is negative
 * @example plackettLuceMixtures(all, { mostClasses: 4, seed: 1 })
 */
export function plackettLuceMixtures(
  all: Rankings,
  options: MixtureOptions,
): PlackettLuceMixtures | NoPlackettLuceMixtures {
  const { mostClasses, seed, starts = 100, pseudoChoices = 0 } = options;
  checkOptions(mostClasses, starts, pseudoChoices);
  if (all.n < 2) return { exists: false, reason: "one-respondent" };
  const data = mixtureData(all);
  const prior = pseudoChoices > 0 ? "pseudo" : "none";
  const one = fitChoiceCounts(data.counts, { prior });
  if (!one.exists) return { exists: false, reason: "no-maximum", fit: one };
  const pooled = Float64Array.from(one.logWorthCentred);
  const random = seededRandom(seed);
  let known: Known = { pooled };
  const fits: MixtureFit[] = [];
  for (let classes = 1; classes <= mostClasses; classes += 1) {
    const tries = classes === 1 ? 1 : starts;
    const best = bestClimb(data, { classes, starts: tries, pseudoChoices, random }, known);
    fits.push(mixtureFit(data, best, pseudoChoices));
    known = { pooled, fewer: best };
  }
  const least = (criterion: "bic" | "icl") =>
    fits.reduce((best, fit) => (fit[criterion] < best[criterion] ? fit : best)).classCount;
  const chosen = { bic: least("bic"), icl: least("icl") };
  return { exists: true, seed, starts, pseudoChoices, fits, chosen };
}

function checkOptions(mostClasses: number, starts: number, pseudoChoices: number): void {
  if (!Number.isInteger(mostClasses) || mostClasses < 1)
    throw new RangeError("plackettLuceMixtures requires at least one class");
  if (!Number.isInteger(starts) || starts < 1)
    throw new RangeError("plackettLuceMixtures requires at least one start");
  if (!(pseudoChoices >= 0 && pseudoChoices < Infinity))
    throw new RangeError("plackettLuceMixtures requires a prior that is not negative");
}
