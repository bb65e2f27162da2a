import {
  holmAdjusted,
  type Interval,
  kendallsTauB,
  type MaxDiffChoices,
  type MaxDiffLikelihood,
  maxDiffLogit,
  normalQuantile,
  normalTwoSidedTail,
  plackettLuce,
  type Rankings,
  seededRandom,
  spearmansRho,
} from "@mehrwert/statistics";
import { type AgreementTest, agreementTest, type Estimates } from "./agreement-test.ts";
import { drawnEstimates } from "./drawn-estimates.ts";

/** One method's view of one item: centred, on the scale of the ranking; place 1 = most valued. */
export type MethodEstimate = {
  value: number;
  standardError: number;
  interval: Interval;
  place: number;
};

/** One item seen by both methods. `p`: whether they differ about it, the common scale taken as known. */
export type ComparedItem = {
  name: string;
  ranking: MethodEstimate;
  maxDiff: MethodEstimate;
  /** The centred utility before it was brought to the scale of the ranking. */
  utilityCentred: number;
  difference: { value: number; interval: Interval; p: number; pHolm: number };
};

/** A correlation of the two orders; the interval comes from redrawn estimates. */
export type OrderAgreement = { value: number; interval: Interval };

/** Ranking and MaxDiff of the same items by different people, side by side. */
export type MethodComparison = {
  exists: true;
  likelihood: MaxDiffLikelihood;
  n: { ranking: number; maxDiff: number };
  items: ComparedItem[];
  /** Whether both methods see the same values, up to how decisively people answer; see `agreementTest`. */
  sameUpToScale: AgreementTest;
  /** Whether utilities agree without any change of scale. */
  same: AgreementTest;
  kendallTau?: OrderAgreement;
  spearmanRho?: OrderAgreement;
  errors: "robust" | "model";
  seed: number;
  draws: number;
};

/** Why the methods cannot be compared: which items only one of them has, or which of them has no estimates. */
export type NoMethodComparison =
  | { exists: false; reason: "items-differ"; onlyRanking: string[]; onlyMaxDiff: string[] }
  | { exists: false; reason: "no-ranking-worths" | "no-utilities" | "too-few-items" };

/** Answers of the two halves of a split; names say which item is which. */
export type SplitAnswers = {
  ranking: { items: readonly string[]; rankings: Rankings };
  maxDiff: { items: readonly string[]; choices: MaxDiffChoices; likelihood: MaxDiffLikelihood };
};

/**
 * Compares a ranking with a MaxDiff of the same items: whether how one asks changes what people seem to value.
 *
 * The two groups of respondents must share nobody, and only a random split makes a difference one of method.
 * Log-worths (Plackett–Luce) and utilities are centred; the utilities are divided by the common factor that brings them
 * closest to the log-worths, since how decisively people answer differs between methods. Errors: sandwich by respondent
 * where both groups have five respondents per free value at least, else those of the models.
 * Source: Swait and Louviere (1993), Journal of Marketing Research 30, 305–314, as minimum distance between estimates.
 */
