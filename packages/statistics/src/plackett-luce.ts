import type { ChoiceCounts, TieModel } from "./choice-counts.ts";
import { choiceCounts } from "./count-choices.ts";
import { likelihoodOf } from "./plackett-luce/likelihood-of.ts";
import { maximiseLikelihood } from "./plackett-luce/maximise-likelihood.ts";
import { nullLogLikelihood } from "./plackett-luce/null-log-likelihood.ts";
import { maximiseWithGhost } from "./plackett-luce/pseudo-rankings.ts";
import { robustCovariance } from "./plackett-luce/robust-covariance.ts";
import { type WorthEstimates, worthEstimates } from "./plackett-luce/worth-estimates.ts";
import { preferenceNetwork } from "./preference-network.ts";
import type { Rankings } from "./rankings.ts";

export type { WorthEstimates } from "./plackett-luce/worth-estimates.ts";

/** How to fit; see `plackettLuce`. */
export type PlackettLuceOptions = {
  /** "pseudo" draws the estimates together by invented comparisons with a ghost item; never by default. */
  prior?: "none" | "pseudo";
  /** Invented wins, and as many losses, of each item against the ghost. */
  pseudoRankings?: number;
  ties?: TieModel;
  /** Sandwich standard errors; the default if there are weights. */
  robust?: boolean;
};

/** Why there are no worths by maximum likelihood. */
export type NoMaximumReason =
  | "one-item"
  | "nothing-compared"
  | "disconnected"
  | "one-sided"
  | "diverges";

/** A tie parameter δ for ties of `order` items, on the log scale. */
export type TieParameter = { order: number; logTie: number; standardError: number };

/** Worths and all that belongs to them. */
export type PlackettLuceFit = WorthEstimates & {
  exists: true;
  n: number;
  tieParameters: TieParameter[];
  logLikelihood: number;
  nullLogLikelihood: number;
  df: number;
  aic: number;
  bic: number;
  iterations: number;
  gradientNorm: number;
  errors: "model" | "robust";
  prior: "none" | "pseudo";
};

/**
 * No worths: `components` from the most to the least preferred; `parts` were never compared with each other
 * (item indices). One-sided: an earlier component was always preferred to a later one where they met.
 */
export type NoPlackettLuceFit = {
  exists: false;
  reason: NoMaximumReason;
  n: number;
  parts: number[][];
  components: number[][];
};

/**
 * Plackett–Luce worths: how strongly each item is valued, from rankings of any kind, with standard errors.
 *
 * The worth of an item is the probability that it is chosen first from all items; worths are fitted to every choice in
 * every ranking at once. Missing: as the rankings say. Ties: Davidson–Luce (a tie is an outcome with a parameter of its
 * own per size) or Breslow. Weights: weighted estimates, and robust errors with each respondent as one unit.
 * Whether a maximum exists is looked into first. The assumption that can be wrong: the odds between two items do not
 * depend on what else there is to choose from.
 * With pseudo-rankings, log-likelihood and errors are those of the real data at the estimates drawn together (the
 * errors include the pseudo-rankings only where the real data leave items unconnected).
 * Null log-likelihood: every outcome, ties included, equally likely. BIC counts respondents.
 * Source: Plackett (1975), Applied Statistics 24(2), 193–202; Luce (1959); Hunter (2004), Annals of Statistics 32(1),
 * 384–406; ties and pseudo-rankings: Turner et al. (2020), Computational Statistics 35, 1027–1057.
 * @returns `exists: false` with the reason and the parts of the network if there is no maximum
 * @throws RangeError if `pseudoRankings` is not positive
 * @example plackettLuce(all) // { exists: true, worth: [0.5, …], … }
 */
export function plackettLuce(
  all: Rankings,
  options: PlackettLuceOptions = {},
): PlackettLuceFit | NoPlackettLuceFit {
  const ties = options.ties ?? "davidson";
  const counts = choiceCounts(all, { ties });
  const isRobust = options.robust ?? all.weights !== undefined;
  return fitChoiceCounts(counts, {
    ...options,
    ...(isRobust && {
      robustly: (parameters: Float64Array, covariance: Float64Array) =>
        robustCovariance({ all, counts, ties, parameters, covariance }),
    }),
  });
}

/** Turns the model's covariance of the parameters into a robust one. */
type Robustly = (parameters: Float64Array, covariance: Float64Array) => Float64Array;

/**
 * Plackett–Luce worths from counts alone, where no respondent is at hand any more; see `plackettLuce`.
 *
 * @example fitChoiceCounts(choiceCounts(all))
 */
export function fitChoiceCounts(
  counts: ChoiceCounts,
  options: Pick<PlackettLuceOptions, "prior" | "pseudoRankings"> & { robustly?: Robustly } = {},
): PlackettLuceFit | NoPlackettLuceFit {
  const { itemCount: k, tieOrders, n } = counts;
  const prior = options.prior ?? "none";
  const { parts, components } = preferenceNetwork(counts);
  const none = (reason: NoMaximumReason): NoPlackettLuceFit => ({
    exists: false,
    ...{ reason, n, parts, components },
  });
  if (k === 1) return none("one-item");
  if (counts.choices === 0) return none("nothing-compared");
  if (prior === "none" && parts.length > 1) return none("disconnected");
  if (prior === "none" && components.length > 1) return none("one-sided");
  const maximum =
    prior === "none"
      ? maximiseLikelihood(likelihoodOf(counts))
      : maximiseWithGhost(counts, options.pseudoRankings ?? 0.5, parts.length === 1);
  if (maximum === undefined) return none("diverges");
  const { parameters } = maximum;
  const covariance = options.robustly?.(parameters, maximum.covariance) ?? maximum.covariance;
  const logLikelihood = likelihoodOf(counts).value(parameters);
  const df = k - 1 + tieOrders.length;
  const size = k + tieOrders.length;
  return {
    exists: true,
    n,
    ...worthEstimates(parameters, covariance, k),
    tieParameters: tieOrders.map((order, index) => ({
      order,
      logTie: parameters[k + index] ?? 0,
      standardError: Math.sqrt(covariance[(k + index) * (size + 1)] ?? 0),
    })),
    logLikelihood,
    nullLogLikelihood: nullLogLikelihood(counts),
    df,
    aic: 2 * df - 2 * logLikelihood,
    bic: df * Math.log(n) - 2 * logLikelihood,
    iterations: maximum.iterations,
    gradientNorm: maximum.gradientNorm,
    errors: options.robustly === undefined ? "model" : "robust",
    prior,
  };
}
