import {
  condorcetWinner,
  type KemenyConsensus,
  type MallowsFit,
  mallowsModel,
  meanMidranks,
  type PlackettLuceFit,
  pairwiseCounts,
  type RankConfidenceSets,
  type Rankings,
  speeders,
  uniqueRankings,
  weightedSize,
  weightsAsCounts,
} from "@mehrwert/statistics";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { absent } from "./absent-statistics.ts";
import { analysedItems } from "./analysed-items.ts";
import { anchoredRanks } from "./anchored-ranks.ts";
import type { BootstrapKind } from "./bootstrap-kind.ts";
import { neighboursOf } from "./neighbours-of.ts";
import { rankTestsOf } from "./rank-tests-of.ts";
import { type RankUncertainty, rankUncertainty } from "./rank-uncertainty.ts";
import type {
  AbsentStatistic,
  AnalyseOptions,
  RankingAnalysis,
  Uncertainty,
} from "./ranking-analysis.ts";
import { responseQuality } from "./response-quality.ts";
import { rankSetsOf, worthsOf } from "./worths-of.ts";

/** So many items can be searched for the consensus in reasonable time. */
const mostConsensusItems = 60;

/**
 * Everything about one set of rankings: description, worths, intervals of the ranks themselves, neighbours, consensus.
 *
 * Works on different rankings with their counts, so its time hardly grows with the number of respondents.
 */
export function analyseRankings(
  source: RankingSource,
  options: AnalyseOptions = {},
): RankingAnalysis {
  const {
    seed = 1,
    draws = 2000,
    pseudo = false,
    prefersWorths = false,
    interval: kind = "percentile",
  } = options;
  const { unique } = uniqueRankings(source.rankings);
  const weights = weightsOf(unique);
  // With weights, rows count as often as they weigh: for tests, all of them as many as they are worth together.
  const counted = weightsAsCounts(unique);
  const tested = weightsAsCounts(unique, weights.effectiveN ?? unique.n);
  const missing: AbsentStatistic[] = [];
  const worths = worthsOf(unique, source.items, pseudo);
  const fit = worths.exists ? worths : undefined;
  if (!worths.exists) missing.push({ name: "logWorth", reason: worths.reason, text: worths.text });
  const midrankMeans = meanMidranks(unique);
  const { order, orderedBy } = orderOf(unique, midrankMeans, fit, prefersWorths);
  const uncertainty = rankUncertainty({ rankings: unique, fit, orderedBy, seed, draws, kind });
  const sets = rankSets(unique, fit, seed, missing);
  const topK = Math.min(source.topK ?? 3, unique.itemCount);
  const items = analysedItems({
    ...{
      source,
      unique,
      counted,
      effectiveN: weights.effectiveN,
      topK,
      midrankMeans,
      fit,
      sets,
      uncertainty,
      order,
      orderedBy,
    },
    onAbsent: (statistic) => missing.push(statistic),
  });
  const neighbours = neighboursOf({
    items,
    order,
    orderedBy,
    leadInterval: uncertainty.leadInterval,
  });
  if (uncertainty.probabilities === undefined && unique.itemCount > 1)
    missing.push(absent("rankProbabilities", reasonOfNoDraws(unique, uncertainty.failed, draws)));
  const quality = responseQuality(source);
  return {
    n: unique.n,
    respondents: source.respondents,
    skippedRows: source.skippedRows,
    topK,
    unranked: unique.unranked,
    ...weights,
    completeShare: completeShare(unique),
    distinctRankings: unique.rowCount,
    ...{ items, order, orderedBy, worths },
    ...rankTestsOf({ rankings: tested, n: unique.n, isWeighted: weights.isWeighted }, missing),
    pairwise: { items: source.items.map(({ item }) => item), ...pairwiseCounts(counted) },
    neighbours,
    ...consensusOf(tested, missing),
    ...(quality !== undefined && { quality }),
    ...speedersOf(source),
    ...anchoredRanks(source, { seed, topK }, missing),
    uncertainty: howDrawn(uncertainty, { seed, draws, kind }),
    absent: missing,
  };
}

