import {
  groupContrast,
  holmAdjusted,
  kendallsTauB,
  likelihoodRatioTest,
  type NoPlackettLuceFit,
  normalTwoSidedTail,
  type PlackettLuceFit,
  plackettLuce,
  type Rankings,
  selectRankings,
  spearmansRho,
} from "@mehrwert/statistics";
import type { Covariate } from "../covariates/covariate.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { comparisonGroups } from "./comparison-groups.ts";
import { groupValues, meanRankDifference } from "./group-values.ts";
import type {
  ComparedGroup,
  GroupItemContrast,
  GroupOrderAgreement,
  NoRankingComparison,
  OverallTest,
  RankingComparison,
} from "./ranking-comparison.ts";

/** The size below which no group is shown where the study does not say. */
export const usualMinimum = 5;

type Fitted = {
  group: ComparedGroup;
  rankings: Rankings;
  fit: PlackettLuceFit | NoPlackettLuceFit;
};

/**
 * Whether respondents with different answers rank differently, and where.
 *
 * Overall: likelihood-ratio test of Plackett–Luce worths. By item: difference of centred log-worths (Wald), of mean
 * ranks where there are no worths; Holm's correction over all items and groups. With more than two groups, each is set
 * against all others together.
 */
export function compareGroups(
  source: RankingSource,
  covariate: Covariate,
): RankingComparison | NoRankingComparison {
  const { rankings, items, minimumGroupSize = usualMinimum } = source;
  const divided = comparisonGroups(covariate, minimumGroupSize, rankings.counts);
  const head = { variable: covariate.name, label: covariate.label };
  if (divided.groups.length < 2) return { ...divided, ...head, exists: false, reason: "one-group" };
  const fitted = divided.groups.map((group) => fittedTo(rankings, group));
  return {
    ...{ ...divided, ...head, exists: true, items },
    n: divided.groups.reduce((sum, { n }) => sum + n, 0),
    values: fitted.map((each) => groupValues(each.rankings, each.fit)),
    worthsMissing: fitted.flatMap(({ group, fit }) =>
      fit.exists ? [] : [{ group: group.name, reason: fit.reason }],
    ),
    overall: overallTest(rankings, divided.groups),
    contrasts: contrastsOf(rankings, fitted, source),
    agreements: agreementsOf(fitted),
  };
}

function fittedTo(rankings: Rankings, group: ComparedGroup): Fitted {
  const own = selectRankings(rankings, group.rows);
  return { group, rankings: own, fit: plackettLuce(own) };
}

/** The likelihood-ratio test between groups of rows; rows in no group are left out. */
export function overallTest(all: Rankings, groups: readonly ComparedGroup[]): OverallTest {
  if (all.weights !== undefined) return { exists: false, reason: "weights" };
  const rows = groups.flatMap((group) => group.rows);
  const names = groups.flatMap((group) => group.rows.map(() => group.name));
  const compared = selectRankings(all, rows);
  const test = likelihoodRatioTest(compared, names);
  if (!test.exists) return { exists: false, reason: test.fit.reason, group: test.group };
  return { exists: true, value: test.value, df: test.df, p: test.p, n: compared.n };
}

function contrastsOf(
  all: Rankings,
  fitted: readonly Fitted[],
  { items }: RankingSource,
): GroupItemContrast[] {
  const [first, second] = fitted;
  if (first === undefined || second === undefined) return [];
  const pairs =
    fitted.length === 2
      ? [{ own: first, other: second, against: second.group.name }]
      : fitted.map((own) => ({ own, other: restOf(all, fitted, own), against: "rest" }));
  const raw = pairs.flatMap(({ own, other, against }) =>
    items.flatMap(({ item }, index) => {
      const ranks = meanRankDifference(own.rankings, other.rankings, index);
      const worths =
        own.fit.exists && other.fit.exists ? groupContrast(own.fit, other.fit, index) : undefined;
      const p = worths?.p ?? (ranks === undefined ? undefined : normalTwoSidedTail(ranks.z));
      if (p === undefined) return [];
      return [
        {
          ...{ group: own.group.name, against, item, p },
          ...(worths && { difference: worths.difference, interval: worths.interval }),
          ...(ranks && { rankDifference: ranks.value, rankDifferenceInterval: ranks.interval }),
        },
      ];
    }),
  );
  const adjusted = holmAdjusted(raw.map(({ p }) => p));
  return raw.map((contrast, index) => ({ ...contrast, pAdjusted: adjusted[index] ?? 1 }));
}

function restOf(all: Rankings, fitted: readonly Fitted[], own: Fitted): Fitted {
  const others = fitted.filter((each) => each !== own).map(({ group }) => group);
  return fittedTo(all, {
    ...{ name: "rest", label: { de: "Übrige", en: "others" } },
    n: others.reduce((sum, { n }) => sum + n, 0),
    rows: others.flatMap(({ rows }) => rows),
  });
}

/** Over log-worths where both groups have them, over mean ranks otherwise. */
function agreementsOf(fitted: readonly Fitted[]): GroupOrderAgreement[] {
  return fitted.flatMap((first, index) =>
    fitted.slice(index + 1).flatMap((second) => {
      const order = (each: Fitted) =>
        first.fit.exists && second.fit.exists && each.fit.exists
          ? each.fit.logWorthCentred
          : groupValues(each.rankings, each.fit).map(({ meanRank = 0 }) => -meanRank);
      const pair = { first: first.group.name, second: second.group.name };
      const found = [
        spearmansRho(order(first), order(second)),
        kendallsTauB(order(first), order(second)),
      ];
      return found.flatMap((each) => {
        if (!each.exists) return [];
        const { coefficient, value, interval } = each;
        return [{ ...pair, coefficient, value, ...(interval !== undefined && { interval }) }];
      });
    }),
  );
}
