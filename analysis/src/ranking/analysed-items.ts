import {
  normalQuantile,
  type PlackettLuceFit,
  type RankConfidenceSets,
  type RankCounts,
  type Rankings,
  rankCounts,
  weightedWilsonInterval,
  wilsonInterval,
} from "@mehrwert/statistics";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { absent } from "./absent-statistics.ts";
import type { RankUncertainty } from "./rank-uncertainty.ts";
import type { AbsentStatistic, AnalysedItem, RankingAnalysis } from "./ranking-analysis.ts";

type Parts = {
  source: RankingSource;
  unique: Rankings;
  /** The same with weights as counts. */
  counted: Rankings;
  effectiveN: number | undefined;
  topK: number;
  midrankMeans: readonly (number | undefined)[];
  fit: PlackettLuceFit | undefined;
  sets: RankConfidenceSets | undefined;
  uncertainty: RankUncertainty;
  order: readonly number[];
  orderedBy: RankingAnalysis["orderedBy"];
  onAbsent: (statistic: AbsentStatistic) => void;
};

/** All numbers of each item, in the order of the source. */
export function analysedItems(parts: Parts): AnalysedItem[] {
  const { source, unique, fit, sets, uncertainty, midrankMeans } = parts;
  const places = positionsOf(parts);
  const isCommon = unique.unranked !== "not-presented" && unique.presented === undefined;
  const weighted = rankCounts(parts.counted);
  return rankCounts(unique).map((persons, index): AnalysedItem => {
    const found = weighted[index] ?? persons;
    const described = source.items[index] ?? { item: "", name: "", label: { de: "", en: "" } };
    if (persons.ranked === 0) parts.onAbsent(absent("meanRank", "never-ranked", described.item));
    const midrankMean = midrankMeans[index];
    const bordaMean =
      isCommon && midrankMean !== undefined ? unique.itemCount - midrankMean : undefined;
    const position = places[index];
    const interval = uncertainty.intervals?.[index];
    const probabilities = uncertainty.probabilities?.[index];
    const set = sets?.sets[index];
    return {
      ...described,
      ...(position !== undefined && { position }),
      n: persons.ranked,
      faced: persons.faced,
      ...(found.ranked > 0 && { meanRank: found.rankSum / found.ranked }),
      ...(midrankMean !== undefined && { midrankMean }),
      ...(interval !== undefined && { midrankMeanInterval: interval }),
      ...medianOf(found),
      ...sharesOf(found, parts),
      ...(bordaMean !== undefined && { borda: bordaMean * unique.n, bordaMean }),
      ...(fit !== undefined && worthOf(fit, index)),
      ...(set !== undefined && { rankInterval: [set.lower, set.upper] }),
      ...(probabilities !== undefined && { rankProbabilities: probabilities }),
      rankCounts: found.counts,
    };
  });
}

/** Places in the result; equal results share one. */
function positionsOf({ order, orderedBy, midrankMeans, fit }: Parts): (number | undefined)[] {
  const places = new Array<number | undefined>(order.length).fill(undefined);
  if (orderedBy === "none") return places;
  const value = (item: number | undefined) =>
    item === undefined
      ? undefined
      : orderedBy === "log-worth"
        ? fit?.logWorthCentred[item]
        : midrankMeans[item];
  for (const [place, item] of order.entries()) {
    const before = order[place - 1];
    const isTied = before !== undefined && value(before) === value(item);
    places[item] = isTied ? places[before] : place + 1;
  }
  return places;
}

function medianOf({ midranks, faced }: RankCounts): Pick<AnalysedItem, "medianRank"> {
  if (faced === 0) return {};
  const half = faced / 2;
  const rounding = 1e-9 * faced;
  let passed = 0;
  let lower: number | undefined;
  for (const [midrank, count] of midranks) {
    passed += count;
    if (passed >= half - rounding) lower ??= midrank;
    if (lower !== undefined && passed > half + rounding)
      return { medianRank: (lower + midrank) / 2 };
  }
  return {};
}

/** Weighted shares have intervals of the effective number of those who could have placed the item. */
function sharesOf(
  { counts, faced }: RankCounts,
  { topK, effectiveN, unique }: Parts,
): Partial<AnalysedItem> {
  if (!(faced > 0)) return {};
  const first = counts[0] ?? 0;
  const top = counts.slice(0, topK).reduce((sum, count) => sum + count, 0);
  const share = (count: number) => Math.min(1, count / faced);
  const intervalOf = (count: number) =>
    effectiveN === undefined
      ? wilsonInterval(count, faced)
      : weightedWilsonInterval(share(count), (effectiveN * faced) / unique.n);
  const firstShareInterval = intervalOf(first);
  const topShareInterval = intervalOf(top);
  return {
    ...{ firstShare: share(first), topShare: share(top) },
    ...(firstShareInterval !== undefined && { firstShareInterval }),
    ...(topShareInterval !== undefined && { topShareInterval }),
  };
}

function worthOf(fit: PlackettLuceFit, index: number): Partial<AnalysedItem> {
  const worth = fit.worth[index] ?? 0;
  const half = (normalQuantile(0.975) * (fit.standardErrorWorth[index] ?? 0)) / worth;
  const quasi = fit.quasiStandardError?.[index];
  return {
    logWorth: fit.logWorth[index] ?? 0,
    standardError: fit.standardError[index] ?? 0,
    logWorthCentred: fit.logWorthCentred[index] ?? 0,
    standardErrorCentred: fit.standardErrorCentred[index] ?? 0,
    ...(quasi !== undefined && { quasiStandardError: quasi }),
    worth,
    ...(worth > 0 &&
      Number.isFinite(half) && {
        worthInterval: [worth * Math.exp(-half), Math.min(1, worth * Math.exp(half))],
      }),
  };
}
