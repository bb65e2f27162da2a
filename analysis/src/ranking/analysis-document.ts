import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { AnalysedItem, RankingAnalysis } from "./ranking-analysis.ts";

const bootstrap = {
  percentile: "percentile bootstrap over respondents",
  bca: "BCa bootstrap over respondents (bias-corrected and accelerated)",
};
const normal = "normal approximation (so many respondents or items that it replaces the bootstrap)";

/**
 * The ranking analysis as a JSON document. A number that does not exist is null or absent, and `absent` says why.
 *
 * `items` stand in the order of the source, so the first has log-worth 0; `position` is the place in the result.
 */
export function analysisDocument(
  analysis: RankingAnalysis,
  source: RankingSource,
  softwareVersion: string,
) {
  const { worths, agreement, uncertainty, unranked } = analysis;
  const spread = uncertainty.method === "bootstrap" ? bootstrap[uncertainty.kind] : normal;
  return {
    software: { name: "mehrwert", version: softwareVersion },
    version: softwareVersion,
    seed: uncertainty.seed,
    draws: uncertainty.draws,
    level: uncertainty.level,
    origin: source.origin.map(({ label, value }) => ({ label, value })),
    isSimulated: source.isSimulated,
    n: analysis.n,
    respondents: analysis.respondents,
    skippedRows: analysis.skippedRows,
    unranked,
    topK: analysis.topK,
    completeShare: analysis.completeShare,
    distinctRankings: analysis.distinctRankings,
    isWeighted: analysis.isWeighted,
    ...(analysis.weightedN !== undefined && { weightedN: analysis.weightedN }),
    ...(analysis.effectiveN !== undefined && { effectiveN: analysis.effectiveN }),
    orderedBy: analysis.orderedBy,
    items: analysis.items.map(itemNumbers),
    method: `Plackett-Luce, maximum likelihood${worths.exists && worths.prior === "pseudo" ? " with pseudo-rankings" : ""}; ties by Davidson-Luce; ${worths.exists ? worths.errors : "no"} standard errors`,
    intervalMethods: {
      midrankMeanInterval: spread,
      lead: spread,
      rankProbabilities: `${uncertainty.method === "bootstrap" ? bootstrap.percentile : normal}; of ${uncertainty.probabilitiesOf ?? "nothing"}`,
      firstShareInterval: "Wilson",
      topShareInterval: "Wilson",
      worthInterval: "delta method on the logarithm",
      rankInterval:
        "simultaneous confidence sets for ranks (Mogstad, Romano, Shaikh, Wilhelm 2024)",
    },
    ...worthNumbers(analysis),
    kendallsW: agreement === undefined ? null : agreement.kendallsW,
    friedman: agreement === undefined ? null : { ...agreement.friedman, log10P: agreement.log10P },
    durbin: analysis.durbin ?? null,
    postHoc: postHocNumbers(analysis),
    pairwise: analysis.pairwise,
    neighbours: analysis.neighbours,
    consensus: consensusNumbers(analysis),
    responseQuality: analysis.quality ?? null,
    speeders: analysis.speeders ?? null,
    anchor: anchorNumbers(analysis),
    absent: analysis.absent,
  };
}

/** One item; what a reader of the interface expects and does not exist is null. */
export function itemNumbers(item: AnalysedItem) {
  return {
    ...item,
    meanRank: item.meanRank ?? null,
    midrankMean: item.midrankMean ?? null,
    firstShare: item.firstShare ?? null,
    topShare: item.topShare ?? null,
    borda: item.borda ?? null,
    logWorth: item.logWorth ?? null,
    logWorthCentred: item.logWorthCentred ?? null,
    standardError: item.standardError ?? null,
    quasiStandardError: item.quasiStandardError ?? null,
    worth: item.worth ?? null,
    rankInterval: item.rankInterval ?? null,
  };
}

function worthNumbers({ worths }: RankingAnalysis) {
  if (!worths.exists) {
    const { reason, text, parts, components } = worths;
    return {
      exists: false,
      reason,
      explanation: text,
      ...{ parts, components },
      logLikelihood: null,
      tieParameters: null,
    };
  }
  const { logLikelihood, nullLogLikelihood, df, aic, bic, iterations, gradientNorm } = worths;
  return {
    exists: true,
    ...{ logLikelihood, nullLogLikelihood, df, aic, bic, iterations, gradientNorm },
    prior: worths.prior,
    errors: worths.errors,
    tieParameters: worths.tieParameters,
    covariance: worths.covariance,
  };
}

function anchorNumbers({ items, anchor }: RankingAnalysis) {
  if (anchor === undefined) return null;
  return {
    method: "Atsusaka and Kim 2025, direct estimator; percentile bootstrap over respondents",
    ...anchor,
    items: anchor.items.map(({ item, ...values }) => ({
      item: items[item]?.item ?? "",
      ...values,
    })),
  };
}

function postHocNumbers({ items, postHoc }: RankingAnalysis) {
  if (postHoc === undefined) return null;
  const { n, df, pairs } = postHoc;
  return {
    ...{ n, method: "Conover (t, Holm) and Nemenyi (studentised range), after Friedman" },
    ...(df !== undefined && { df }),
    pairs: pairs.map(({ first, second, ...numbers }) => ({
      first: items[first]?.item ?? "",
      second: items[second]?.item ?? "",
      ...numbers,
    })),
  };
}

function consensusNumbers({ items, condorcet, kemeny, mallows }: RankingAnalysis) {
  const name = (index: number) => items[index]?.item ?? "";
  return {
    condorcetWinner: condorcet?.winner === undefined ? null : name(condorcet.winner),
    condorcetTop: condorcet?.topItems.map(name) ?? null,
    kemeny:
      kemeny === undefined
        ? null
        : { ...kemeny, order: kemeny.order.map(name), distance: kemeny.distance },
    mallows:
      mallows === undefined
        ? null
        : {
            theta: mallows.theta,
            standardError: mallows.standardError ?? null,
            alpha: mallows.alpha,
            meanDistance: mallows.meanDistance,
            logLikelihood: mallows.logLikelihood,
            n: mallows.n,
          },
  };
}
