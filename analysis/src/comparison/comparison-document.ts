import { sourceDocument } from "../covariates/source-document.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import type { Compared } from "./comparison-report.ts";
import type {
  CovariateTest,
  NoRankingComparison,
  OverallTest,
  RankingComparison,
} from "./ranking-comparison.ts";

const method =
  "likelihood-ratio test of Plackett–Luce worths; Wald contrasts of centred log-worths with Holm's correction; 95 % intervals";
const screeningMethod =
  "per answer: twice the smaller of the likelihood-ratio p and the smallest item score-test p times the number of items; Holm and Benjamini–Hochberg over all answers; no trees";

/** The comparison as a plain object for programs; what does not exist is null beside its reason. */
export function comparisonDocument(
  source: RankingSource,
  compared: Compared,
  softwareVersion: string,
): object {
  const head = { analysis: "compare", ...sourceDocument(source), version: softwareVersion };
  const end = { method, seed: null, seedReason: "nothing is drawn at random" };
  if (compared.by === "one") return { ...head, ...oneDocument(compared.comparison), ...end };
  const { n, tests, corrected, comparisons } = compared.screening;
  return {
    ...head,
    ...{ by: null, n, testsCorrected: corrected },
    tests: tests.map(testDocument),
    comparisons: comparisons.map(oneDocument),
    ...{ ...end, screeningMethod },
  };
}

function oneDocument(comparison: RankingComparison | NoRankingComparison): object {
  const head = {
    by: comparison.variable,
    label: comparison.label,
    minimumGroupSize: comparison.minimum,
    isCut: comparison.isCut,
    merged: comparison.merged.map(({ en }) => en),
    leftOut: comparison.leftOut.map(({ en }) => en),
    missing: comparison.missing,
  };
  if (!comparison.exists) return { ...head, groups: [], reason: comparison.reason };
  const { groups, items, values, contrasts, agreements, worthsMissing } = comparison;
  return {
    ...{ ...head, n: comparison.n },
    groups: groups.map(({ name, label, n }, group) => ({
      ...{ name, label, n },
      worthsReason: worthsMissing.find((each) => each.group === name)?.reason ?? null,
      items: items.map(({ item, name: stable }, index) => {
        const own = values[group]?.[index];
        return {
          ...{ item, name: stable, n: own?.n ?? 0, meanRank: own?.meanRank ?? null },
          meanRankInterval: own?.meanRankInterval ?? null,
          worth: own?.worth ?? null,
          worthInterval: own?.worthInterval ?? null,
          logWorthCentred: own?.logWorthCentred ?? null,
          standardErrorCentred: own?.standardError ?? null,
        };
      }),
    })),
    likelihoodRatioTest: overallDocument(comparison.overall),
    contrasts,
    rankCorrelations: agreements,
  };
}

function overallDocument(test: OverallTest | { exists: false; reason: string }): object {
  if (test.exists) return { value: test.value, df: test.df, p: test.p, n: test.n };
  const { exists: _, ...reason } = test;
  return { value: null, ...reason };
}

function testDocument({ label, groups, test, ...rest }: CovariateTest): object {
  return {
    variable: rest.variable,
    label,
    groups: groups.map(({ label: { en }, n }) => ({ label: en, n })),
    likelihoodRatioTest: overallDocument(test),
    clearestItem: rest.itemTest ?? null,
    p: rest.p ?? null,
    pHolm: rest.pAdjusted ?? null,
    pBenjaminiHochberg: rest.pFalseDiscovery ?? null,
  };
}