export function compareWithRanking(
  { ranking, maxDiff }: SplitAnswers,
  { seed, draws }: { seed: number; draws: number },
): MethodComparison | NoMethodComparison {
  const onlyRanking = ranking.items.filter((item) => !maxDiff.items.includes(item));
  const onlyMaxDiff = maxDiff.items.filter((item) => !ranking.items.includes(item));
  if (onlyRanking.length + onlyMaxDiff.length > 0)
    return { exists: false, reason: "items-differ", onlyRanking, onlyMaxDiff };
  const k = ranking.items.length;
  if (k < 3) return { exists: false, reason: "too-few-items" };
  const n = {
    ranking: ranking.rankings.n,
    maxDiff: maxDiff.choices.respondentCount,
  };
  const isRobust = Math.min(n.ranking, n.maxDiff) >= 5 * (k - 1);
  const worths = plackettLuce(ranking.rankings, isRobust ? { robust: true } : {});
  if (!worths.exists) return { exists: false, reason: "no-ranking-worths" };
  const fit = maxDiffLogit(maxDiff.choices, maxDiff.likelihood);
  if (!fit.exists) return { exists: false, reason: "no-utilities" };
  const own: Estimates = { values: worths.logWorthCentred, covariance: worths.covariance };
  const other = reordered(
    {
      values: fit.utilitiesCentred,
      covariance: (isRobust ? fit.robustCovariance : undefined) ?? fit.covariance,
    },
    ranking.items.map((item) => maxDiff.items.indexOf(item)),
  );
  const sameUpToScale = agreementTest(own, other, { isScaleFree: true });
  return {
    exists: true,
    ...{ likelihood: maxDiff.likelihood, n, sameUpToScale },
    same: agreementTest(own, other, { isScaleFree: false }),
    items: comparedItems(ranking.items, own, other, sameUpToScale.scale),
    ...orderAgreements(own, other, { seed, draws }),
    ...{ errors: isRobust ? "robust" : "model", seed, draws },
  };
}

function reordered({ values, covariance }: Estimates, order: readonly number[]): Estimates {
  return {
    values: order.map((item) => values[item] ?? 0),
    covariance: order.map((i) => order.map((j) => covariance[i]?.[j] ?? 0)),
  };
}

function comparedItems(
  names: readonly string[],
  own: Estimates,
  other: Estimates,
  scale: number,
): ComparedItem[] {
  const half = normalQuantile(0.975);
  const placeIn = ({ values }: Estimates, item: number) =>
    1 + values.filter((value) => value > (values[item] ?? 0)).length;
  const estimate = (of: Estimates, item: number, factor: number): MethodEstimate => {
    const value = (of.values[item] ?? 0) / factor;
    const standardError = Math.sqrt(Math.max(0, of.covariance[item]?.[item] ?? 0)) / factor;
    const interval: Interval = [value - half * standardError, value + half * standardError];
    return { value, standardError, interval, place: placeIn(of, item) };
  };
  const found = names.map((name, item) => {
    const [ranking, maxDiff] = [estimate(own, item, 1), estimate(other, item, scale)];
    const value = ranking.value - maxDiff.value;
    const error = Math.hypot(ranking.standardError, maxDiff.standardError);
    const interval: Interval = [value - half * error, value + half * error];
    const p = error > 0 ? normalTwoSidedTail(value / error) : 1;
    return { name, ranking, maxDiff, utilityCentred: other.values[item] ?? 0, value, interval, p };
  });
  const adjusted = holmAdjusted(found.map(({ p }) => p));
  return found.map(({ value, interval, p, ...item }, index) => ({
    ...item,
    difference: { value, interval, p, pHolm: adjusted[index] ?? p },
  }));
}

function orderAgreements(
  own: Estimates,
  other: Estimates,
  { seed, draws }: { seed: number; draws: number },
): Pick<MethodComparison, "kendallTau" | "spearmanRho"> {
  const random = seededRandom(seed);
  const redraw = [drawnEstimates(own, random), drawnEstimates(other, random)] as const;
  const samples = Array.from({ length: draws }, () => [redraw[0](), redraw[1]()] as const);
  const agreement = (correlate: typeof kendallsTauB): OrderAgreement | undefined => {
    const found = correlate(own.values, other.values);
    if (!found.exists) return undefined;
    const drawn = samples
      .flatMap(([first, second]) => {
        const each = correlate(first, second);
        return each.exists ? [each.value] : [];
      })
      .sort((a, b) => a - b);
    const at = (share: number) => drawn[Math.round(share * (drawn.length - 1))] ?? found.value;
    return { value: found.value, interval: [at(0.025), at(0.975)] };
  };
  const [kendallTau, spearmanRho] = [agreement(kendallsTauB), agreement(spearmansRho)];
  return {
    ...(kendallTau !== undefined && { kendallTau }),
    ...(spearmanRho !== undefined && { spearmanRho }),
  };
}
