import {
  type MixtureFit,
  type MixtureOptions,
  mixtureBootstrapTest,
  plackettLuceMixtures,
  uniqueRankings,
} from "@mehrwert/statistics";
import type { Covariate } from "../covariates/covariate.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { groupFit } from "./group-fit.ts";
import type { LatentGroups, NoiseCheck, NoLatentGroups } from "./latent-groups.ts";
import { memberFindings } from "./member-findings.ts";
import { placesGiven } from "./places-given.ts";

/** How to look for groups; what is left out follows from the size of the data and is given back. */
export type FindGroupsOptions = {
  fewest: number;
  most: number;
  seed: number;
  starts?: number;
  /** Pseudo-choices per item and class; 0 = maximum likelihood. */
  prior: number;
  /** Simulations of the check against noise; 0 = none. */
  checkDraws?: number;
  onCheck?: (done: number) => void;
};

/** Enough for p = 0.02. */
const usualCheckDraws = 49;
const checkStarts = 5;
const largestChecked = 2_000;

/** Climbs take as long as there are different rankings; large data need fewer, because their maximum is clearer. */
function usualStarts(differentRankings: number): number {
  return Math.max(5, Math.min(100, Math.floor(50_000 / differentRankings)));
}

/**
 * Groups of respondents who value the items differently: how many, how large, what they value, and who they are.
 *
 * Latent classes by Plackett–Luce mixtures; the number by BIC, beside ICL; a parametric bootstrap says whether the last
 * group could be noise; members by score tests of the membership probabilities.
 */
export function findGroups(
  source: RankingSource,
  covariates: readonly Covariate[],
  options: FindGroupsOptions,
): LatentGroups | NoLatentGroups {
  const { rankings } = source;
  const differentRankings = uniqueRankings(rankings).unique.rowCount;
  const starts = options.starts ?? usualStarts(differentRankings);
  const settings: MixtureOptions = {
    mostClasses: Math.min(options.most, Math.max(1, rankings.n)),
    ...{ seed: options.seed, starts, pseudoChoices: options.prior },
  };
  const found = plackettLuceMixtures(rankings, settings);
  if (!found.exists) return noGroups(source, found);
  const asked = found.fits.filter(({ classCount }) => classCount >= options.fewest);
  const least = (criterion: "bic" | "icl") =>
    asked.reduce((best, fit) => (fit[criterion] < best[criterion] ? fit : best), lastOf(asked));
  const best = least("bic");
  const fits = asked.map((fit) => groupFit(source, fit));
  const members = membersOf(best, fits, covariates, source);
  return {
    exists: true,
    n: rankings.n,
    differentRankings,
    fits,
    chosen: best.classCount,
    chosenBy: { bic: best.classCount, icl: least("icl").classCount },
    check: noiseCheck(source, best.classCount, differentRankings, options),
    ...members,
    placesGiven: placesGiven(rankings),
    ...{ seed: options.seed, starts, prior: options.prior },
  };
}

function lastOf(fits: readonly MixtureFit[]): MixtureFit {
  const last = fits.at(-1);
  if (last === undefined) throw new RangeError("findGroups requires fewest up to most");
  return last;
}

function membersOf(
  best: MixtureFit,
  fits: LatentGroups["fits"],
  covariates: readonly Covariate[],
  { rankings, minimumGroupSize = 0 }: RankingSource,
): Pick<LatentGroups, "members" | "memberTests" | "membersLeftOut"> {
  const none = { members: [], memberTests: 0 };
  if (best.classCount < 2) return none;
  if (covariates.length === 0) return { ...none, membersLeftOut: "no-answers" };
  if (best.classes.some(({ share }) => share * rankings.n < minimumGroupSize))
    return { ...none, membersLeftOut: "small-group" };
  const named = fits.find(({ classCount }) => classCount === best.classCount);
  const { findings, tests } = memberFindings(covariates, {
    names: named?.classes.map(({ name }) => name) ?? [],
    probabilities: best.memberships,
    ...(rankings.counts !== undefined && { counts: rankings.counts }),
  });
  return { members: findings, memberTests: tests };
}

function noiseCheck(
  { rankings }: RankingSource,
  chosen: number,
  differentRankings: number,
  options: FindGroupsOptions,
): NoiseCheck {
  if (chosen < 2) return { exists: false, reason: "one-group" };
  if (options.checkDraws === 0) return { exists: false, reason: "not-asked" };
  if (options.checkDraws === undefined && differentRankings > largestChecked)
    return { exists: false, reason: "too-large" };
  const test = mixtureBootstrapTest(rankings, {
    classes: chosen - 1,
    draws: options.checkDraws ?? usualCheckDraws,
    starts: checkStarts,
    seed: options.seed,
    pseudoChoices: options.prior,
    ...(options.onCheck !== undefined && { onDraw: options.onCheck }),
  });
  if (test === undefined) return { exists: false, reason: "fewer-not-fitted" };
  const { value, p, draws } = test;
  return { exists: true, value, p, draws, starts: checkStarts, fewer: chosen - 1 };
}

function noGroups(
  { rankings, items }: RankingSource,
  found: Extract<ReturnType<typeof plackettLuceMixtures>, { exists: false }>,
): NoLatentGroups {
  const { n } = rankings;
  if (found.reason === "one-respondent")
    return { exists: false, n, reason: "one-respondent", items: [] };
  const { reason, parts, components } = found.fit;
  const [smallest] = parts.toSorted((a, b) => a.length - b.length);
  const blamed = reason === "disconnected" ? smallest : reason === "one-sided" ? components[0] : [];
  return {
    ...{ exists: false, n, reason },
    items: (blamed ?? []).flatMap((item) => items[item] ?? []),
  };
}
