import type { NoStatistic } from "@mehrwert/statistics";
import type { ScaleAnalysis } from "./scale-analysis.ts";
import { scaleReason } from "./scale-reasons.ts";
import type { ScalesSource } from "./scale-source.ts";

/**
 * Scales as a plain object for programs: one scale's numbers at the top for a file, a list for a dataset.
 *
 * A number that does not exist is null, and `absent` says why.
 */
export function scalesDocument(
  analyses: readonly ScaleAnalysis[],
  source: ScalesSource,
  softwareVersion: string,
): object {
  const [only] = analyses;
  return {
    format: "mehrwert-scales",
    formatVersion: 1,
    software: { name: "mehrwert", version: softwareVersion },
    version: softwareVersion,
    seed: null,
    title: source.title,
    isSimulated: source.isSimulated,
    respondents: source.respondents,
    ...(source.minimumGroupSize !== undefined && { minimumGroupSize: source.minimumGroupSize }),
    origin: Object.fromEntries(source.origin.map(({ label, value }) => [label.en, value])),
    ...(source.isFile && only !== undefined
      ? scaleNumbers(only)
      : { scales: analyses.map((analysis) => scaleNumbers(analysis)) }),
    notes: source.notes,
  };
}

const method = {
  alpha: "Cronbach's alpha, pairwise covariances; Feldt interval, 95 %, n of the smallest pair",
  ordinalAlpha: "standardised alpha of polychoric correlations (two steps), pairwise",
  omegaTotal: "McDonald's omega, one factor, maximum likelihood, complete answers",
  omegaHierarchical: "Schmid-Leiman, minres, quartimin, three group factors, complete answers",
  splitHalf: "odd against even items, complete answers; Spearman-Brown and Guttman's lambda 4",
  scores:
    "mean of the rated items, if minimumItems were rated: what the instrument says, else two thirds",
  floorAndCeiling: "Wilson intervals, 95 %",
};

function scaleNumbers(analysis: ScaleAnalysis): object {
  const { source, alpha, ordinalAlpha, omegaTotal, omegaHierarchical, splitHalf } = analysis;
  const { scores, ends } = analysis;
  const items = source.items.map(({ item }) => item);
  const named = (indices: readonly number[]) => indices.flatMap((index) => items[index] ?? []);
  return {
    scale: source.scale,
    label: source.label,
    n: analysis.n,
    complete: analysis.complete,
    k: analysis.k,
    range: source.range ?? null,
    reverseKeyed: source.items.filter(({ isReversed }) => isReversed).map(({ item }) => item),
    alpha: alpha.exists
      ? {
          ...{ raw: alpha.raw, standardised: alpha.standardised ?? null },
          ...{ interval: alpha.interval, level: 0.95, intervalMethod: alpha.intervalMethod },
          ...{ standardError: alpha.standardError, duhachekInterval: alpha.duhachekInterval },
          ...{ meanCorrelation: alpha.meanCorrelation, n: alpha.n, remarks: alpha.remarks },
        }
      : { raw: null, standardised: null, interval: null, reason: alpha.reason },
    ordinalAlpha: ordinalAlpha.exists ? ordinalAlpha.value : null,
    omegaTotal: omegaTotal.exists
      ? {
          ...{ value: omegaTotal.value, sense: omegaTotal.sense, senses: omegaTotal.senses },
          ...{ n: omegaTotal.n, improper: named(omegaTotal.improper) },
        }
      : { value: null, sense: "one-factor-ml-covariance", reason: omegaTotal.reason },
    omegaHierarchical: omegaHierarchical.exists
      ? {
          ...{ value: omegaHierarchical.value, sense: omegaHierarchical.sense },
          ...{ omegaTotal: omegaHierarchical.omegaTotal, n: omegaHierarchical.n },
          groupFactors: omegaHierarchical.groupFactors,
          improper: named(omegaHierarchical.improper),
          improperFactors: omegaHierarchical.improperFactors,
        }
      : { value: null, sense: "schmid-leiman-minres-quartimin", reason: omegaHierarchical.reason },
    splitHalf: splitHalf.exists
      ? {
          ...{ correlation: splitHalf.correlation, spearmanBrown: splitHalf.spearmanBrown },
          ...{ guttman: splitHalf.guttman, n: splitHalf.n },
        }
      : null,
    suspectedReverseKeyed: alpha.exists ? named(alpha.suspects) : [],
    items: analysis.items.map(({ item, label, isReversed, n, mean, sd, ...rest }) => ({
      ...{ item, label, isReversed, n, mean: mean ?? null, sd: sd ?? null },
      itemRest: rest.itemRest ?? null,
      alphaIfDropped: rest.alphaIfDropped ?? null,
    })),
    scores: {
      ...{ n: scores.n, mean: scores.mean ?? null, sd: scores.sd ?? null },
      ...{ minimumItems: scores.minimumItems, tooFewItems: scores.tooFewItems },
    },
    floorAndCeiling: ends ?? null,
    absent: absentOf(analysis),
    method,
  };
}

/** Every coefficient of a scale that does not exist, with the reason. */
function absentOf(analysis: ScaleAnalysis): object[] {
  const names = analysis.source.items.map(({ item }) => item);
  const all = {
    alpha: analysis.alpha,
    ordinalAlpha: analysis.ordinalAlpha,
    omegaTotal: analysis.omegaTotal,
    omegaHierarchical: analysis.omegaHierarchical,
    splitHalf: analysis.splitHalf,
  };
  const range = {
    statistic: "floorAndCeiling",
    reason: analysis.source.range === undefined ? "no-range" : "no-scores",
    meaning: {
      de: "der Bereich der Bewertungen ist nicht genannt, oder niemand hat einen Wert",
      en: "the range of the ratings is not named, or nobody has a score",
    },
  };
  const coefficients = Object.entries(all).flatMap(([statistic, found]) => {
    if (found.exists) return [];
    const absent: NoStatistic = found;
    return [{ statistic, reason: absent.reason, meaning: scaleReason(absent, names) }];
  });
  return analysis.ends === undefined ? [...coefficients, range] : coefficients;
}
