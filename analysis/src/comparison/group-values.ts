import {
  type Interval,
  meanMidranks,
  meanRankEstimates,
  type NoPlackettLuceFit,
  normalQuantile,
  type PlackettLuceFit,
  type Rankings,
  rankCounts,
} from "@mehrwert/statistics";
import type { GroupItemValues } from "./ranking-comparison.ts";

/** Mean ranks and worths of one group, with intervals of 95 %. */
export function groupValues(
  rankings: Rankings,
  fit: PlackettLuceFit | NoPlackettLuceFit,
): GroupItemValues[] {
  const half = normalQuantile(0.975);
  const estimates = meanRankEstimates(rankings);
  const { weights: _, ...persons } = rankings;
  const counts = rankCounts(persons);
  return meanMidranks(rankings).map((meanRank, item) => {
    const variance = estimates?.covariance[item]?.[item];
    const spread = variance === undefined ? undefined : half * Math.sqrt(Math.max(0, variance));
    return {
      n: counts[item]?.faced ?? 0,
      ...(meanRank !== undefined && { meanRank }),
      ...(meanRank !== undefined &&
        spread !== undefined && { meanRankInterval: [meanRank - spread, meanRank + spread] }),
      ...(fit.exists && worthValues(fit, item)),
    };
  });
}

function worthValues(fit: PlackettLuceFit, item: number): Omit<GroupItemValues, "n"> {
  const worth = fit.worth[item] ?? 0;
  const error = fit.standardErrorWorth[item] ?? 0;
  const estimates = {
    worth,
    logWorthCentred: fit.logWorthCentred[item] ?? 0,
    standardError: fit.standardErrorCentred[item] ?? 0,
  };
  if (!(worth > 0 && worth < 1)) return estimates;
  const logit = Math.log(worth / (1 - worth));
  const half = (normalQuantile(0.975) * error) / (worth * (1 - worth));
  const back = (value: number) => 1 / (1 + Math.exp(-value));
  return { ...estimates, worthInterval: [back(logit - half), back(logit + half)] };
}

/** Difference of one item's mean rank between two groups that share nobody; undefined without a standard error. */
export function meanRankDifference(
  first: Rankings,
  second: Rankings,
  item: number,
): { value: number; z: number; interval: Interval } | undefined {
  const [own, other] = [meanRankEstimates(first), meanRankEstimates(second)];
  if (own === undefined || other === undefined) return undefined;
  const variance = (own.covariance[item]?.[item] ?? 0) + (other.covariance[item]?.[item] ?? 0);
  if (!(variance > 1e-20)) return undefined;
  const value = (own.means[item] ?? 0) - (other.means[item] ?? 0);
  const error = Math.sqrt(variance);
  const half = normalQuantile(0.975) * error;
  return { value, z: value / error, interval: [value - half, value + half] };
}