function speedersOf({ durations }: RankingSource): Pick<RankingAnalysis, "speeders"> {
  const found = durations && speeders(durations);
  if (found === undefined) return {};
  const { n, median, limit, respondents } = found;
  const count = respondents.length;
  return { speeders: { n, median, limit, count, share: count / n } };
}

function howDrawn(
  { method, failed, probabilitiesOf }: RankUncertainty,
  chosen: { seed: number; draws: number; kind: BootstrapKind },
): Uncertainty {
  return {
    ...{ method, ...chosen, level: 0.95 },
    ...(failed !== undefined && { failed }),
    ...(probabilitiesOf !== undefined && { probabilitiesOf }),
  };
}

/** By mean midrank where everybody was shown everything; else, or on request, by worth: means of different sets mislead. */
function orderOf(
  { unranked, presented, itemCount }: Rankings,
  means: readonly (number | undefined)[],
  fit: PlackettLuceFit | undefined,
  prefersWorths: boolean,
): Pick<RankingAnalysis, "order" | "orderedBy"> {
  const items = Array.from({ length: itemCount }, (_, item) => item);
  const isCommon = unranked !== "not-presented" && presented === undefined;
  const usesMeans = isCommon && !(prefersWorths && fit !== undefined);
  if (usesMeans && means.every((mean) => mean !== undefined))
    return {
      order: items.sort((a, b) => (means[a] ?? 0) - (means[b] ?? 0)),
      orderedBy: "mean-midrank",
    };
  if (fit === undefined) return { order: items, orderedBy: "none" };
  const worth = fit.logWorthCentred;
  return {
    order: items.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0)),
    orderedBy: "log-worth",
  };
}

function rankSets(
  { itemCount }: Rankings,
  fit: PlackettLuceFit | undefined,
  seed: number,
  missing: AbsentStatistic[],
): RankConfidenceSets | undefined {
  if (itemCount === 1) return undefined;
  const sets = fit && rankSetsOf(fit, seed);
  if (sets === undefined)
    missing.push(absent("rankInterval", fit === undefined ? "no-worths" : "no-variance"));
  if (fit !== undefined && fit.quasiStandardError === undefined)
    missing.push(absent("quasiStandardError", itemCount < 3 ? "two-items" : "no-variance"));
  return sets;
}

function reasonOfNoDraws({ n }: Rankings, failed: number | undefined, draws: number): string {
  if (n < 2) return "fewer-than-two-respondents";
  return failed !== undefined && failed > draws / 20 ? "draws-failed" : "no-worths";
}

/** Condorcet, Kemeny and Mallows; the search takes too long for very many items. */
function consensusOf(
  unique: Rankings,
  missing: AbsentStatistic[],
): { kemeny?: KemenyConsensus; mallows?: MallowsFit } & Pick<RankingAnalysis, "condorcet"> {
  if (unique.itemCount < 2 || unique.itemCount > mostConsensusItems) {
    const reason = unique.itemCount < 2 ? "one-item" : "too-many-items";
    missing.push(absent("kemeny", reason), absent("mallows", reason));
    return {};
  }
  const condorcet = condorcetWinner(unique);
  const mallows = mallowsModel(unique);
  if (mallows.exists) return { condorcet, kemeny: mallows.consensus, mallows };
  missing.push(absent("mallows", mallows.reason));
  return { condorcet, kemeny: mallows.consensus };
}

/** The sum of the weights and their effective number, if there are weights. */
function weightsOf(
  unique: Rankings,
): Pick<RankingAnalysis, "isWeighted" | "weightedN" | "effectiveN"> {
  const size = weightedSize(unique);
  if (size === undefined) return { isWeighted: false };
  const { sum, effectiveN } = size;
  return { isWeighted: true, weightedN: sum, ...(effectiveN !== undefined && { effectiveN }) };
}

/** Share of respondents who placed every item. */
function completeShare({ ranks, itemCount, rowCount, counts, n }: Rankings): number {
  let complete = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const base = row * itemCount;
    if (!ranks.subarray(base, base + itemCount).includes(0)) complete += counts?.[row] ?? 1;
  }
  return n === 0 ? 0 : complete / n;
}
