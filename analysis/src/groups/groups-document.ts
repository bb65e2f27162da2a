import { sourceDocument } from "../covariates/source-document.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type {
  GroupFit,
  GroupItem,
  LatentGroups,
  MemberFinding,
  NoLatentGroups,
} from "./latent-groups.ts";
import { noGroupsSentence } from "./no-groups-sentence.ts";

const method =
  "Plackett–Luce mixtures, maximum likelihood by accelerated EM from seeded starts; number by BIC; shares and worths with 95 % intervals from the observed information; mean ranks weighted by membership probability; noise check by parametric bootstrap of the likelihood ratio; members by score tests with Holm's correction";

/** The groups as a plain object for programs; what does not exist is null beside its reason. */
export function groupsDocument(
  source: RankingSource,
  groups: LatentGroups | NoLatentGroups,
  softwareVersion: string,
): object {
  const head = { analysis: "groups", ...sourceDocument(source), version: softwareVersion };
  if (!groups.exists) {
    const { n, reason } = groups;
    return {
      ...head,
      ...{ n, method, chosen: null, fits: [], reason },
      items: groups.items.map(({ item }) => item),
      meaning: noGroupsSentence(groups),
    };
  }
  const { n, differentRankings, chosen, chosenBy, check, seed, starts, prior } = groups;
  return {
    ...head,
    ...{ n, differentRankings, chosen, chosenBy: { rule: "bic", ...chosenBy } },
    fits: groups.fits.map(fitDocument),
    noiseCheck: check.exists
      ? { method: "parametric bootstrap", ...withoutExists(check), seed }
      : { p: null, reason: check.reason },
    members: groups.members.map(memberDocument),
    memberTests: groups.memberTests,
    membersReason: groups.membersLeftOut ?? null,
    placesGiven: groups.placesGiven,
    method: { name: method, prior: prior > 0 ? "pseudo-choices" : "none", pseudoChoices: prior },
    ...{ seed, starts },
  };
}

function withoutExists({
  value,
  p,
  draws,
  starts,
  fewer,
}: Extract<LatentGroups["check"], { exists: true }>) {
  return { fewerClasses: fewer, likelihoodRatio: value, p, draws, starts };
}

function fitDocument(fit: GroupFit): object {
  return {
    classCount: fit.classCount,
    ...{ logLikelihood: fit.logLikelihood, df: fit.df, bic: fit.bic, icl: fit.icl },
    entropy: fit.entropy ?? null,
    isOnBoundary: fit.isOnBoundary,
    ...{ starts: fit.starts, polished: fit.polished, reached: fit.reached },
    classes: fit.classes.map(({ name, share, interval, items, levels }) => ({
      ...{ name, share, interval: interval ?? null },
      ...(interval === undefined && {
        intervalReason: fit.classCount === 1 ? "one-group" : "not-told-apart-or-on-the-boundary",
      }),
      levels,
      items: items.map(itemDocument),
    })),
  };
}

function itemDocument({ item, name, place, worth, logWorth, ...rest }: GroupItem): object {
  return {
    ...{ item, name, place, worth, worthInterval: rest.worthInterval ?? null },
    ...(rest.worthInterval === undefined && { worthIntervalReason: "on-the-boundary" }),
    logWorthCentred: logWorth,
    ...{ meanRank: rest.meanRank ?? null, meanRankInterval: rest.meanRankInterval ?? null },
  };
}

function memberDocument({ label, kind, answers, ...finding }: MemberFinding): object {
  return {
    ...finding,
    test: kind === "rating" ? "correlation score test" : "mean score test",
    correction: "holm",
    groups: answers.map(({ group, effectiveN, mean, meanInterval, shares }) => ({
      ...{ group, effectiveN },
      ...(mean !== undefined && { mean, meanInterval }),
      shares: shares.map(({ code, share, interval }) => ({ code, share, interval })),
    })),
  };
}
