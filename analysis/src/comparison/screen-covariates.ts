import { benjaminiHochbergAdjusted, holmAdjusted } from "@mehrwert/statistics";
import type { Covariate } from "../covariates/covariate.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { clearestItem } from "./clearest-item.ts";
import { compareGroups, overallTest, usualMinimum } from "./compare-groups.ts";
import { comparisonGroups } from "./comparison-groups.ts";
import type { CovariateScreening, CovariateTest } from "./ranking-comparison.ts";

const mostComparisons = 6;

/**
 * Which answers go with another ranking: for each answer a likelihood-ratio test of all worths together and score tests
 * of each item's ranks, in one p; Holm's and Benjamini–Hochberg's corrections over all answers.
 *
 * Stands in for trees: it finds single answers that matter, not combinations of answers.
 */
export function screenCovariates(
  source: RankingSource,
  covariates: readonly Covariate[],
  onTest?: (done: number) => void,
): CovariateScreening {
  const tests = covariates.map((covariate, index) => {
    const test = covariateTest(source, covariate);
    onTest?.(index + 1);
    return test;
  });
  const existing = tests.flatMap(({ p }) => (p === undefined ? [] : [p]));
  const holm = holmAdjusted(existing);
  const hochberg = benjaminiHochbergAdjusted(existing);
  let next = -1;
  const corrected = tests.map((each): CovariateTest => {
    if (each.p === undefined) return each;
    next += 1;
    return { ...each, pAdjusted: holm[next] ?? 1, pFalseDiscovery: hochberg[next] ?? 1 };
  });
  corrected.sort((a, b) => (a.p ?? 2) - (b.p ?? 2));
  const notable = corrected.filter(({ pFalseDiscovery = 1 }) => pFalseDiscovery < 0.05);
  const comparisons = notable.slice(0, mostComparisons).flatMap(({ variable }) => {
    const covariate = covariates.find(({ name }) => name === variable);
    const found = covariate === undefined ? undefined : compareGroups(source, covariate);
    return found?.exists === true ? [found] : [];
  });
  return { n: source.rankings.n, tests: corrected, corrected: existing.length, comparisons };
}

function covariateTest(source: RankingSource, covariate: Covariate): CovariateTest {
  const { rankings, items, minimumGroupSize = usualMinimum } = source;
  const { groups } = comparisonGroups(covariate, minimumGroupSize, rankings.counts);
  const head = {
    ...{ variable: covariate.name, label: covariate.label },
    groups: groups.map(({ label, n }) => ({ label, n })),
  };
  if (groups.length < 2) return { ...head, test: { exists: false, reason: "one-group" } };
  const test = overallTest(rankings, groups);
  const itemTest = clearestItem(source, covariate, groups);
  const tests = [
    ...(test.exists ? [test.p] : []),
    ...(itemTest === undefined ? [] : [Math.min(1, itemTest.p * items.length)]),
  ];
  return {
    ...{ ...head, test },
    ...(itemTest !== undefined && { itemTest }),
    ...(tests.length > 0 && { p: Math.min(1, tests.length * Math.min(...tests)) }),
  };
}
