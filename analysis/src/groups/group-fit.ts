import {
  type Interval,
  type MixtureClass,
  type MixtureFit,
  meanMidranks,
  meanRankEstimates,
  normalQuantile,
  type Rankings,
} from "@mehrwert/statistics";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { GroupFit, GroupItem, LatentGroup } from "./latent-groups.ts";

/** A mixture in the words of the study: groups with names, items with labels. */
export function groupFit(source: RankingSource, fit: MixtureFit): GroupFit {
  const { classCount, logLikelihood, df, bic, icl, entropy, isOnBoundary } = fit;
  return {
    ...{ classCount, logLikelihood, df, bic, icl, isOnBoundary },
    ...(entropy !== undefined && { entropy }),
    ...{ starts: fit.starts, polished: fit.polished, reached: fit.reached },
    classes: fit.classes.map((each, index) => latentGroup(source, fit, each, index)),
  };
}

function latentGroup(
  { rankings, items }: RankingSource,
  fit: MixtureFit,
  each: MixtureClass,
  index: number,
): LatentGroup {
  const ranks = meanRanksOf(rankings, fit, index);
  const byWorth = [...items.keys()].sort(
    (a, b) => (each.logWorth[b] ?? 0) - (each.logWorth[a] ?? 0),
  );
  return {
    name: String(index + 1),
    share: each.share,
    ...(each.shareInterval !== undefined && { interval: each.shareInterval }),
    items: items.map((item, at): GroupItem => {
      const worthInterval = worthIntervalOf(each, at);
      return {
        ...item,
        worth: each.worth[at] ?? 0,
        ...(worthInterval !== undefined && { worthInterval }),
        logWorth: each.logWorth[at] ?? 0,
        ...ranks[at],
        place: byWorth.indexOf(at) + 1,
      };
    }),
    levels: each.levels.map((level) => level.map((at) => items[at]?.item ?? "")),
  };
}

/** On the log-odds scale, so that it stays within 0 and 1. */
function worthIntervalOf({ estimates }: MixtureClass, item: number): Interval | undefined {
  const worth = estimates?.worth[item] ?? 0;
  const error = estimates?.standardErrorWorth[item];
  if (error === undefined || !(worth > 0 && worth < 1)) return undefined;
  const logit = Math.log(worth / (1 - worth));
  const half = (normalQuantile(0.975) * error) / (worth * (1 - worth));
  const back = (value: number) => 1 / (1 + Math.exp(-value));
  return [back(logit - half), back(logit + half)];
}

function meanRanksOf(
  rankings: Rankings,
  { memberships, classCount }: MixtureFit,
  group: number,
): Pick<GroupItem, "meanRank" | "meanRankInterval">[] {
  const weights = Float64Array.from({ length: rankings.rowCount }, (_, row) => {
    return (rankings.weights?.[row] ?? 1) * (memberships[row * classCount + group] ?? 0);
  });
  const weighted: Rankings = { ...rankings, weights };
  const estimates = meanRankEstimates(weighted);
  return meanMidranks(weighted).map((meanRank, item) => {
    if (meanRank === undefined) return {};
    const variance = estimates?.covariance[item]?.[item];
    if (variance === undefined) return { meanRank };
    const half = normalQuantile(0.975) * Math.sqrt(Math.max(0, variance));
    return { meanRank, meanRankInterval: [meanRank - half, meanRank + half] };
  });
}
