import {
  agreementOfRankings,
  contrastsOfRankings,
  durbinOfRankings,
  type Rankings,
} from "@mehrwert/statistics";
import { absent } from "./absent-statistics.ts";
import { agreementInWords } from "./agreement-in-words.ts";
import type {
  AbsentStatistic,
  PairContrast,
  PostHoc,
  RankingAnalysis,
} from "./ranking-analysis.ts";

/**
 * Kendall's W with Friedman's test and the comparisons of pairs after it; where not everybody was shown everything,
 * Durbin's test in its place.
 *
 * Weights are expected as counts that add up to the effective number of respondents; `n` is how many there were.
 */
export function rankTestsOf(
  { rankings, n, isWeighted }: { rankings: Rankings; n: number; isWeighted: boolean },
  missing: AbsentStatistic[],
): Pick<RankingAnalysis, "agreement" | "postHoc" | "durbin"> {
  const agreement = agreementOfRankings(rankings);
  if (agreement.exists) {
    const { kendallsW, friedman, log10P } = agreement;
    const meaning = agreementInWords(kendallsW.value);
    return {
      agreement: {
        ...{ exists: true, log10P, meaning },
        kendallsW: { ...kendallsW, n },
        friedman: { ...friedman, n },
      },
      ...postHocOf(rankings, n, missing),
    };
  }
  missing.push(absent("kendallsW", agreement.reason), absent("friedman", agreement.reason));
  return agreement.reason === "unbalanced-design" ? durbinOf(rankings, isWeighted, missing) : {};
}

function postHocOf(
  rankings: Rankings,
  n: number,
  missing: AbsentStatistic[],
): Pick<RankingAnalysis, "postHoc"> {
  const found = contrastsOfRankings(rankings);
  if (!found.exists) return {};
  const { conover, nemenyi } = found;
  if (!conover.exists) missing.push(absent("conover", conover.reason));
  const postHoc: PostHoc = {
    n,
    ...(conover.exists && conover.df !== undefined && { df: conover.df }),
    pairs: nemenyi.contrasts.map((pair, index): PairContrast => {
      const other = conover.exists ? conover.contrasts[index] : undefined;
      return {
        ...{ first: pair.first, second: pair.second, meanRankDifference: pair.meanRankDifference },
        nemenyi: { statistic: pair.statistic, adjustedP: pair.adjustedP },
        ...(other !== undefined && {
          conover: { statistic: other.statistic, p: other.p, adjustedP: other.adjustedP },
        }),
      };
    }),
  };
  return { postHoc };
}

function durbinOf(
  rankings: Rankings,
  isWeighted: boolean,
  missing: AbsentStatistic[],
): Pick<RankingAnalysis, "durbin"> {
  const durbin = isWeighted ? undefined : durbinOfRankings(rankings);
  if (durbin?.exists === true) return { durbin };
  const reason = durbin?.reason === "unbalanced-design" ? "unbalanced-blocks" : durbin?.reason;
  missing.push(absent("durbin", reason ?? "weighted"));
  return {};
}
